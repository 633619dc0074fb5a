package heaplab.notebook;

import heaplab.heap.Allocator;
import heaplab.heap.Blocks;
import heaplab.heap.BrokenHeap;
import heaplab.heap.ListHeap;
import heaplab.memory.Memory;
import heaplab.view.HeapPicture;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;

/**
 * A drawn heap in which every word is known: the blocks of the program are numbered through, all
 * free memory is dirty. One call is made on it, and afterwards nobody else's words may have
 * changed.
 */
final class KnownHeap {
    private static final int DIRT = 777; // in every word of free memory

    private final String drawn; // the heap before the call
    private final String hint;
    private final ListHeap heap;
    private final TreeMap<Integer, int[]> live = new TreeMap<>(); // addresses to their words
    private final Memory.Snapshot start;
    private final HeapPicture before;
    private String call = ""; // that was made
    private int answer; // of the call

    /** A heap drawn as in "A16 F24", and what to think of when the call on it goes wrong. */
    KnownHeap(String blocks, String hint) {
        drawn = blocks;
        this.hint = hint;
        heap = Lab.heap(blocks);
        heap.walk(this::fill);
        start = heap.memory().snapshot();
        before = HeapPicture.of(heap).values().titled("before: " + blocks);
    }

    private void fill(int block, int bytes, boolean allocated) {
        int payload = heap.blocks().payload(block);
        int[] words = new int[(bytes - Blocks.TAG) / Memory.WORD];
        for (int i = 0; i < words.length; i++) {
            words[i] = allocated ? 10 * (live.size() + 1) + i : DIRT;
            heap.memory().word(payload + Memory.WORD * i, words[i]);
        }
        if (allocated) live.put(payload, words);
    }

    ListHeap heap() {
        return heap;
    }

    /** The program's first block, as an address. */
    int first() {
        return live.firstKey();
    }

    /** Words of a block of the program. */
    int[] words(int address) {
        return live.get(address);
    }

    /**
     * Whether the word behind a block lies behind its copy too, in a new block with room for it.
     */
    boolean holdsWhatLayBehind(int old, int copy, int bytes) {
        int end = Memory.WORD * live.get(old).length;
        return copy != old
                && end + Memory.WORD <= bytes
                && heap.memory().word(copy + end) == start.word(old + end);
    }

    /** The program does not hold this block any more. */
    void givenBack(int address) {
        live.remove(address);
    }

    /** Whether a free block is large enough for this payload, in bytes. */
    boolean fits(long bytes) {
        return bytes + Blocks.TAG <= Lab.heap(drawn).largestFree();
    }

    /** Makes the call; what it answers is NULL or not, as expected. */
    int run(String what, IntSupplier function, boolean granted) {
        call = what;
        try {
            answer = function.getAsInt();
        } catch (NotAnswered open) {
            throw open;
        } catch (RuntimeException e) {
            throw wrong("it broke off with \"%s\"".formatted(e.getMessage()));
        }
        if (granted && answer == Allocator.NULL) throw wrong("found NULL, but there is room");
        if (!granted && answer != Allocator.NULL)
            throw wrong("found a block at %d, expected NULL".formatted(answer));
        return answer;
    }

    /** Every law holds, and allocated are the program's blocks, word for word, and the new one. */
    void checkTheOthers() {
        try {
            heap.check();
        } catch (BrokenHeap broken) {
            throw wrong("the heap is broken at %d".formatted(broken.address()));
        }
        live.forEach(this::checkWords);
        int[] allocated = {0};
        heap.walk((block, bytes, used) -> allocated[0] += used ? 1 : 0);
        int expected = live.size() + (answer == Allocator.NULL ? 0 : 1);
        if (allocated[0] != expected)
            throw wrong("found %d allocated blocks, expected %d".formatted(allocated[0], expected));
    }

    private void checkWords(int address, int[] words) {
        if (!heap.blocks().isAllocated(heap.blocks().of(address)))
            throw wrong("the block at %d was freed".formatted(address));
        for (int i = 0; i < words.length; i++)
            if (heap.memory().word(address + Memory.WORD * i) != words[i])
                throw wrong("word %d of the block at %d was %d".formatted(i, address, words[i]));
    }

    /** A failure, below the heap before and after the call. */
    CheckFailed wrong(String what) {
        Map<Integer, String> names = answer == Allocator.NULL ? Map.of() : Map.of(answer, "q");
        HeapPicture after = HeapPicture.of(heap).values().names(names);
        Display.show(HeapPicture.stack(before, after.since(before).titled("after " + call)));
        return new CheckFailed("%s in the heap %s: %s. %s".formatted(call, drawn, what, hint));
    }
}
