package heaplab.heap;

import static heaplab.heap.Allocator.NULL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.Heaps;
import heaplab.policy.ExactClasses;
import heaplab.policy.FirstFit;
import heaplab.policy.GoodFit;
import heaplab.policy.PowersOfTwo;
import heaplab.policy.SegregatedTracking;
import heaplab.policy.TlsfTracking;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** How far from the best fit a search by size classes may be, whatever is free. */
class ClassSearchTest {
    private static final Recipe SMALL =
            Heaps.recipe(new FirstFit()).with(Tags.FOOTER_IF_FREE).withChunk(256).withLimit(20_000);

    @Provide
    Arbitrary<List<Op>> programs() {
        return Op.programs(300);
    }

    @Property(tries = 400, seed = "24", edgeCases = EdgeCasesMode.NONE)
    void segregatedFirstFitTakesLessThanTwiceTheBestFit(@ForAll("programs") List<Op> program) {
        test(SMALL.with(new SegregatedTracking()), program, size -> size, best -> 2 * best);
    }

    @Property(tries = 200, seed = "25", edgeCases = EdgeCasesMode.NONE)
    void exactClassesTakeTheBestFitOfSmallBlocks(@ForAll("programs") List<Op> program) {
        Recipe recipe = SMALL.with(new SegregatedTracking(new ExactClasses()));
        test(recipe, program, size -> size, best -> best < 256 ? best + 1 : 2 * best);
    }

    /** Each power of two has 8 steps, but none is smaller than the alignment. */
    @Property(tries = 400, seed = "26", edgeCases = EdgeCasesMode.NONE)
    void tlsfTakesNoStepMoreThanTheBestOfThoseItSees(@ForAll("programs") List<Op> program) {
        Recipe recipe = SMALL.with(new GoodFit()).with(new TlsfTracking());
        test(
                recipe,
                program,
                size -> (size + step(size) - 1) / step(size) * step(size),
                best -> best + step(best));
    }

    private static int step(int size) {
        return Math.max(8, Integer.highestOneBit(size) / 8);
    }

    @Property(tries = 200, seed = "27", edgeCases = EdgeCasesMode.NONE)
    void halfFitSeesBlocksOfTheNextPowerOfTwoOnly(@ForAll("programs") List<Op> program) {
        Recipe recipe = SMALL.with(new GoodFit()).with(new TlsfTracking(new PowersOfTwo()));
        test(
                recipe,
                program,
                size -> 2 * Integer.highestOneBit(size - 1),
                best -> 2 * Integer.highestOneBit(best));
    }

    /**
     * Each malloc takes a block if there is one of the seen size, and less than what bounds it.
     *
     * @param seen a size to the smallest size of a block that the search sees
     * @param bound the smallest size that is seen to the first that is too large
     */
    private static void test(
            Recipe recipe, List<Op> program, IntUnaryOperator seen, IntUnaryOperator bound) {
        ListHeap heap = recipe.heap();
        Holder holder = new Holder(heap);
        for (Op op : program) {
            NavigableMap<Integer, Integer> free = new TreeMap<>(); // size to number of blocks
            Map<Integer, Integer> blocks = new TreeMap<>(); // start to size
            heap.walk(
                    (block, bytes, allocated) -> {
                        blocks.put(block, bytes);
                        if (!allocated) free.merge(bytes, 1, Integer::sum);
                    });
            String where = op + " in " + heap;
            long growths = heap.work().growths;
            int address = holder.step(op);
            if (op.kind() != Op.Kind.MALLOC || op.bytes() == 0 || op.bytes() > 1 << 20) continue;
            int size = heap.sizeFor(op.bytes());
            Integer best = free.ceilingKey(seen.applyAsInt(size));
            boolean found = address != NULL && heap.work().growths == growths;
            assertEquals(best != null, found, where);
            if (!found) continue;
            int taken = blocks.get(heap.blocks().of(address));
            assertTrue(
                    taken >= best && taken < bound.applyAsInt(best),
                    () -> "%s: took %d, best is %d".formatted(where, taken, best));
        }
    }
}
