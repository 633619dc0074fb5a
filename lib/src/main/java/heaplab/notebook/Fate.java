package heaplab.notebook;

import heaplab.heap.Fit;
import heaplab.heap.Names;
import heaplab.theory.BareHeap;
import heaplab.view.HeapPicture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What one fit makes of some requests, in words, on a bare heap. */
final class Fate {
    private final String fit;
    private final BareHeap heap;
    private final List<Integer> requests; // words
    private final int[] addresses; // what each of them got

    Fate(String blocks, List<Integer> requests, Fit fit) {
        this.fit = Names.of(fit);
        this.requests = requests;
        heap = BareHeap.parse(blocks, fit);
        addresses = requests.stream().mapToInt(heap::malloc).toArray();
    }

    String fit() {
        return fit;
    }

    int words() {
        return heap.words();
    }

    boolean isServed() {
        return IntStream.of(addresses).noneMatch(address -> address == BareHeap.NONE);
    }

    /** The heap after the requests; what they got has their names. */
    HeapPicture picture() {
        Map<Integer, String> names = new HashMap<>();
        for (int i = 0; i < addresses.length; i++)
            names.put(addresses[i], String.valueOf(requests.get(i)));
        names.remove(BareHeap.NONE);
        return HeapPicture.of(heap)
                .inWords()
                .names(names)
                .titled(toString())
                .captioned("In words, A allocated and F free: " + heap);
    }

    /** For instance "first fit serves 1000, 1100, but not 250". */
    @Override
    public String toString() {
        String served = list(true).isEmpty() ? "nothing" : list(true);
        return fit + " serves " + served + (isServed() ? "" : ", but not " + list(false));
    }

    private String list(boolean served) {
        return IntStream.range(0, addresses.length)
                .filter(i -> (addresses[i] != BareHeap.NONE) == served)
                .mapToObj(i -> String.valueOf(requests.get(i)))
                .collect(Collectors.joining(", "));
    }
}
