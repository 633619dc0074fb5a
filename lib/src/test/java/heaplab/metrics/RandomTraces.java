package heaplab.metrics;

import heaplab.trace.Trace;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Traces for property tests: twelve ids, each step does to its id what is possible. */
final class RandomTraces {
    private static final int IDS = 12;

    private record Step(int id, int bytes, boolean resize) {}

    private RandomTraces() {}

    static Arbitrary<Trace> traces() {
        Arbitrary<Integer> bytes =
                Arbitraries.frequencyOf(
                        Tuple.of(20, Arbitraries.integers().between(1, 64)),
                        Tuple.of(4, Arbitraries.integers().between(65, 700)),
                        Tuple.of(1, Arbitraries.just(0)));
        Arbitrary<Integer> ids = Arbitraries.integers().between(0, IDS - 1);
        return Combinators.combine(ids, bytes, Arbitraries.of(true, false, false))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(120)
                .map(RandomTraces::trace);
    }

    private static Trace trace(List<Step> steps) {
        Trace.Builder trace = Trace.named("random");
        boolean[] live = new boolean[IDS];
        for (Step step : steps) {
            if (!live[step.id]) trace.malloc(step.id, step.bytes);
            else if (step.resize) trace.realloc(step.id, step.bytes);
            else trace.free(step.id);
            live[step.id] = !live[step.id] || step.resize && step.bytes > 0;
        }
        return trace.build();
    }
}
