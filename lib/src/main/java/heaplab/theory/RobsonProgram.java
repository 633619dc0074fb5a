package heaplab.theory;

import heaplab.heap.Allocator;
import heaplab.heap.ListHeap;
import heaplab.heap.Recipe;
import heaplab.trace.Trace;
import java.util.ArrayList;
import java.util.List;

/**
 * The worst program there is, made while it runs: it sees where the allocator puts its blocks. It
 * asks for single words up to its limit. Then, for sizes 2, 4 ... largest: it keeps the blocks that
 * occupy one word in every `size`, at the offset that keeps the most room from being used, frees
 * the others, and asks for as many blocks of the size as its limit allows. None of them fits
 * between two that were kept.
 *
 * <p>A word here is the heap's smallest block, tags included, and a request is made so that its
 * block is a whole number of them: so headers do not count, and the bound applies as it stands.
 * Source: Robson 1974; see {@link Bounds#anyAllocator}.
 */
public final class RobsonProgram {
    private final int live; // words
    private final int largest; // words
    private final List<Block> blocks = new ArrayList<>(); // live ones
    private Trace.Builder trace;
    private Allocator heap;
    private int wordBytes;
    private int tagBytes; // of an allocated block
    private int origin; // address of the first block
    private int used; // words live
    private int peak; // words
    private int top; // words from the origin to the end of the topmost block ever placed
    private boolean defeated;

    /**
     * A live block: its id in the trace, its address, and its first word counted from the origin.
     */
    private record Block(int id, int address, int word, int words) {
        /** Whether it occupies a word that leaves this rest when divided by a power of two. */
        boolean occupies(int offset, int modulus) {
            return (offset - word & modulus - 1) < words;
        }
    }

    private RobsonProgram(int live, int largest) {
        if (largest < 1 || Integer.bitCount(largest) != 1 || live % largest != 0 || live < 1)
            throw new IllegalArgumentException(
                    "live %d, largest %d words: expected a power of two that divides live"
                            .formatted(live, largest));
        this.live = live;
        this.largest = largest;
    }

    /**
     * Runs against a new heap made to a recipe, which grows in the smallest steps there are.
     *
     * @param live most words allocated at once: a multiple of largest
     * @param largest request in words: a power of two
     */
    public static Forced against(Recipe recipe, int live, int largest) {
        ListHeap heap = recipe.withChunk(recipe.alignment()).heap();
        int tags = heap.headerBytes() + heap.footerBytes(true);
        return against(heap, heap.sizeFor(1), tags, live, largest);
    }

    /**
     * Runs against any allocator of which nothing was asked yet.
     *
     * @param wordBytes bytes that count as a word: a block of so many has to be possible
     * @param tagBytes bytes of each block that are not payload, less than wordBytes
     */
    public static Forced against(
            Allocator heap, int wordBytes, int tagBytes, int live, int largest) {
        if (tagBytes < 0 || tagBytes >= wordBytes)
            throw new IllegalArgumentException(
                    "tags of %d bytes: expected 0 to %d".formatted(tagBytes, wordBytes - 1));
        RobsonProgram program = new RobsonProgram(live, largest);
        program.heap = heap;
        program.wordBytes = wordBytes;
        program.tagBytes = tagBytes;
        program.trace = Trace.named("Robson(%,d, %,d)".formatted(live, largest));
        program.run();
        return program.forced();
    }

    private void run() {
        fill(1);
        int offset = 0;
        for (int size = 2; size <= largest && !defeated; size *= 2) {
            if (wasted(offset + size / 2, size) > wasted(offset, size)) offset += size / 2;
            freeAllBut(offset, size);
            fill(size);
        }
    }

    /** Asks for blocks of a size until the limit is reached, or until one is refused. */
    private void fill(int words) {
        while (used + words <= live && !defeated) {
            int id = trace.ids();
            int bytes = words * wordBytes - tagBytes;
            int address = heap.malloc(bytes);
            trace.malloc(id, bytes);
            if (address == Allocator.NULL) defeated = true;
            else place(id, address, words);
        }
    }

    private void place(int id, int address, int words) {
        if (id == 0) origin = address;
        Block block = new Block(id, address, Math.floorDiv(address - origin, wordBytes), words);
        blocks.add(block);
        used += words;
        peak = Math.max(peak, used);
        top = Math.max(top, block.word + words);
    }

    /** Words that the blocks at an offset keep from requests of a size, beyond their own. */
    private int wasted(int offset, int size) {
        return blocks.stream()
                .filter(block -> block.occupies(offset, size))
                .mapToInt(block -> size - block.words)
                .sum();
    }

    private void freeAllBut(int offset, int size) {
        for (Block block : blocks) {
            if (block.occupies(offset, size)) continue;
            heap.free(block.address);
            trace.free(block.id);
            used -= block.words;
        }
        blocks.removeIf(block -> !block.occupies(offset, size));
    }

    private Forced forced() {
        return new Forced(live, largest, peak, top, defeated, trace.build());
    }

    /**
     * What the program has made of an allocator.
     *
     * @param live the limit, words
     * @param largest request, words
     * @param peak most words live
     * @param heap from the first block to the end of the topmost one ever placed, words: the least
     *     heap that would have been enough
     * @param defeated whether a request was refused: the heap had a limit, and that was not enough
     * @param trace the program as it ran, to be replayed, drawn and compared
     */
    public record Forced(int live, int largest, int peak, int heap, boolean defeated, Trace trace) {
        /** Heap / most words live. */
        public double timesLive() {
            return (double) heap / peak;
        }

        /** Heap / {@link Bounds#anyAllocator}: 1 is what the best of all allocators would need. */
        public double ofBound() {
            return heap / Bounds.anyAllocator(live, largest);
        }

        @Override
        public String toString() {
            return "%,d words live, %,d words of heap: %.2f times as many, %.1f %% of the bound"
                    .formatted(peak, heap, timesLive(), 100 * ofBound());
        }
    }
}
