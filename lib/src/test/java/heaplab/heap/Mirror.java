package heaplab.heap;

import static heaplab.heap.Allocator.NULL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.memory.Memory;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that trusts nobody: it keeps its own list of the blocks it holds, fills each with a
 * pattern, and after every step tests what an allocator owes its program.
 */
final class Mirror {
    private record Held(int address, int bytes, int seed) {
        int pattern(int i) {
            return (seed * 131 + i * 7) & 0xff;
        }
    }

    private final Allocator heap;
    private final int alignment;
    private final List<Held> held = new ArrayList<>();
    private int steps;

    Mirror(Allocator heap, int alignment) {
        this.heap = heap;
        this.alignment = alignment;
    }

    /** Does one step; what the allocator answered, or NULL for a free. */
    int step(Op op) {
        steps++;
        boolean none = held.isEmpty();
        return switch (op.kind()) {
            case MALLOC -> hold(heap.malloc(op.bytes()), op.bytes());
            case CALLOC -> calloc(op.count(), op.bytes());
            case REALLOC ->
                    none
                            ? hold(heap.realloc(NULL, op.bytes()), op.bytes())
                            : realloc(op.pick() % held.size(), op.bytes());
            case FREE -> none ? NULL : free(op.pick() % held.size());
            case FREE_NULL -> {
                heap.free(NULL);
                yield NULL;
            }
        };
    }

    private int calloc(int count, int bytes) {
        int address = heap.calloc(count, bytes);
        if (address != NULL)
            for (int i = 0; i < count * bytes; i++)
                assertEquals(0, memory().byteAt(address + i), "byte of a calloc");
        long total = (long) count * bytes;
        assertTrue(address == NULL || total <= Integer.MAX_VALUE, "calloc overflowed");
        return hold(address, (int) total);
    }

    private int realloc(int pick, int bytes) {
        Held old = held.get(pick);
        testContents(old, old.bytes());
        int moved = heap.realloc(old.address(), bytes);
        if (bytes > 0 && moved == NULL) {
            testContents(old, old.bytes());
            return NULL;
        }
        held.remove(pick);
        if (bytes > 0)
            testContents(new Held(moved, old.bytes(), old.seed()), Math.min(bytes, old.bytes()));
        return hold(moved, bytes);
    }

    private int free(int pick) {
        Held block = held.remove(pick);
        testContents(block, block.bytes());
        heap.free(block.address());
        return NULL;
    }

    private int hold(int address, int bytes) {
        if (address == NULL) return NULL;
        assertTrue(bytes > 0, "a block of 0 bytes at " + address);
        assertEquals(0, address % alignment, "alignment of " + address);
        assertTrue(address > 0 && address + bytes <= memory().brk(), "outside: " + address);
        assertTrue(heap.usable(address) >= bytes, "usable bytes at " + address);
        for (Held other : held)
            assertTrue(
                    address + bytes <= other.address()
                            || other.address() + other.bytes() <= address,
                    () -> address + " (" + bytes + " bytes) overlaps " + other);
        Held block = new Held(address, bytes, steps);
        held.add(block);
        for (int i = 0; i < bytes; i++) memory().byteAt(address + i, block.pattern(i));
        return address;
    }

    private void testContents(Held block, int bytes) {
        for (int i = 0; i < bytes; i++)
            if (memory().byteAt(block.address() + i) != block.pattern(i))
                assertEquals(
                        block.pattern(i),
                        memory().byteAt(block.address() + i),
                        "byte " + i + " of " + block);
    }

    /** Frees all blocks, the one held longest first. */
    void freeAll() {
        while (!held.isEmpty()) free(0);
    }

    int blocks() {
        return held.size();
    }

    private Memory memory() {
        return heap.memory();
    }
}
