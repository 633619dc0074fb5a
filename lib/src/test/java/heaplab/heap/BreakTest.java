package heaplab.heap;

import static heaplab.heap.Drawn.FIRST_FIT;
import static heaplab.heap.Drawn.assertHeap;
import static heaplab.heap.Drawn.chains;
import static heaplab.heap.Drawn.free;
import static heaplab.heap.Drawn.payload;
import static heaplab.heap.Drawn.payloadOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import heaplab.policy.ExplicitTracking;
import heaplab.policy.NeverCoalesce;
import heaplab.policy.NextFit;
import heaplab.policy.ThresholdCoalesce;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The end of the heap moves: trimming, and realloc at the top. */
class BreakTest {
    private static final Recipe TRIMMED = FIRST_FIT.withChunk(64).withTrim(128).withLimit(1000);
    private static final Recipe TOP =
            FIRST_FIT.with(Realloc.AT_THE_TOP).withChunk(16).withLimit(400);

    private static ListHeap filled(Recipe recipe, int... blockBytes) {
        ListHeap heap = recipe.heap();
        for (int bytes : blockBytes) heap.malloc(payloadOf(heap, bytes));
        return heap;
    }

    private static int resize(ListHeap heap, int number, int blockBytes) {
        return heap.realloc(payload(heap, number), payloadOf(heap, blockBytes));
    }

    @ParameterizedTest
    @EnumSource
    void aLargeFreeEndGoesBackInWholeChunks(Tags tags) {
        ListHeap heap = filled(TRIMMED.with(tags), 64, 64, 64, 64);
        int before = heap.memory().brk();
        free(heap, 3);
        assertHeap("A64 A64 A64 F64", heap);
        free(heap, 2);
        assertHeap("A64 A64", heap);
        assertEquals(before - 128, heap.memory().brk());
        assertEquals(before, heap.memory().highWater());
        assertEquals(1, heap.work().trims);
    }

    @Test
    void whatIsNoWholeChunkStaysIfItCanBeABlock() {
        ListHeap rest = filled(TRIMMED, 80, 80);
        assertHeap("A80 A80 F64", rest);
        free(rest, 1);
        assertHeap("A80 F16", rest);
        ListHeap splinter = filled(TRIMMED, 72, 72);
        free(splinter, 1);
        assertHeap("A72 F72", splinter);
    }

    @Test
    void aFreeBlockBeforeTheEndIsNotGivenBack() {
        ListHeap heap = filled(TRIMMED, 128, 64);
        free(heap, 0);
        assertHeap("F128 A64", heap);
        assertEquals(0, heap.work().trims);
    }

    @Test
    void anEmptyHeapGrowsAgain() {
        ListHeap heap = filled(TRIMMED.withTrim(1).with(new ExplicitTracking()), 64);
        int first = payload(heap, 0);
        free(heap, 0);
        assertHeap("", heap);
        assertEquals(heap.fixedBytes(), heap.memory().brk());
        assertEquals(List.of(), chains(heap));
        assertEquals(first, heap.malloc(8));
        assertHeap("A16 F48", heap);
    }

    @Test
    void aCursorInWhatIsGivenBackStartsAgain() {
        ListHeap heap = filled(TRIMMED.withTrim(64).with(new NextFit()), 128, 64);
        assertEquals(heap.blocks().of(payload(heap, 1)), heap.cursor());
        free(heap, 1);
        assertHeap("A128", heap);
        assertEquals(0, heap.cursor());
    }

    @Test
    void aSweepMayJoinEnoughToGiveBack() {
        Recipe recipe = TRIMMED.with(new ThresholdCoalesce(0.6)).withChunk(16).withTrim(64);
        ListHeap heap = filled(recipe, 16, 16, 16, 16, 16, 16, 16, 16, 16);
        for (int block = 1; block < 8; block++) free(heap, block);
        assertHeap("A16 F16 F16 F16 F16 F16 F16 F16 A16", heap);
        free(heap, 8);
        assertHeap("A16", heap);
    }

    @Test
    void neverGivesNothingBackAndLessThanNeverIsRefused() {
        ListHeap heap = filled(TRIMMED.withTrim(0), 64, 64);
        free(heap, 1);
        assertHeap("A64 F64", heap);
        var e = assertThrows(IllegalArgumentException.class, () -> TRIMMED.withTrim(-1));
        assertEquals("trim at -1 bytes: expected 0 (never) or more", e.getMessage());
    }

    @ParameterizedTest
    @EnumSource
    void theLastBlockGrowsByMovingTheBreak(Tags tags) {
        ListHeap heap = filled(TOP.with(tags), 16, 32);
        assertHeap("A16 A32", heap);
        int before = heap.memory().brk();
        assertEquals(payload(heap, 1), resize(heap, 1, 96));
        assertHeap("A16 A96", heap);
        assertEquals(64, heap.memory().brk() - before);
        assertEquals(0, heap.work().copiedBytes);
    }

    @Test
    void onlyWhatIsMissingAfterAFreeEndIsAdded() {
        ListHeap heap = filled(TOP, 16, 32, 48);
        free(heap, 2);
        assertHeap("A16 A32 F48", heap);
        int before = heap.memory().brk();
        assertEquals(payload(heap, 1), resize(heap, 1, 112));
        assertHeap("A16 A112", heap);
        assertEquals(32, heap.memory().brk() - before);
    }

    @Test
    void aFreeEndThatIsNotJoinedIsNoTop() {
        ListHeap heap = filled(TOP.with(new NeverCoalesce()), 16, 48);
        free(heap, 1);
        assertHeap("A16 F48", heap);
        assertNotEquals(payload(heap, 0), resize(heap, 0, 80));
        assertHeap("F16 F48 A80", heap);
    }

    @Test
    void theRestOfAChunkIsSplitOff() {
        ListHeap heap = filled(TOP.withChunk(128), 128);
        resize(heap, 0, 160);
        assertHeap("A160 F96", heap);
    }

    @Test
    void aBlockInTheMiddleMovesAndOneAtTheLimitStays() {
        ListHeap heap = filled(TOP, 16, 32, 32);
        assertNotEquals(payload(heap, 1), resize(heap, 1, 64));
        assertHeap("A16 F32 A32 A64", heap);
        assertEquals(Allocator.NULL, resize(heap, 3, 384));
        assertHeap("A16 F32 A32 A64", heap);
    }
}
