package heaplab.alloc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.alloc.FreeListExercise.Step;
import heaplab.alloc.FreeListSimulator.Chunk;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class FreeListProperties {
    @Provide
    Arbitrary<FreeListOptions> options() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 400),
                        Arbitraries.of(0, 1000),
                        Arbitraries.of(0, 1, 4, 8),
                        Arbitraries.of(-1, 1, 3, 4, 8, 16),
                        Arbitraries.of(ListPlacement.class),
                        Arbitraries.of(ListOrder.class),
                        Arbitraries.of(true, false))
                .as(FreeListOptions::new);
    }

    private static List<Step> steps(FreeListOptions options, long seed) {
        return ExerciseGenerator.random(options, BigInteger.valueOf(seed), 60, 40, 55).solve();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void blocksAndEntriesTileTheHeap(
            @ForAll("options") FreeListOptions options, @ForAll long seed) {
        for (Step step : steps(options, seed)) {
            List<Chunk> pieces = new ArrayList<>(step.freeList());
            pieces.addAll(step.blocks());
            pieces.sort(Comparator.comparingInt(Chunk::address));
            int address = options.base();
            for (Chunk piece : pieces) {
                assertEquals(address, piece.address(), step::toString);
                assertTrue(piece.bytes() > 0, step::toString);
                address = piece.end();
            }
            assertEquals(options.end(), address, step::toString);
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aJoinedListByAddressHasNoTwoEntriesThatTouch(
            @ForAll("options") FreeListOptions any, @ForAll long seed) {
        FreeListOptions options = any.with(ListOrder.ADDRSORT).withCoalescing(true);
        for (Step step : steps(options, seed)) {
            List<Chunk> list = step.freeList();
            assertTrue(
                    IntStream.range(1, list.size())
                            .allMatch(i -> list.get(i - 1).end() < list.get(i).address()),
                    step::toString);
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void everythingFreedIsOneEntryAgain(
            @ForAll("options") FreeListOptions any,
            @ForAll long seed,
            @ForAll @IntRange(max = 60) int operations) {
        FreeListOptions options = any.with(ListOrder.ADDRSORT).withCoalescing(true);
        FreeListSimulator heap = new FreeListSimulator(options);
        ExerciseGenerator.random(options, BigInteger.valueOf(seed), operations, 40, 70).solve(heap);
        for (Chunk block : heap.blocks()) heap.free(block.address());
        assertEquals(List.of(new Chunk(options.base(), options.heapBytes())), heap.freeList());
    }
}
