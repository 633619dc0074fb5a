package heaplab.heap;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * One step of a random program. Blocks are picked by number among those that are live, so that a
 * program from which steps are left out is still a program: failures shrink.
 *
 * @param pick the live block to free or resize, modulo their number; none live: NULL
 * @param bytes asked for; of calloc's elements
 * @param count of calloc's elements
 */
record Op(Kind kind, int pick, int bytes, int count) {
    enum Kind {
        MALLOC,
        CALLOC,
        REALLOC,
        FREE,
        FREE_NULL
    }

    static Arbitrary<List<Op>> programs(int most) {
        return ops().list().ofMinSize(1).ofMaxSize(most);
    }

    private static Arbitrary<Op> ops() {
        Arbitrary<Kind> kinds =
                Arbitraries.frequency(
                        Tuple.of(10, Kind.MALLOC),
                        Tuple.of(2, Kind.CALLOC),
                        Tuple.of(4, Kind.REALLOC),
                        Tuple.of(8, Kind.FREE),
                        Tuple.of(1, Kind.FREE_NULL));
        return Combinators.combine(kinds, Arbitraries.integers().between(0, 40), sizes(), counts())
                .as(Op::new);
    }

    private static Arbitrary<Integer> sizes() {
        return Arbitraries.frequencyOf(
                Tuple.of(20, Arbitraries.integers().between(1, 48)),
                Tuple.of(8, Arbitraries.integers().between(48, 400)),
                Tuple.of(2, Arbitraries.just(0)),
                Tuple.of(2, Arbitraries.integers().between(400, 3000)),
                Tuple.of(1, Arbitraries.integers().between(1 << 30, Integer.MAX_VALUE)));
    }

    private static Arbitrary<Integer> counts() {
        return Arbitraries.frequencyOf(
                Tuple.of(10, Arbitraries.integers().between(1, 4)),
                Tuple.of(1, Arbitraries.integers().between(0, Integer.MAX_VALUE)));
    }

    @Override
    public String toString() {
        return switch (kind) {
            case MALLOC -> "malloc(" + bytes + ")";
            case CALLOC -> "calloc(" + count + ", " + bytes + ")";
            case REALLOC -> "realloc(#" + pick + ", " + bytes + ")";
            case FREE -> "free(#" + pick + ")";
            case FREE_NULL -> "free(NULL)";
        };
    }
}
