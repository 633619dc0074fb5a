package heaplab.theory;

import heaplab.heap.Fit;
import heaplab.heap.FreeBlocks;
import heaplab.heap.Inspectable;
import heaplab.memory.FlatMemory;
import heaplab.memory.Memory;
import java.util.Arrays;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/**
 * A heap as slides and theorems draw it: a fixed number of words, blocks of any whole number of
 * them, no headers. So what a block is cannot be read from the heap: a table below it has two bits
 * for each word, "a block starts here" and "it is allocated". Always splits, joins at once. Any
 * {@link Fit} works, its sizes are then words.
 *
 * <p>Cost: linear in the words. Source: lecture 2, "External Fragmentation"; Robson 1971.
 */
public final class BareHeap implements Inspectable {
    /** What {@link #malloc} answers when no free block is large enough; no address is negative. */
    public static final int NONE = -1;

    private static final int CURSOR = -Memory.WORD; // a block of a fit, or NIL
    private static final int PER_WORD = 16; // heap words in a word of the table
    private static final int MOST_WORDS = PER_WORD * (Memory.STATIC_BYTES / Memory.WORD - 1);
    private static final int START = 1;
    private static final int ALLOCATED = 2;

    private final int words;
    private final Fit fit;
    private final Memory memory;

    /** One free block of so many words, 1 to 16,368. */
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

    /**
     * A heap with these blocks, in words: "F5 A1 F4".
     *
     * @throws IllegalArgumentException when a block is not an A or F and 1 word or more
     */
    public static BareHeap parse(String blocks, Fit fit) {
        String[] parts = blocks.strip().split("\\s+");
        for (String part : parts)
            if (!part.matches("[AF][1-9][0-9]{0,5}"))
                throw new IllegalArgumentException(
                        "block \"%s\": expected A or F and a number of words".formatted(part));
        int[] sizes =
                Arrays.stream(parts).mapToInt(p -> Integer.parseInt(p.substring(1))).toArray();
        BareHeap heap = new BareHeap(IntStream.of(sizes).sum(), fit);
        int start = 0;
        for (int i = 0; i < parts.length; i++) {
            heap.write(start, sizes[i], true);
            start += sizes[i];
        }
        start = 0;
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].startsWith("F")) heap.free(start * Memory.WORD);
            start += sizes[i];
        }
        return heap;
    }

    /** Number of words. */
    public int words() {
        return words;
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
        for (int w = start; w < start + size; w++) bits(w, 0);
        bits(start, START | (allocated ? ALLOCATED : 0));
    }

    private void bits(int word, int bits) {
        int shift = 2 * (word % PER_WORD);
        int old = memory.word(tableAddress(word));
        memory.word(tableAddress(word), old & ~(3 << shift) | bits << shift);
    }

    private int bits(int word) {
        return memory.word(tableAddress(word)) >>> 2 * (word % PER_WORD) & 3;
    }

    private static int tableAddress(int word) {
        return -Memory.STATIC_BYTES + word / PER_WORD * Memory.WORD;
    }

    private int size(int start) {
        int end = start + 1;
        while (end < words && (bits(end) & START) == 0) end++;
        return end - start;
    }

    private boolean isFree(int start) {
        return (bits(start) & ALLOCATED) == 0;
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

    /** Its blocks as in {@link #parse}. */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(" ");
        walk((block, bytes, allocated) -> text.add((allocated ? "A" : "F") + bytes / Memory.WORD));
        return text.toString();
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
