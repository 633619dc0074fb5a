package heaplab.theory;

import heaplab.heap.Fit;
import heaplab.heap.FreeBlocks;
import heaplab.heap.Inspectable;
import heaplab.memory.FlatMemory;
import heaplab.memory.Memory;

/**
 * A heap as slides and theorems draw it: a fixed number of words, blocks of any whole number of
 * them, no headers. So what a block is cannot be read from the heap: a table below it, a word for
 * each word of the heap, holds size and allocated bit where a block starts. Always splits, joins at
 * once. Any {@link Fit} works, its sizes are then words.
 *
 * <p>Cost: linear, and as much memory again for the table. Source: lecture 2, "External
 * Fragmentation"; Robson 1971.
 */
public final class BareHeap implements Inspectable {
    /** What {@link #malloc} answers when no free block is large enough; no address is negative. */
    public static final int NONE = -1;

    private static final int TABLE = -Memory.STATIC_BYTES;
    private static final int CURSOR = -Memory.WORD; // a block of a fit, or NIL
    private static final int MOST_WORDS = Memory.STATIC_BYTES / Memory.WORD - 1;

    private final int words;
    private final Fit fit;
    private final Memory memory;

    /** One free block of so many words, 1 to 1023. */
    public BareHeap(int words, Fit fit) {
        if (words < 1 || words > MOST_WORDS)
            throw new IllegalArgumentException(
                    "%d words: expected 1 to %d".formatted(words, MOST_WORDS));
        this.words = words;
        this.fit = fit;
        memory = new FlatMemory(words * Memory.WORD);
        memory.sbrk(words * Memory.WORD);
        write(0, words, false);
    }

    /** A block of this many words: the address of its first byte, or {@link #NONE}. */
    public int malloc(int size) {
        if (size < 1) throw new IllegalArgumentException(size + " words: expected 1 or more");
        int block = fit.find(new FreeWords(), size);
        if (block == FreeBlocks.NIL) return NONE;
        int start = block - 1;
        int whole = size(start);
        write(start, size, true);
        if (whole > size) write(start + size, whole - size, false);
        return start * Memory.WORD;
    }

    /** Gives back a block by its address; {@link #NONE} does nothing. */
    public void free(int address) {
        if (address == NONE) return;
        int start = address / Memory.WORD;
        write(start, size(start), false);
        for (int w = 0; w < words; w += size(w))
            while (isFree(w) && w + size(w) < words && isFree(w + size(w)))
                write(w, size(w) + size(w + size(w)), false);
    }

    /** Words in free blocks. */
    public int freeWords() {
        int sum = 0;
        for (int w = 0; w < words; w += size(w)) if (isFree(w)) sum += size(w);
        return sum;
    }

    /** Words of the largest free block; 0 when there is none. */
    public int largestFree() {
        int largest = 0;
        for (int w = 0; w < words; w += size(w))
            if (isFree(w)) largest = Math.max(largest, size(w));
        return largest;
    }

    private void write(int start, int size, boolean allocated) {
        memory.word(TABLE + start * Memory.WORD, 2 * size + (allocated ? 1 : 0));
    }

    private int entry(int start) {
        return memory.word(TABLE + start * Memory.WORD);
    }

    private int size(int start) {
        return entry(start) / 2;
    }

    private boolean isFree(int start) {
        return entry(start) % 2 == 0;
    }

    @Override
    public Memory memory() {
        return memory;
    }

    @Override
    public void walk(BlockVisitor visitor) {
        for (int w = 0; w < words; w += size(w))
            visitor.block(w * Memory.WORD, size(w) * Memory.WORD, !isFree(w));
    }

    @Override
    public int headerBytes() {
        return 0;
    }

    @Override
    public int footerBytes(boolean allocated) {
        return 0;
    }

    @Override
    public int sizeFor(int payloadBytes) {
        return payloadBytes + Memory.WORD - 1 & -Memory.WORD;
    }

    /** Blocks by the number of their first word, counted from 1: 0 is no block. */
    private final class FreeWords implements FreeBlocks {
        @Override
        public int first() {
            return from(0);
        }

        /** The first free block that ends after a word. */
        private int from(int word) {
            for (int w = 0; w < words; w += BareHeap.this.size(w))
                if (isFree(w) && w + BareHeap.this.size(w) > word) return w + 1;
            return NIL;
        }

        @Override
        public int next(int block) {
            return from(block - 1 + size(block));
        }

        @Override
        public int size(int block) {
            return BareHeap.this.size(block - 1);
        }

        @Override
        public int cursor() {
            int block = memory.word(CURSOR);
            return block == NIL ? first() : from(block - 1);
        }

        @Override
        public void cursor(int block) {
            memory.word(CURSOR, block);
        }
    }
}
