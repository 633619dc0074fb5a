package heaplab.metrics;

import heaplab.heap.Allocator;
import heaplab.heap.Inspectable;
import heaplab.trace.Replay;
import heaplab.trace.Trace;

/**
 * Running totals over the live blocks of a replay, told of each operation after it was done:
 * payload, and the bytes that their blocks need for it. Constant time per operation, allocates
 * nothing. A block whose realloc was refused is lost to the program but not freed, so it goes on
 * counting.
 */
final class Requests {
    private final Inspectable heap; // null when it cannot be looked into
    private final int[] requested; // bytes of each id; 0 when it is not live
    private int count; // live blocks
    private long payload; // bytes asked for
    private long needed; // bytes of the blocks they need
    private long rounded; // the same rounded up to size classes
    private long peakPayload;
    private long refused; // requests answered with NULL

    Requests(Allocator heap, int ids) {
        this.heap = heap instanceof Inspectable inspectable ? inspectable : null;
        requested = new int[ids];
    }

    /** The last operation that the replay has done. */
    void done(Trace trace, int operation, Replay replay) {
        int id = trace.id(operation);
        if (id < 0) return;
        int asked = trace.bytes(operation);
        boolean granted = replay.address(id) != Allocator.NULL;
        if (asked > 0 && !granted) refused++;
        else add(requested[id], -1);
        requested[id] = granted ? asked : 0;
        add(requested[id], 1);
        peakPayload = Math.max(peakPayload, payload);
    }

    /** Counts a block in or out. */
    void add(int bytes, int sign) {
        if (bytes == 0) return;
        count += sign;
        payload += sign * bytes;
        if (heap == null) return;
        int size = heap.sizeFor(bytes);
        needed += sign * size;
        rounded += sign * heap.classFor(size);
    }

    int count() {
        return count;
    }

    long payload() {
        return payload;
    }

    long needed() {
        return needed;
    }

    long rounded() {
        return rounded;
    }

    long peakPayload() {
        return peakPayload;
    }

    long refused() {
        return refused;
    }
}
