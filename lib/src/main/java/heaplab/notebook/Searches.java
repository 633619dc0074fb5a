package heaplab.notebook;

import heaplab.heap.Fit;
import heaplab.view.Bundle;
import heaplab.view.HeapPicture;
import heaplab.view.Picture;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Several fits on the same drawn heap and the same requests: a strip for each, with the block that
 * the last request took outlined and all that its search looked at named below.
 */
public final class Searches implements Picture {
    private final List<Search> searches;
    private int[] guesses; // bytes of the block each fit takes; -1: no guess

    Searches(String blocks, List<Integer> requests, Fit... fits) {
        int[] bytes = requests.stream().mapToInt(Integer::intValue).toArray();
        searches = Arrays.stream(fits).map(fit -> new Search(blocks, fit, bytes)).toList();
        guesses = IntStream.generate(() -> -1).limit(fits.length).toArray();
    }

    /** Bytes of the block that each fit was thought to take, in the order of the fits; or -1. */
    public Searches guess(int... bytes) {
        if (bytes.length != searches.size())
            throw new IllegalArgumentException(
                    "%d guesses: expected %d".formatted(bytes.length, searches.size()));
        guesses = bytes.clone();
        return this;
    }

    @Override
    public Bundle bundle() {
        return HeapPicture.stack(
                        IntStream.range(0, searches.size())
                                .mapToObj(i -> searches.get(i).picture(guesses[i]))
                                .toArray(HeapPicture[]::new))
                .bundle();
    }
}
