package heaplab.metrics;

import heaplab.heap.Allocator;
import heaplab.heap.Inspectable;
import heaplab.heap.ListHeap;
import heaplab.heap.Work;
import heaplab.trace.Trace;
import java.util.Arrays;

/**
 * Samples of one replay, in columns: the first before the first operation, the last after the last,
 * the others at even distances. Their number is bounded, so a long trace costs no more walks than a
 * short one. A heap that cannot be walked has payload and heap only: no ledger, no free blocks.
 */
public final class Timeline {
    private static final Use[] USES = Use.values();

    private final int[] operations; // done before each sample
    private final long[] payload; // bytes live at each sample
    private final long[] heap; // bytes of heap
    private final long[] peakPayload; // most payload so far
    private final long[] peakHeap; // most heap so far
    private final long[][] uses; // bytes by use, then by sample; null where no walk is possible
    private final int[] freeBlocks;
    private final int[] liveBlocks;
    private final FreeByAddress freeByAddress = new FreeByAddress();
    private final long[] mallocs; // so far
    private final long[] visits; // so far
    private final Work work; // of the heap

    Timeline(Trace trace, Allocator allocator, int most) {
        if (most < 2)
            throw new IllegalArgumentException(
                    "%d samples: expected 2 or more, for the start and the end".formatted(most));
        int size = (int) Math.min(most, trace.operations() + 1L);
        operations = new int[size];
        for (int i = 1; i < size; i++)
            operations[i] = (int) ((long) trace.operations() * i / (size - 1));
        payload = new long[size];
        heap = new long[size];
        peakPayload = new long[size];
        peakHeap = new long[size];
        uses = allocator instanceof Inspectable ? new long[USES.length][size] : null;
        freeBlocks = new int[size];
        liveBlocks = new int[size];
        mallocs = new long[size];
        visits = new long[size];
        work = workOf(allocator);
    }

    static Work workOf(Allocator allocator) {
        return allocator instanceof ListHeap list ? list.work() : new Work();
    }

    void sample(int i, Allocator allocator, Requests live) {
        payload[i] = live.payload();
        peakPayload[i] = live.peakPayload();
        heap[i] = allocator.memory().brk();
        peakHeap[i] = allocator.memory().highWater();
        liveBlocks[i] = live.count();
        mallocs[i] = work.mallocs;
        visits[i] = work.visits;
        if (!(allocator instanceof Inspectable inspectable)) return;
        boolean isLive = live.count() > 0;
        Walk walk = new Walk(inspectable, isLive ? freeByAddress.sample(inspectable) : null);
        Ledger ledger = Ledger.of(inspectable, walk, live);
        for (Use use : USES) uses[use.ordinal()][i] = ledger.bytes(use);
        freeBlocks[i] = walk.freeBlocks;
    }

    /** Number of samples. */
    public int size() {
        return operations.length;
    }

    /** Whether the heap could be walked, so that there are ledgers. */
    public boolean hasLedgers() {
        return uses != null;
    }

    /** Operations done before a sample. */
    public int operation(int sample) {
        return operations[sample];
    }

    /** Bytes asked for and live. */
    public long payload(int sample) {
        return payload[sample];
    }

    /** Bytes obtained from the system. */
    public long heap(int sample) {
        return heap[sample];
    }

    /** Most payload up to a sample, also between samples: what no allocator can do without. */
    public long peakPayload(int sample) {
        return peakPayload[sample];
    }

    /** Most payload so far / most heap so far. */
    public double utilization(int sample) {
        return peakHeap[sample] == 0 ? 0 : (double) peakPayload[sample] / peakHeap[sample];
    }

    /**
     * Where every byte was.
     *
     * @throws IllegalStateException when the heap cannot be walked
     */
    public Ledger ledger(int sample) {
        if (uses == null)
            throw new IllegalStateException("no ledger: the allocator's heap cannot be walked");
        return new Ledger(
                Arrays.stream(USES).mapToLong(use -> uses[use.ordinal()][sample]).toArray());
    }

    /** As in {@link Ledger#internalFragmentation}; NaN where there is no ledger. */
    public double internalFragmentation(int sample) {
        return uses == null ? Double.NaN : ledger(sample).internalFragmentation();
    }

    /** As in {@link Ledger#externalFragmentation}; NaN where there is no ledger. */
    public double externalFragmentation(int sample) {
        return uses == null ? Double.NaN : ledger(sample).externalFragmentation();
    }

    /** Number of free blocks; 0 where the heap cannot be walked. */
    public int freeBlocks(int sample) {
        return freeBlocks[sample];
    }

    /** Number of blocks that the program holds. */
    public int liveBlocks(int sample) {
        return liveBlocks[sample];
    }

    /** Free blocks for each that the program holds; NaN where it holds none. */
    public double freePerLive(int sample) {
        return liveBlocks[sample] == 0
                ? Double.NaN
                : (double) freeBlocks[sample] / liveBlocks[sample];
    }

    /** Where the free blocks were, over all samples at which something was live. */
    public FreeByAddress freeByAddress() {
        return freeByAddress;
    }

    /** Requests up to a sample. */
    public long mallocs(int sample) {
        return mallocs[sample];
    }

    /** Blocks looked at up to a sample. */
    public long visits(int sample) {
        return visits[sample];
    }

    /** Blocks looked at per malloc in the last few intervals; NaN where there was no malloc. */
    public double visitsPerMalloc(int sample, int intervals) {
        int before = Math.max(0, sample - intervals);
        long count = mallocs[sample] - mallocs[before];
        return count == 0 ? Double.NaN : (double) (visits[sample] - visits[before]) / count;
    }
}
