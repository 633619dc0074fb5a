package heaplab.alloc;

import heaplab.alloc.FreeListSimulator.Chunk;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a freed block goes in a {@link FreeListSimulator}'s list. Sorting is stable, and happens
 * only when something is freed: the rest of a split entry stays where the entry was.
 */
public enum ListOrder {
    ADDRSORT("ADDRSORT", "by address", Comparator.comparingInt(Chunk::address)),
    SIZESORT_UP("SIZESORT+", "by size, smallest first", Comparator.comparingInt(Chunk::bytes)),
    SIZESORT_DOWN("SIZESORT-", "by size, largest first", SIZESORT_UP.sorted.reversed()),
    INSERT_FRONT("INSERT-FRONT", "last freed first", null),
    INSERT_BACK("INSERT-BACK", "last freed last", null);

    private final String original;
    private final String words;
    private final Comparator<Chunk> sorted; // null: not sorted

    ListOrder(String original, String words, Comparator<Chunk> sorted) {
        this.original = original;
        this.words = words;
        this.sorted = sorted;
    }

    /**
     * The order of a name as the original writes it, for instance SIZESORT+.
     *
     * @throws IllegalArgumentException that lists the names when there is none of this name
     */
    public static ListOrder named(String name) {
        return Arrays.stream(values())
                .filter(order -> order.original.equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "found %s, expected one of %s".formatted(name, names())));
    }

    private static String names() {
        return Arrays.stream(values()).map(ListOrder::toString).collect(Collectors.joining(", "));
    }

    /** In words: "by address". */
    public String words() {
        return words;
    }

    /** Puts a freed block into a list that is in this order but for entries that were split. */
    void insert(List<Chunk> free, Chunk freed) {
        free.add(this == INSERT_FRONT ? 0 : free.size(), freed);
        sort(free);
    }

    /** Sorts a list by this order, if it is one that sorts. */
    public void sort(List<Chunk> free) {
        if (sorted != null) free.sort(sorted);
    }

    /** As the original writes it. */
    @Override
    public String toString() {
        return original;
    }
}
