package heaplab.notebook;

import heaplab.heap.Fit;
import heaplab.view.Bundle;
import heaplab.view.HeapPicture;
import heaplab.view.Picture;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One heap, one future, several fits: which of them serves all requests of a row on a drawn heap of
 * bare words that cannot grow, and what the heap looks like after them.
 */
public final class Fates implements Picture {
    private final List<Fate> fates;

    private Fates(List<Fate> fates) {
        this.fates = fates;
    }

    /** Requests in words, on a heap drawn in words, as in "F5 A1 F4". */
    public static Fates of(String blocks, List<Integer> requests, Fit... fits) {
        return new Fates(Arrays.stream(fits).map(fit -> new Fate(blocks, requests, fit)).toList());
    }

    /** The fits that refuse a request: "best fit", "first fit, best fit", or "none". */
    public String refusing() {
        String names =
                fates.stream()
                        .filter(fate -> !fate.isServed())
                        .map(Fate::fit)
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names;
    }

    @Override
    public Bundle bundle() {
        return HeapPicture.stack(fates.stream().map(Fate::picture).toArray(HeapPicture[]::new))
                .bundle();
    }

    /** For instance "first fit serves 3, 4, 2; best fit serves 3, 4, but not 2". */
    @Override
    public String toString() {
        return fates.stream().map(Fate::toString).collect(Collectors.joining("; "));
    }

    /** Throws, below the pictures of both, unless only the second fit refuses a request. */
    static void requireWin(String blocks, List<Integer> requests, Fit winner, Fit loser, int most) {
        Fates fates = of(blocks, requests, winner, loser);
        Fate wins = fates.fates.get(0);
        Fate loses = fates.fates.get(1);
        if (wins.words() > most)
            throw new CheckFailed(
                    "the heap has %d words: expected at most %d".formatted(wins.words(), most));
        if (wins.isServed() && !loses.isServed()) return;
        Display.show(fates);
        throw new CheckFailed(
                wins.isServed()
                        ? loses + ". Make it cut both holes, so that no piece is left for the last."
                        : wins + ". It has to serve all: which hole did it cut too early?");
    }
}
