package heaplab.heap;

import static heaplab.heap.Drawn.FIRST_FIT;
import static heaplab.heap.Drawn.assertHeap;
import static heaplab.heap.Drawn.chains;
import static heaplab.heap.Drawn.free;
import static heaplab.heap.Drawn.heap;
import static heaplab.heap.Drawn.payloadOf;
import static heaplab.heap.Drawn.placed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import heaplab.policy.AddressOrder;
import heaplab.policy.BestFit;
import heaplab.policy.ExactClasses;
import heaplab.policy.ExactThenFirstFit;
import heaplab.policy.ExplicitTracking;
import heaplab.policy.GoodFit;
import heaplab.policy.NeverSplit;
import heaplab.policy.NextFit;
import heaplab.policy.PowersOfTwo;
import heaplab.policy.SegregatedTracking;
import heaplab.policy.SizeTreeTracking;
import heaplab.policy.TlsfTracking;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which block a request gets from fits that look for a good one, and from indexes. */
class SearchTest {
    private static final String HOLES = "F40 A16 F24 A16 F64 A16 F32";
    private static final String CLASSES = "F32 A16 F48 A16 F40 A16 F80 A16 F144";

    private static int placedIn(String text, Recipe recipe, int blockBytes) {
        ListHeap heap = heap(recipe.with(new NeverSplit()), text);
        int block = placed(heap, payloadOf(heap, blockBytes));
        heap.check();
        return block;
    }

    @ParameterizedTest
    @CsvSource({
        "0, 24, 2",
        "0, 32, 6",
        "12, 32, 6",
        "50, 24, 2",
        "50, 32, 0",
        "67, 24, 0",
        "12, 48, 4",
        "12, 16, 2",
        "100, 72, -1"
    })
    void goodFitTakesTheFirstWithinItsBoundElseTheBest(int percent, int size, int block) {
        assertEquals(block, placedIn(HOLES, FIRST_FIT.with(new GoodFit(percent)), size));
    }

    @Test
    void goodFitLooksNoFurtherThanAGoodBlock() {
        ListHeap heap = heap(FIRST_FIT.with(new GoodFit(50)), HOLES);
        heap.malloc(payloadOf(heap, 32));
        assertEquals(1, heap.work().visits);
        var e = assertThrows(IllegalArgumentException.class, () -> new GoodFit(-1));
        assertEquals("bound of -1 %: expected 0 or more", e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"24, 2", "32, 6", "16, 0", "48, 4", "72, -1"})
    void exactThenFirstFitTakesALargerBlockOnlyIfNoneIsExact(int size, int block) {
        assertEquals(block, placedIn(HOLES, FIRST_FIT.with(new ExactThenFirstFit()), size));
    }

    @Test
    void nextFitOnAListGoesOnWithTheBlockAfterTheOneItTook() {
        Recipe recipe =
                FIRST_FIT.with(new NextFit()).with(new ExplicitTracking(new AddressOrder()));
        ListHeap heap = heap(recipe, "F32 A16 F32 A16 F32 A16");
        int bytes = payloadOf(heap, 32);
        assertEquals(0, placed(heap, bytes));
        free(heap, 0);
        assertEquals(2, placed(heap, bytes), "not block 0 again");
        assertEquals(4, placed(heap, bytes));
        assertEquals(0, heap.cursor(), "the list has no more: at its front again");
        assertEquals(0, placed(heap, bytes), "wrapped");
        assertEquals(-1, placed(heap, bytes));
        heap.check();
    }

    @Test
    void aCursorLeavesABlockThatIsJoined() {
        Recipe recipe = FIRST_FIT.with(new NextFit()).with(new ExplicitTracking());
        ListHeap heap = heap(recipe, "F16 A16 F32 A16 F48 A16");
        heap.malloc(payloadOf(heap, 16));
        assertEquals(Drawn.payload(heap, 2), heap.blocks().payload(heap.cursor()));
        free(heap, 1);
        assertHeap("A16 F48 A16 F48 A16", heap);
        assertEquals(List.of("free list: 1 3"), chains(heap));
        assertEquals(Drawn.payload(heap, 3), heap.blocks().payload(heap.cursor()));
    }

    @ParameterizedTest
    @CsvSource({"32, 0", "40, 2", "56, 6", "88, 8", "152, -1"})
    void segregatedFirstFitSearchesItsClassThenLargerOnes(int size, int block) {
        assertEquals(block, placedIn(CLASSES, FIRST_FIT.with(new SegregatedTracking()), size));
    }

    @ParameterizedTest
    @CsvSource({"40, 4", "56, 6", "88, 8"})
    void theFitDecidesWithinAClassOnly(int size, int block) {
        Recipe recipe = FIRST_FIT.with(new SegregatedTracking()).with(new BestFit());
        assertEquals(block, placedIn(CLASSES, recipe, size));
        Recipe exact = FIRST_FIT.with(new SegregatedTracking(new ExactClasses()));
        assertEquals(block, placedIn(CLASSES, exact, size), "with classes of one size");
    }

    @ParameterizedTest
    @CsvSource({"32, 0", "40, 4", "56, 6", "88, 8", "152, -1"})
    void aTreeFindsTheBestFit(int size, int block) {
        Recipe recipe = FIRST_FIT.with(new SizeTreeTracking()).with(new BestFit());
        assertEquals(block, placedIn(CLASSES, recipe, size));
        assertEquals(1, placedIn("A16 F32 A16 F32 A16 F32", recipe, 24), "of equals the first");
    }

    /** From 128 bytes on a step has 16: a block of 136 is in the class of 128. */
    @ParameterizedTest
    @CsvSource({
        "F136 A16 F144, 136, 2",
        "F136 A16 F144, 128, 0",
        "F136 A16, 136, -1",
        "F80 A16 F72, 72, 2"
    })
    void tlsfRoundsUpAndPassesItsOwnClassOver(String text, int size, int block) {
        Recipe recipe = FIRST_FIT.with(new TlsfTracking()).with(new GoodFit());
        assertEquals(block, placedIn(text, recipe, size));
    }

    @ParameterizedTest
    @CsvSource({"F48 A16 F64, 40, 2", "F48 A16 F64, 32, 0", "F48 A16, 40, -1"})
    void halfFitRoundsUpToAPowerOfTwo(String text, int size, int block) {
        Recipe recipe = FIRST_FIT.with(new TlsfTracking(new PowersOfTwo())).with(new GoodFit());
        assertEquals(block, placedIn(text, recipe, size));
    }

    @Test
    void aSearchInConstantTimeVisitsOneBlock() {
        ListHeap heap = heap(FIRST_FIT.with(new TlsfTracking()).with(new GoodFit()), CLASSES);
        heap.malloc(payloadOf(heap, 40));
        assertEquals(1, heap.work().visits);
    }
}
