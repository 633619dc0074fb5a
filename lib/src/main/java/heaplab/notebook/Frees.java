package heaplab.notebook;

import heaplab.heap.ListHeap;
import heaplab.heap.Recipe;
import heaplab.memory.Memory;
import heaplab.view.HeapPicture;
import heaplab.view.HeapStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The same block freed in several drawn heaps, for instance the four cases of boundary tags: what
 * they look like before and after, in words as on the slides.
 */
public final class Frees {
    private final List<HeapPicture> before = new ArrayList<>();
    private final List<HeapPicture> after = new ArrayList<>();
    private final List<Integer> words = new ArrayList<>();
    private int mostWritten; // words of a heap, by one free

    Frees(Recipe recipe, int number, String... heaps) {
        for (int i = 0; i < heaps.length; i++) {
            ListHeap heap = Lab.heap(heaps[i], recipe);
            free(heap, payload(heap, number), "heap " + (i + 1));
        }
    }

    private static int payload(ListHeap heap, int number) {
        List<Integer> blocks = new ArrayList<>();
        heap.walk((block, bytes, allocated) -> blocks.add(block));
        return heap.blocks().payload(blocks.get(number));
    }

    private void free(ListHeap heap, int p, String name) {
        HeapPicture old = Lab.draw(heap).inWords().names(Map.of(p, "p")).titled(name);
        Memory.Snapshot snapshot = heap.memory().snapshot();
        HeapPicture now = old.then("free(p) in " + name, () -> heap.free(p));
        mostWritten = Math.max(mostWritten, written(heap.memory(), snapshot));
        before.add(old);
        after.add(now);
        heap.walk(
                (b, bytes, allocated) -> {
                    if (b < p && p < b + bytes) words.add(bytes / 4);
                });
    }

    private static int written(Memory memory, Memory.Snapshot before) {
        return (int)
                IntStream.range(0, memory.brk() / Memory.WORD)
                        .map(i -> i * Memory.WORD)
                        .filter(a -> memory.word(a) != before.word(a))
                        .count();
    }

    /** Words of the heap that a free has written, at most. */
    public int mostWritten() {
        return mostWritten;
    }

    /** The heaps before. */
    public HeapStack before() {
        return stack(before);
    }

    /** The heaps after, with what has changed outlined. */
    public HeapStack after() {
        return stack(after);
    }

    private static HeapStack stack(List<HeapPicture> pictures) {
        return HeapPicture.stack(pictures.toArray(HeapPicture[]::new));
    }

    /** Words of the free block that the freed one has become, in each heap. */
    public List<Integer> words() {
        return List.copyOf(words);
    }
}
