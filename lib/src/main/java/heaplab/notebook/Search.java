package heaplab.notebook;

import heaplab.heap.Fit;
import heaplab.heap.FreeBlocks;
import heaplab.heap.ListHeap;
import heaplab.heap.Names;
import heaplab.view.HeapPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One fit on a drawn heap: which free block each request took, and what the last one looked at. */
final class Search {
    private final String name;
    private final ListHeap heap;
    private Map<Integer, Integer> seen = Map.of(); // blocks of the last search to their bytes
    private final List<Integer> taken = new ArrayList<>(); // bytes of each block; 0: refused
    private HeapPicture before; // the last request
    private int asked; // bytes, by the last request
    private int address; // that the last request got

    Search(String blocks, Fit fit, int... requests) {
        name = Names.of(fit);
        heap = Lab.heap(blocks, (free, size) -> watch(fit, free, size));
        for (int bytes : requests) request(bytes);
    }

    private int watch(Fit fit, FreeBlocks free, int size) {
        Watched watched = new Watched(free);
        int block = fit.find(watched, size);
        seen = watched.seen();
        taken.add(block == FreeBlocks.NIL ? 0 : free.size(block));
        return block;
    }

    private void request(int bytes) {
        asked = bytes;
        before = HeapPicture.of(heap);
        address = heap.malloc(bytes);
    }

    /** Bytes of the free block that each request took, before it was cut; 0 where none fitted. */
    List<Integer> taken() {
        return taken;
    }

    /** The heap after the last request, the block it took outlined; a guess of -1 is none. */
    HeapPicture picture(int guess) {
        int bytes = taken.get(taken.size() - 1);
        String title =
                bytes == 0
                        ? name + " finds none"
                        : name + " takes the block of " + bytes + " bytes";
        if (guess >= 0) title += guess == bytes ? ": you are right" : "; you said " + guess;
        return HeapPicture.of(heap)
                .since(before)
                .names(Map.of(address, "malloc(" + asked + ")"))
                .titled(title)
                .captioned(looks());
    }

    private String looks() {
        int size = heap.sizeFor(asked);
        return seen.values().stream()
                .map(b -> b + (b < size ? " (too small)" : b == size ? " (exact)" : " (fits)"))
                .collect(Collectors.joining(", ", "Looks at free blocks of ", " bytes."));
    }
}
