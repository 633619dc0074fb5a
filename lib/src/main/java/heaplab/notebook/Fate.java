package heaplab.notebook;

import heaplab.heap.Allocator;
import heaplab.heap.Fit;
import heaplab.heap.ListHeap;
import heaplab.heap.Names;
import heaplab.view.HeapPicture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What one fit makes of some requests on a drawn heap that cannot grow. Headers only. */
final class Fate {
    private static final int WORD = 4;

    private final String fit;
    private final ListHeap heap;
    private final boolean inWords;
    private final List<Integer> requests; // bytes of payload, or words of whole blocks
    private final int[] addresses; // what each of them got

    Fate(String blocks, boolean inWords, List<Integer> requests, Fit fit) {
        this.fit = Names.of(fit);
        this.inWords = inWords;
        this.requests = requests;
        heap = Lab.heap(blocks, fit);
        addresses = requests.stream().mapToInt(r -> heap.malloc(payload(r))).toArray();
    }

    private int payload(int request) {
        return inWords ? request * WORD - heap.headerBytes() : request;
    }

    String fit() {
        return fit;
    }

    boolean isServed() {
        return IntStream.of(addresses).noneMatch(address -> address == Allocator.NULL);
    }

    /** The heap after the requests; what they got has their names. */
    HeapPicture picture() {
        Map<Integer, String> names = new HashMap<>();
        for (int i = 0; i < addresses.length; i++)
            names.put(addresses[i], String.valueOf(requests.get(i)));
        names.remove(Allocator.NULL);
        HeapPicture picture = HeapPicture.of(heap).names(names).titled(toString());
        return inWords ? picture.inWords() : picture;
    }

    /** For instance "first fit serves 1000, 1100, but not 250". */
    @Override
    public String toString() {
        String served = list(true).isEmpty() ? "nothing" : list(true);
        return fit + " serves " + served + (isServed() ? "" : ", but not " + list(false));
    }

    private String list(boolean served) {
        return IntStream.range(0, addresses.length)
                .filter(i -> (addresses[i] != Allocator.NULL) == served)
                .mapToObj(i -> String.valueOf(requests.get(i)))
                .collect(Collectors.joining(", "));
    }
}
