package heaplab.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import heaplab.Heaps;
import heaplab.policy.FirstFit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Heaps drawn as text, and steps on their blocks, which are named by number from 0. */
final class Drawn {
    static final Recipe FIRST_FIT = Heaps.recipe(new FirstFit());

    private Drawn() {}

    static ListHeap heap(Recipe recipe, String text) {
        ListHeap heap = HeapText.parse(recipe, text);
        assertEquals(text, heap.toString());
        return heap;
    }

    /** Address of the payload of a block. */
    static int payload(ListHeap heap, int number) {
        List<Integer> all = new ArrayList<>();
        heap.walk((block, bytes, allocated) -> all.add(heap.blocks().payload(block)));
        return all.get(number);
    }

    static void free(ListHeap heap, int number) {
        heap.free(payload(heap, number));
    }

    /** Number of the block that malloc puts a request into; -1: refused. */
    static int placed(ListHeap heap, int bytes) {
        int address = heap.malloc(bytes);
        for (int i = 0; address != Allocator.NULL; i++) if (payload(heap, i) == address) return i;
        return -1;
    }

    /** The blocks in each list of free blocks, by number: "free list: 3 1". */
    static List<String> chains(ListHeap heap) {
        List<Integer> all = new ArrayList<>();
        heap.walk((block, bytes, allocated) -> all.add(block));
        return heap.chains().stream()
                .map(
                        chain ->
                                chain.blocks().stream()
                                        .map(block -> " " + all.indexOf(block))
                                        .collect(Collectors.joining("", chain.name() + ":", "")))
                .toList();
    }

    /** Largest payload of a block of this many bytes. */
    static int payloadOf(ListHeap heap, int blockBytes) {
        return blockBytes - heap.blocks().overhead();
    }

    static void assertHeap(String text, ListHeap heap) {
        assertEquals(text, heap.toString());
        heap.check();
    }
}
