package heaplab.alloc;

import static heaplab.heap.Allocator.NULL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.Heaps;
import heaplab.alloc.HeapError.Kind;
import heaplab.heap.ListHeap;
import heaplab.policy.FirstFit;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckedTest {
    private final ListHeap heap = Heaps.textbook(new FirstFit());
    private final Checked checked = new Checked(heap);

    @Test
    void doubleFreeNamesBothFreesAndTheMalloc() {
        checked.malloc(8);
        int p = checked.malloc(24);
        checked.free(p);
        checked.free(p);
        HeapError error = only(Kind.DOUBLE_FREE);
        assertEquals(
                List.of(p, 4, 2, 3),
                List.of(error.address(), error.operation(), error.allocatedBy(), error.freedBy()));
        assertEquals(
                """
                double free, noticed at operation 4: address %d (byte 0 of the block) \
                is freed again
                  block: 24 bytes at %d, allocated by operation 2, freed by operation 3
                  why it matters: a heap would list the block as free twice, and hand it out to \
                two owners"""
                        .formatted(p, p),
                error.getMessage().replace("\r", ""));
    }

    @Test
    void doubleFreeIsNoticedAfterQuarantineToo() {
        Checked hasty = new Checked(heap, 16, 0);
        int p = hasty.malloc(24);
        hasty.free(p);
        hasty.free(p);
        assertEquals(Kind.DOUBLE_FREE, hasty.errors().get(0).kind());
        heap.check();
    }

    @Test
    void freeOfAnAddressInsideABlockIsInvalid() {
        int p = checked.malloc(24);
        checked.free(p + 8);
        assertMessage(only(Kind.INVALID_FREE), "address %d (byte 8 of the block) is freed", p + 8);
        checked.free(p);
        assertEquals(1, checked.errors().size());
    }

    @Test
    void freeOfAnAddressNobodyGotIsInvalid() {
        checked.free(4000);
        HeapError error = only(Kind.INVALID_FREE);
        assertMessage(error, "address %d, in no block, is freed", 4000);
        assertMessage(error, "block: none");
        assertEquals(0, error.allocatedBy());
    }

    @Test
    void reallocOfAFreedBlockIsRefused() {
        int p = checked.malloc(24);
        checked.free(p);
        assertEquals(NULL, checked.realloc(p, 48));
        only(Kind.DOUBLE_FREE);
    }

    @Test
    void writeBehindABlockIsFoundByItsFree() {
        int p = checked.malloc(21);
        checked.memory().byteAt(p + 21, 'A');
        checked.free(p);
        HeapError error = only(Kind.OVERFLOW);
        assertEquals(p + 21, error.address());
        assertMessage(
                error,
                "address %d (1 past the end of the block) has been written: found 0x41",
                p + 21);
        heap.check();
    }

    @Test
    void writeBeforeABlockIsFoundByCheck() {
        int p = checked.malloc(21);
        checked.memory().fill(p - 3, 3, 'A');
        checked.check();
        HeapError error = only(Kind.UNDERFLOW);
        assertEquals(p - 1, error.address());
        assertMessage(error, "(1 before the block)");
        checked.check();
        checked.free(p);
        assertEquals(1, checked.errors().size(), "reported once");
    }

    @Test
    void writeAfterFreeIsFoundWhenTheBlockLeavesQuarantine() {
        Checked small = new Checked(heap, 16, 100);
        int p = small.malloc(40);
        small.free(p);
        small.memory().byteAt(p + 4, 1);
        int q = small.malloc(40);
        assertEquals(List.of(), small.errors());
        small.free(q);
        HeapError error = small.errors().get(0);
        assertEquals(Kind.USE_AFTER_FREE, error.kind());
        assertEquals(
                List.of(p + 4, 4, 1, 2),
                List.of(error.address(), error.operation(), error.allocatedBy(), error.freedBy()));
    }

    @Test
    void storesAndLoadsAreCheckedAtOnce() {
        int p = checked.malloc(4);
        checked.store(p, 1, 2, 3, 4, 5);
        assertEquals(Kind.OVERFLOW, last().kind());
        assertEquals(4, checked.load(p + 3));
        assertEquals(0, checked.load(p - 1));
        assertEquals(Kind.UNDERFLOW, last().kind());
        checked.free(p);
        checked.load(p);
        assertEquals(Kind.USE_AFTER_FREE, last().kind());
        checked.store(p, 1);
        checked.store(NULL, 1);
        assertEquals(Kind.WILD_ACCESS, last().kind());
        assertMessage(last(), "NULL is written");
        checked.load(-123456);
        assertMessage(last(), "address -123456, in no block, is read");
        int before = checked.errors().size();
        checked.check();
        assertEquals(before, checked.errors().size(), "what was refused has not happened");
    }

    @Test
    void whatWasNeverWrittenMustNotBeRead() {
        int p = checked.malloc(4);
        checked.store(p, 0xCD);
        assertEquals(0xCD, checked.load(p));
        assertEquals(List.of(), checked.errors());
        checked.load(p + 1);
        assertMessage(only(Kind.UNINITIALISED_READ), "is read before it was ever written");
        int moved = checked.realloc(p, 8);
        checked.load(moved);
        int zeros = checked.calloc(2, 4);
        assertEquals(0, checked.load(zeros + 7));
        assertEquals(1, checked.errors().size());
    }

    @Test
    void leaksAreTheBlocksStillHeld() {
        int p = checked.malloc(8);
        int q = checked.calloc(2, 8);
        checked.free(p);
        HeapError leak = checked.leaks().get(0);
        assertEquals(1, checked.leaks().size());
        assertEquals(
                List.of(Kind.LEAK, q, 2, 0),
                List.of(leak.kind(), leak.address(), leak.allocatedBy(), leak.freedBy()));
        assertMessage(leak, "16 bytes are still allocated");
        checked.free(q);
        assertEquals(List.of(), checked.leaks());
        assertEquals(List.of(), checked.errors());
    }

    @Test
    void quarantineDelaysReuse() {
        Checked hasty = new Checked(Heaps.textbook(new FirstFit()), 16, 0);
        int p = hasty.malloc(24);
        hasty.free(p);
        assertEquals(p, hasty.malloc(24));
        int q = checked.malloc(24);
        checked.free(q);
        assertNotEquals(q, checked.malloc(24));
    }

    @Test
    void quarantineGivesWayBeforeARequestIsRefused() {
        ListHeap small = Heaps.recipe(new FirstFit()).withChunk(128).withLimit(16 + 128).heap();
        Checked tight = new Checked(small);
        int p = tight.malloc(80);
        tight.free(p);
        assertEquals(p, tight.malloc(80));
        assertEquals(NULL, tight.malloc(80));
        assertEquals(List.of(), tight.errors());
    }

    @Test
    void stoppingThrowsTheFirstErrorOfACall() {
        checked.stopping();
        int p = checked.malloc(8);
        HeapError thrown = assertThrows(HeapError.class, () -> checked.store(p + 8, 1));
        assertSame(checked.errors().get(0), thrown);
        checked.free(p);
        assertThrows(HeapError.class, () -> checked.free(p));
        assertEquals(2, checked.errors().size());
    }

    @Test
    void sizesThatCannotBeAreRefusedAsByAnyMalloc() {
        assertEquals(NULL, checked.malloc(0));
        assertEquals(NULL, checked.malloc(Integer.MAX_VALUE));
        assertEquals(NULL, checked.calloc(1 << 20, 1 << 20));
        assertThrows(IllegalArgumentException.class, () -> checked.malloc(-1));
        assertThrows(IllegalArgumentException.class, () -> checked.usable(4));
        assertThrows(IllegalArgumentException.class, () -> new Checked(heap, 12, 0));
        assertTrue(checked.errors().isEmpty());
    }

    private HeapError only(Kind kind) {
        assertEquals(1, checked.errors().size(), checked.errors()::toString);
        assertEquals(kind, last().kind());
        return last();
    }

    private HeapError last() {
        return checked.errors().get(checked.errors().size() - 1);
    }

    private static void assertMessage(HeapError error, String part, Object... values) {
        String wanted = part.formatted(values);
        assertTrue(error.getMessage().contains(wanted), error.getMessage());
    }
}
