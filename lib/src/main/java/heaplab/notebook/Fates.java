package heaplab.notebook;

import heaplab.heap.Fit;
import heaplab.view.Bundle;
import heaplab.view.HeapPicture;
import heaplab.view.Picture;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One heap, one future, several fits: which of them serves all requests of a row on a drawn heap
 * that cannot grow, and what the heap looks like after them.
 */
public final class Fates implements Picture {
    private final List<Fate> fates;

    private Fates(String blocks, boolean inWords, List<Integer> requests, Fit... fits) {
        fates = Arrays.stream(fits).map(fit -> new Fate(blocks, inWords, requests, fit)).toList();
    }

    /** Requests in bytes, as a program makes them, on a heap drawn as in "F40 A16 F24". */
    public static Fates of(String blocks, List<Integer> requestBytes, Fit... fits) {
        return new Fates(blocks, false, requestBytes, fits);
    }

    /** Requests for whole blocks of so many words, an even number, headers included. */
    public static Fates ofWords(String blocks, List<Integer> blockWords, Fit... fits) {
        return new Fates(blocks, true, blockWords, fits);
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

    /** For instance "first fit serves 20, 28, 12; best fit serves 20, 28, but not 12". */
    @Override
    public String toString() {
        return fates.stream().map(Fate::toString).collect(Collectors.joining("; "));
    }

    /** Throws, below the pictures of both, unless only the second fit refuses a request. */
    static void requireWin(String blocks, List<Integer> requests, Fit winner, Fit loser, int most) {
        Fates fates = of(blocks, requests, winner, loser);
        int bytes = Arrays.stream(blocks.strip().split("\\s+")).mapToInt(Fates::bytes).sum();
        if (bytes > most)
            throw new CheckFailed(
                    "the heap has %d bytes: expected at most %d".formatted(bytes, most));
        Fate wins = fates.fates.get(0);
        Fate loses = fates.fates.get(1);
        if (wins.isServed() && !loses.isServed()) return;
        Display.show(fates);
        throw new CheckFailed(
                wins.isServed()
                        ? loses + ". Make it cut both holes, so that no piece is left for the last."
                        : wins + ". It has to serve all: which hole did it cut too early?");
    }

    private static int bytes(String block) {
        return Integer.parseInt(block.substring(1));
    }
}
