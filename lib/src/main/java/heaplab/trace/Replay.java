package heaplab.trace;

import heaplab.heap.Allocator;
import java.util.concurrent.CancellationException;

/**
 * Runs a trace on an allocator, all at once or up to a given operation. Allocates nothing per
 * operation. A block that was refused is NULL from then on: its free does nothing, its realloc is
 * refused as well.
 */
public final class Replay {
    private static final int OPERATIONS_PER_LOOK = 8192; // at the thread's interrupted flag

    private final Trace trace;
    private final Allocator heap;
    private final int[] addresses; // of each id; NULL when it is not live
    private int position; // operations done
    private int hash; // over all addresses that malloc and realloc answered

    /** At the start of a trace, with an allocator that has not been used yet. */
    public Replay(Trace trace, Allocator heap) {
        this.trace = trace;
        this.heap = heap;
        addresses = new int[trace.ids()];
    }

    /** Runs all that is left. */
    public Replay run() {
        return runTo(trace.operations());
    }

    /**
     * Runs until this many operations are done, at most all; does nothing if they are already.
     *
     * @throws CancellationException when the thread is interrupted
     */
    public Replay runTo(int end) {
        while (position < end) {
            if (Thread.interrupted())
                throw new CancellationException(
                        "replay of %s interrupted at operation %d"
                                .formatted(trace.name(), position));
            runBatch(Math.min(end, position + OPERATIONS_PER_LOOK));
        }
        return this;
    }

    private void runBatch(int end) {
        int[] codes = trace.codes;
        int[] sizes = trace.sizes;
        int[] at = addresses;
        Allocator allocator = heap;
        int h = hash;
        for (int i = position; i < end; i++) {
            int code = codes[i];
            int id = code >> Trace.KIND_BITS;
            switch (code & Trace.KIND) {
                case Trace.MALLOC -> h = h * 31 + (at[id] = allocator.malloc(sizes[i]));
                case Trace.FREE -> {
                    if (id >= 0) {
                        allocator.free(at[id]);
                        at[id] = Allocator.NULL;
                    }
                }
                default -> {
                    if (at[id] != Allocator.NULL || (code & Trace.KIND) == Trace.REALLOC_OF_NOTHING)
                        at[id] = allocator.realloc(at[id], sizes[i]);
                    h = h * 31 + at[id];
                }
            }
        }
        hash = h;
        position = end;
    }

    /** Operations done so far. */
    public int position() {
        return position;
    }

    /** Address of the block an id names now; NULL when it is not live, or was refused. */
    public int address(int id) {
        return addresses[id];
    }

    /** 31-based hash over all addresses answered so far: equal hashes, equal addresses. */
    public int hash() {
        return hash;
    }
}
