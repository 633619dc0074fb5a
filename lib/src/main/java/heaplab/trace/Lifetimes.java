package heaplab.trace;

import heaplab.heap.Allocator;
import heaplab.heap.Inspectable;
import heaplab.memory.Memory;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Where every block of a trace was put, and from when to when: a whole replay in columns, one row
 * per block in the order they came. Rasters and movies are drawn from it.
 *
 * <p>A realloc that leaves a block where it is and as large as it is continues its life; one that
 * moves or resizes it ends a life and begins another. A block that is never freed is gone when the
 * trace ends. Cost: 24 bytes per block.
 */
public final class Lifetimes {
    private static final int OPERATIONS_PER_REPORT = 8192;

    private final Trace trace;
    private int[] block = new int[1024]; // where it starts, header included
    private int[] bytes = new int[1024]; // in all, header included
    private int[] asked = new int[1024]; // bytes the program asked for last
    private int[] id = new int[1024]; // of the trace
    private int[] born = new int[1024]; // the operation that placed it there
    private int[] gone = new int[1024]; // the operation that took it away
    private int count;
    private int[] growthOperation = new int[16]; // operations after which the heap had another size
    private int[] growthBytes = new int[16]; // its size from then on
    private int growths;

    private Lifetimes(Trace trace) {
        this.trace = trace;
    }

    /** Replays a trace on an allocator that has not been used yet. */
    public static Lifetimes of(Trace trace, Allocator fresh) {
        return of(trace, fresh, done -> {});
    }

    /** The same, telling every few thousand operations how many are done. */
    public static Lifetimes of(Trace trace, Allocator fresh, LongConsumer progress) {
        Lifetimes lifetimes = new Lifetimes(trace);
        lifetimes.new Recorder(fresh).record(progress);
        return lifetimes;
    }

    /** Replays and writes down what became of the block of each operation. */
    private final class Recorder {
        private final Allocator heap;
        private final Memory memory;
        private final Replay replay;
        private final int header;
        private final int footer;
        private final int[] rows = new int[trace.ids()]; // of each live id

        Recorder(Allocator heap) {
            this.heap = heap;
            memory = heap.memory();
            replay = new Replay(trace, heap);
            header = heap instanceof Inspectable h ? h.headerBytes() : 0;
            footer = heap instanceof Inspectable h ? h.footerBytes(true) : 0;
        }

        void record(LongConsumer progress) {
            grown(0, memory.brk());
            for (int i = 0; i < trace.operations(); i++) {
                if (i % OPERATIONS_PER_REPORT == 0) progress.accept(i);
                operation(i);
                if (memory.brk() != growthBytes[growths - 1]) grown(i + 1, memory.brk());
            }
            progress.accept(trace.operations());
        }

        private void operation(int i) {
            int which = trace.id(i);
            int old = which < 0 ? Allocator.NULL : replay.address(which);
            replay.runTo(i + 1);
            if (which < 0) return;
            int now = replay.address(which);
            int size = now == Allocator.NULL ? 0 : usable(now, trace.bytes(i)) + header + footer;
            boolean stays = old != Allocator.NULL && old == now && size == bytes[rows[which]];
            if (stays) {
                if (trace.bytes(i) > 0) asked[rows[which]] = trace.bytes(i);
                return;
            }
            if (old != Allocator.NULL) gone[rows[which]] = i;
            if (now != Allocator.NULL) rows[which] = born(i, now - header, size);
        }

        private int usable(int address, int askedFor) {
            return heap instanceof Inspectable ? heap.usable(address) : askedFor;
        }
    }

    private int born(int operation, int address, int size) {
        if (count == block.length) grow();
        block[count] = address;
        bytes[count] = size;
        asked[count] = trace.bytes(operation);
        id[count] = trace.id(operation);
        born[count] = operation;
        gone[count] = trace.operations();
        return count++;
    }

    private void grow() {
        int length = 2 * count;
        block = Arrays.copyOf(block, length);
        bytes = Arrays.copyOf(bytes, length);
        asked = Arrays.copyOf(asked, length);
        id = Arrays.copyOf(id, length);
        born = Arrays.copyOf(born, length);
        gone = Arrays.copyOf(gone, length);
    }

    private void grown(int operations, int heapBytes) {
        if (growths == growthBytes.length) {
            growthOperation = Arrays.copyOf(growthOperation, 2 * growths);
            growthBytes = Arrays.copyOf(growthBytes, 2 * growths);
        }
        growthOperation[growths] = operations;
        growthBytes[growths++] = heapBytes;
    }

    public Trace trace() {
        return trace;
    }

    /** Number of blocks there ever were. */
    public int count() {
        return count;
    }

    /** Where a block starts, its header included. */
    public int block(int row) {
        return block[row];
    }

    /** Bytes of a block in all. */
    public int bytes(int row) {
        return bytes[row];
    }

    /** Bytes the program asked for. */
    public int asked(int row) {
        return asked[row];
    }

    /** The trace's id of a block. */
    public int id(int row) {
        return id[row];
    }

    /** The operation that placed a block there. */
    public int born(int row) {
        return born[row];
    }

    /** The operation that took a block away; the number of operations if none did. */
    public int gone(int row) {
        return gone[row];
    }

    /** How many operations long a block was there. */
    public int lifetime(int row) {
        return gone[row] - born[row];
    }

    /** Whether a block is there after this many operations. */
    public boolean isLive(int row, int operationsDone) {
        return born[row] < operationsDone && operationsDone <= gone[row];
    }

    /** The block at the highest address after this many operations; -1 if there is none. */
    public int topmost(int operationsDone) {
        int top = -1;
        for (int row = 0; row < count; row++)
            if (isLive(row, operationsDone) && (top < 0 || block[row] > block[top])) top = row;
        return top;
    }

    /** How many sizes the heap had, the one before the first operation included. */
    public int sizes() {
        return growths;
    }

    /** Operations done when the heap came to have a size. */
    public int sizeSince(int which) {
        return growthOperation[which];
    }

    /** A size of the heap, in bytes. */
    public int size(int which) {
        return growthBytes[which];
    }

    /** Bytes of heap after this many operations. */
    public int heapBytes(int operationsDone) {
        int found = Arrays.binarySearch(growthOperation, 0, growths, operationsDone);
        return growthBytes[found >= 0 ? found : -found - 2];
    }

    /** Most bytes of heap. */
    public int peakHeapBytes() {
        return Arrays.stream(growthBytes, 0, growths).max().orElse(0);
    }

    /** Bytes of all blocks there, by number of operations done. */
    public long[] allocatedBytes() {
        long[] sum = new long[trace.operations() + 2];
        for (int i = 0; i < count; i++) {
            sum[born[i] + 1] += bytes[i];
            sum[gone[i] + 1] -= bytes[i];
        }
        for (int n = 1; n < sum.length; n++) sum[n] += sum[n - 1];
        return sum;
    }
}
