package heaplab.alloc;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Freed blocks whose memory is not used again yet, the oldest first: the longer they wait, the
 * later a late write is still noticed. Cost: constant time, and up to a limit of bytes kept from
 * use.
 */
final class Quarantine {
    private final Deque<GuardedBlock> waiting = new ArrayDeque<>(); // the oldest first
    private final int limit; // bytes, redzones included
    private long bytes; // of those waiting

    Quarantine(int limitBytes) {
        limit = limitBytes;
    }

    void add(GuardedBlock block) {
        waiting.add(block);
        bytes += block.wholeBytes();
    }

    /** Takes out the block that has waited longest. */
    GuardedBlock remove() {
        GuardedBlock oldest = waiting.remove();
        bytes -= oldest.wholeBytes();
        return oldest;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    boolean isOverLimit() {
        return bytes > limit;
    }

    void forEach(Consumer<GuardedBlock> action) {
        waiting.forEach(action);
    }
}
