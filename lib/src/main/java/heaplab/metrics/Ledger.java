package heaplab.metrics;

import static heaplab.metrics.Use.FIXED;
import static heaplab.metrics.Use.FOOTER;
import static heaplab.metrics.Use.HEADER;
import static heaplab.metrics.Use.LARGEST;
import static heaplab.metrics.Use.PADDING;
import static heaplab.metrics.Use.PAYLOAD;
import static heaplab.metrics.Use.REMAINDER;
import static heaplab.metrics.Use.ROUNDING;
import static heaplab.metrics.Use.SCATTERED;

import heaplab.heap.Allocator;
import heaplab.heap.Inspectable;
import java.util.StringJoiner;

/**
 * Where every byte of a heap is at one moment: bytes for each {@link Use}, which add up to the heap
 * exactly. Cost: one walk over the heap.
 *
 * <pre>
 * block of a request:  | header | payload | padding | rounding | remainder | footer |
 * </pre>
 *
 * Fragmentation is internal within allocated blocks, external between free ones. Source: lecture 2,
 * "Internal Fragmentation" and "External Fragmentation".
 */
public final class Ledger {
    private static final Use[] USES = Use.values();

    private final long[] bytes; // by Use

    Ledger(long[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The ledger of a heap whose allocated blocks hold these requests, in any order.
     *
     * @throws IllegalArgumentException when there are more or fewer blocks than requests
     */
    public static <H extends Allocator & Inspectable> Ledger of(H heap, int... requestedBytes) {
        Requests live = new Requests(heap, 0);
        for (int request : requestedBytes) live.add(request, 1);
        return of(heap, new Walk(heap), live);
    }

    static Ledger of(Inspectable heap, Walk walk, Requests live) {
        if (walk.allocatedBlocks != live.count())
            throw new IllegalArgumentException(
                    "%d requests for %d allocated blocks: expected one each"
                            .formatted(live.count(), walk.allocatedBlocks));
        long[] bytes = new long[USES.length];
        bytes[PAYLOAD.ordinal()] = live.payload();
        bytes[HEADER.ordinal()] = (long) live.count() * heap.headerBytes();
        bytes[FOOTER.ordinal()] = (long) live.count() * heap.footerBytes(true);
        bytes[PADDING.ordinal()] =
                live.needed() - live.payload() - bytes[HEADER.ordinal()] - bytes[FOOTER.ordinal()];
        bytes[ROUNDING.ordinal()] = live.rounded() - live.needed();
        bytes[REMAINDER.ordinal()] = walk.allocatedBytes - live.rounded();
        bytes[FIXED.ordinal()] = heap.memory().brk() - walk.allocatedBytes - walk.freeBytes;
        bytes[SCATTERED.ordinal()] = walk.freeBytes - walk.largestFree;
        bytes[LARGEST.ordinal()] = walk.largestFree;
        return new Ledger(bytes);
    }

    /** Bytes that are used so. */
    public long bytes(Use use) {
        return bytes[use.ordinal()];
    }

    /** Bytes of the heap: all uses together. */
    public long heap() {
        long sum = 0;
        for (long part : bytes) sum += part;
        return sum;
    }

    /** Bytes that are neither payload nor free. */
    public long overhead() {
        long sum = 0;
        for (Use use : USES) if (use.isOverhead()) sum += bytes(use);
        return sum;
    }

    /** Bytes in free blocks, tags included. */
    public long free() {
        return bytes(SCATTERED) + bytes(LARGEST);
    }

    /** Bytes in allocated blocks, tags included. */
    public long allocated() {
        return heap() - free() - bytes(FIXED);
    }

    /** 1 - payload / bytes of allocated blocks; 0 when there are none. */
    public double internalFragmentation() {
        return allocated() == 0 ? 0 : 1 - (double) bytes(PAYLOAD) / allocated();
    }

    /** 1 - largest free block / free bytes; 0 when nothing is free. */
    public double externalFragmentation() {
        return free() == 0 ? 0 : 1 - (double) bytes(LARGEST) / free();
    }

    /** For example "payload 21 + headers 8 + ... = 64 bytes"; what is 0 is left out. */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(" + ", "", " = " + heap() + " bytes");
        for (Use use : USES) if (bytes(use) != 0) text.add(use + " " + bytes(use));
        return text.toString();
    }
}
