package heaplab.notebook;

import heaplab.heap.Allocator;
import heaplab.heap.Fit;
import heaplab.heap.ListHeap;
import heaplab.view.HeapPicture;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Requests served one after the other by a drawn heap: which fits where, and what is refused. */
public final class Packing {
    private final ListHeap heap;
    private final Map<Integer, String> names = new HashMap<>(); // by address
    private final int[] requests; // bytes
    private int refused; // bytes

    Packing(String blocks, Fit fit, int... requests) {
        heap = Lab.heap(blocks, fit);
        this.requests = requests;
        for (int bytes : requests) {
            int address = heap.malloc(bytes);
            if (address == Allocator.NULL) refused += bytes;
            else names.put(address, String.valueOf(bytes));
        }
    }

    /** Bytes asked for and not given. */
    public int refused() {
        return refused;
    }

    /** The heap in the end, with the bytes asked for on each block given. */
    public HeapPicture picture() {
        String order =
                Arrays.stream(requests).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        String end = refused == 0 ? "all served" : "%,d bytes refused".formatted(refused);
        return HeapPicture.of(heap)
                .names(names)
                .titled("requests of %s bytes, in this order: %s".formatted(order, end));
    }
}
