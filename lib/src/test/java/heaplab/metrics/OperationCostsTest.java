package heaplab.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.Heaps;
import heaplab.Policies;
import heaplab.heap.Coalesce;
import heaplab.heap.ListHeap;
import heaplab.heap.Recipe;
import heaplab.heap.Tags;
import heaplab.heap.Work;
import heaplab.policy.DeferredCoalesce;
import heaplab.policy.FirstFit;
import heaplab.trace.Trace;
import heaplab.trace.Workloads;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class OperationCostsTest {
    private static final Recipe FIRST = Heaps.recipe(new FirstFit());

    private static OperationCosts costs(Trace trace, Recipe recipe) {
        return OperationCosts.of("", trace, recipe.heap());
    }

    /** A request walks over what lies before it; the first free joins nothing, the last both. */
    @Test
    void wholeRunByHand() {
        Trace trace =
                Trace.named("")
                        .malloc(0, 8)
                        .malloc(1, 8)
                        .malloc(2, 8)
                        .free(0)
                        .free(2)
                        .free(1)
                        .build();
        OperationCosts costs = costs(trace, FIRST);
        assertEquals(3, costs.requests().operations());
        assertEquals((1 + 2 + 3) / 3.0, costs.requests().mean());
        assertEquals(3, costs.requests().longest());
        assertEquals((0 + 1 + 2) / 3.0, costs.frees().mean());
        assertEquals(2, costs.frees().longest());
    }

    @Property(tries = 100)
    void everyStepIsSomebodys(@ForAll("traces") Trace trace) {
        for (Coalesce coalesce : Policies.all(Coalesce.class).values()) {
            ListHeap heap = FIRST.with(coalesce).with(Tags.HEADER_ONLY).withChunk(64).heap();
            OperationCosts costs = OperationCosts.of("", trace, heap);
            Work work = heap.work();
            double all = sum(costs.requests()) + sum(costs.frees());
            assertEquals(work.visits + work.scans + work.joins, all, 1e-6, coalesce::toString);
        }
    }

    @Provide
    Arbitrary<Trace> traces() {
        return RandomTraces.traces();
    }

    private static double sum(Effort effort) {
        return effort.mean() * effort.operations();
    }

    @Test
    void theLongestIsTheLongestOfAnInterval() {
        Effort requests =
                costs(Workloads.uniform(4000), FIRST.with(new DeferredCoalesce())).requests();
        assertEquals(
                requests.longest(),
                IntStream.range(0, OperationCosts.INTERVALS)
                        .mapToLong(requests::longest)
                        .max()
                        .orElseThrow());
        assertTrue(requests.longest() > 2 * requests.mean(), "one malloc pays for a sweep");
    }
}
