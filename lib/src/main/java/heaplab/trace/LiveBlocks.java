package heaplab.trace;

/**
 * A simulated program's live blocks while its trace is made: in the order they came, as long as
 * none is freed from the middle. Every block gets an id of its own.
 */
final class LiveBlocks {
    private final Trace.Builder trace;
    private final int operations; // that the trace is to have
    private final int[] ids; // of live blocks: [oldest, end)
    private int oldest;
    private int end;

    LiveBlocks(String name, int operations) {
        if (operations < 0)
            throw new IllegalArgumentException(
                    operations + " operations: expected a number of 0 or more");
        this.operations = operations & -2;
        trace = Trace.named(name);
        ids = new int[this.operations / 2];
    }

    int count() {
        return end - oldest;
    }

    /** Whether this many operations can be added, and all that is live freed after them. */
    boolean roomFor(int more) {
        return trace.operations() + count() + more <= operations;
    }

    void malloc(int bytes) {
        trace.malloc(trace.ids(), bytes);
        ids[end++] = trace.ids() - 1;
    }

    /** Frees one of the live blocks, 0 to count; the newest takes its place. */
    void free(int which) {
        trace.free(ids[oldest + which]);
        ids[oldest + which] = ids[--end];
    }

    void freeNewest() {
        trace.free(ids[--end]);
    }

    void freeOldest() {
        trace.free(ids[oldest++]);
    }

    Trace freeAll() {
        while (count() > 0) freeOldest();
        return trace.build();
    }
}
