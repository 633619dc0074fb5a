package heaplab.heap;

import static heaplab.heap.Drawn.FIRST_FIT;
import static heaplab.heap.Drawn.assertHeap;
import static heaplab.heap.Drawn.free;
import static heaplab.heap.Drawn.heap;
import static heaplab.heap.Drawn.payloadOf;
import static heaplab.heap.Drawn.placed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import heaplab.Heaps;
import heaplab.policy.BestFit;
import heaplab.policy.FirstFit;
import heaplab.policy.NeverSplit;
import heaplab.policy.NextFit;
import heaplab.policy.ThresholdSplit;
import heaplab.policy.WorstFit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlacementTest {
    private static final String HOLES = "F40 A16 F24 A8 F64 A8 F32";

    private static ListHeap holes(Fit fit) {
        return heap(FIRST_FIT.with(fit).with(Tags.HEADER_ONLY).with(new NeverSplit()), HOLES);
    }

    @ParameterizedTest
    @CsvSource({"20, 0", "24, 0", "28, 0", "36, 0", "40, 4", "60, 4", "61, -1"})
    void firstFitTakesTheFirstLargeEnough(int bytes, int block) {
        assertEquals(block, placed(holes(new FirstFit()), bytes));
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "20, 2", "21, 6", "28, 6", "29, 0", "36, 0", "37, 4", "61, -1"})
    void bestFitLeavesTheLeastOver(int bytes, int block) {
        assertEquals(block, placed(holes(new BestFit()), bytes));
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "28, 4", "60, 4", "61, -1"})
    void worstFitTakesTheLargest(int bytes, int block) {
        assertEquals(block, placed(holes(new WorstFit()), bytes));
    }

    @Test
    void amongEqualsTheFirstIsTaken() {
        for (Fit fit : new Fit[] {new BestFit(), new WorstFit()})
            assertEquals(1, placed(heap(FIRST_FIT.with(fit), "A16 F32 A16 F32 A16"), 9));
    }

    @Test
    void nextFitGoesOnWhereItStoppedAndWraps() {
        ListHeap heap = holes(new NextFit());
        assertEquals(0, placed(heap, 30));
        assertEquals(2, placed(heap, 20));
        free(heap, 0);
        assertEquals(4, placed(heap, 20));
        assertEquals(6, placed(heap, 20));
        assertEquals(0, placed(heap, 20), "wrapped");
        assertEquals(-1, placed(heap, 20));
        assertEquals(heap.blocks().first(), heap.cursor(), "a refusal leaves the cursor");
    }

    @Test
    void visitsAreTheBlocksLookedAt() {
        ListHeap first = holes(new FirstFit());
        first.malloc(60);
        assertEquals(5, first.work().visits);
        ListHeap best = holes(new BestFit());
        best.malloc(15);
        assertEquals(3, best.work().visits, "an exact fit ends the search");
        ListHeap worst = holes(new WorstFit());
        worst.malloc(60);
        assertEquals(8, worst.work().visits, "all, and the epilogue");
    }

    @ParameterizedTest
    @EnumSource
    void aRestOfTheSmallestSizeIsSplitOff(Tags tags) {
        ListHeap heap = heap(FIRST_FIT.with(tags), "A16 F64 A16");
        int smallest = heap.blocks().minimum();
        heap.malloc(payloadOf(heap, 64 - smallest));
        assertHeap("A16 A%d F%d A16".formatted(64 - smallest, smallest), heap);
        assertEquals(1, heap.work().splits);
    }

    @Test
    void aRestBelowTheSmallestSizeStaysInside() {
        ListHeap heap = heap(FIRST_FIT, "A16 F64 A16");
        heap.malloc(payloadOf(heap, 64) - 15);
        assertHeap("A16 A64 A16", heap);
        assertEquals(0, heap.work().splits);
    }

    @ParameterizedTest
    @CsvSource({"32, A32 F32", "33, A64", "40, A64"})
    void aThresholdDecidesWhatRestIsWorthIt(int threshold, String expected) {
        ListHeap heap = heap(FIRST_FIT.with(new ThresholdSplit(threshold)), "F64");
        heap.malloc(payloadOf(heap, 32));
        assertHeap(expected, heap);
    }

    @Test
    void aThresholdBelowTheSmallestBlockIsNoLicence() {
        ListHeap heap = heap(FIRST_FIT.with(new ThresholdSplit(0)), "F64");
        heap.malloc(payloadOf(heap, 56));
        assertHeap("A64", heap);
    }

    @Test
    void neverSplitGivesTheBlockAwayWhole() {
        ListHeap heap = heap(FIRST_FIT.with(new NeverSplit()), "F64 A16");
        int p = heap.malloc(1);
        assertHeap("A64 A16", heap);
        assertEquals(56, heap.usable(p));
    }

    @ParameterizedTest
    @CsvSource({
        "HEADER_ONLY, 8, 4, 8",
        "HEADER_ONLY, 8, 5, 16",
        "BOUNDARY_TAGS, 8, 1, 16",
        "BOUNDARY_TAGS, 8, 8, 16",
        "BOUNDARY_TAGS, 8, 9, 24",
        "FOOTER_IF_FREE, 8, 4, 8",
        "FOOTER_IF_FREE, 8, 5, 16",
        "HEADER_ONLY, 16, 1, 16",
        "HEADER_ONLY, 16, 13, 32",
        "BOUNDARY_TAGS, 16, 8, 16",
        "BOUNDARY_TAGS, 16, 9, 32",
        "FOOTER_IF_FREE, 16, 12, 16"
    })
    void aRequestIsRoundedUpWithItsTags(Tags tags, int alignment, int bytes, int size) {
        ListHeap heap = heap(FIRST_FIT.with(tags).withAlignment(alignment), "F64");
        int p = heap.malloc(bytes);
        assertEquals(0, p % alignment);
        assertEquals(size, heap.blocks().size(heap.blocks().of(p)));
    }

    @Test
    void whatIsNoBlockOfTheRecipeIsNotDrawn() {
        for (String bad : new String[] {"A16 F12", "A8", "B16", "A16F24", "", "A-16"})
            assertThrows(IllegalArgumentException.class, () -> HeapText.parse(FIRST_FIT, bad));
    }

    @Test
    void alignmentThatLeavesNoFlagBitsIsRefusedByName() {
        Recipe recipe = Heaps.recipe(new FirstFit());
        for (int bytes : new int[] {0, 4, 12, 32}) {
            var e = assertThrows(IllegalArgumentException.class, () -> recipe.withAlignment(bytes));
            assertEquals("alignment " + bytes + ": expected 8 or 16", e.getMessage());
        }
    }

    @Test
    void policyHasTwoNotes() {
        Merger merger = Heaps.recipe(new FirstFit()).heap().merger();
        merger.note(1, 7);
        assertEquals(List.of(0, 7), List.of(merger.note(0), merger.note(1)));
        for (int which : new int[] {-1, 2})
            assertThrows(IllegalArgumentException.class, () -> merger.note(which, 7));
    }
}
