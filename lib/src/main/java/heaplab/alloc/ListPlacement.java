package heaplab.alloc;

import heaplab.alloc.FreeListSimulator.Chunk;
import java.util.Arrays;
import java.util.List;

/** Which entry of a {@link FreeListSimulator}'s list a request gets, named as in the original. */
public enum ListPlacement {
    FIRST("first fit"),
    BEST("best fit"),
    WORST("worst fit");

    /** Where no entry is large enough. */
    public static final int NONE = -1;

    private final String words;

    ListPlacement(String words) {
        this.words = words;
    }

    /**
     * The placement of a name: FIRST, BEST or WORST.
     *
     * @throws IllegalArgumentException that lists the names when there is none of this name
     */
    public static ListPlacement named(String name) {
        return Arrays.stream(values())
                .filter(placement -> placement.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "found %s, expected FIRST, BEST or WORST".formatted(name)));
    }

    /** In words: "best fit". */
    public String words() {
        return words;
    }

    /** Position of the entry for a block of this many bytes, or {@link #NONE}. */
    public int find(List<Chunk> free, long bytes) {
        int found = NONE;
        for (int i = 0; i < free.size(); i++) {
            boolean fits = free.get(i).bytes() >= bytes;
            if (fits && (found == NONE || isBetter(free.get(i), free.get(found)))) found = i;
            if (found != NONE && this == FIRST) return found;
        }
        return found;
    }

    /** Strictly, so that the earlier of two equal entries is taken. */
    private boolean isBetter(Chunk chunk, Chunk found) {
        return this == BEST ? chunk.bytes() < found.bytes() : chunk.bytes() > found.bytes();
    }

    /** How many entries a search has looked at that ended with this position. */
    int searched(List<Chunk> free, int found) {
        return this == FIRST && found != NONE ? found + 1 : free.size();
    }
}
