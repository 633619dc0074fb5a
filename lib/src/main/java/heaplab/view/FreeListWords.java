package heaplab.view;

import heaplab.alloc.FreeListOptions;
import heaplab.alloc.FreeListSimulator.Chunk;
import heaplab.view.FreeListPicture.Moment;
import java.util.List;
import java.util.stream.Collectors;

/** A free list for terminals and screen readers. */
final class FreeListWords {
    static final String LEGEND = "\nlist: address:bytes; bar: h header, # allocated, . free";
    private static final int BAR = 100; // characters, one for each byte of the usual heap

    private FreeListWords() {}

    /**
     * The title, the bar and the list:
     *
     * <pre>
     * 0  ptr[0] = malloc(3) returns 1004, searched 1 entry
     *   1000 |hh##............| 1100
     *   list 1008:92
     * </pre>
     */
    static String text(FreeListOptions options, Moment moment) {
        return "%s%s  %d |%s| %d\n  list %s\n"
                .formatted(
                        moment.title(),
                        moment.title().isEmpty() ? "" : "\n",
                        options.base(),
                        bar(options, moment.blocks()),
                        options.end(),
                        entries(moment.freeList(), " "));
    }

    private static String entries(List<Chunk> freeList, String between) {
        if (freeList.isEmpty()) return "(empty)";
        return freeList.stream().map(Chunk::toString).collect(Collectors.joining(between));
    }

    /** A character for each byte of a small heap, for a share of a larger one. */
    private static String bar(FreeListOptions options, List<Chunk> blocks) {
        int width = Math.min(BAR, options.heapBytes());
        StringBuilder bar = new StringBuilder(".".repeat(width));
        for (Chunk block : blocks) {
            int headerEnd = Math.min(block.end(), block.address() + options.headerBytes());
            fill(bar, options, headerEnd, block.end(), '#');
            fill(bar, options, block.address(), headerEnd, 'h');
        }
        return bar.toString();
    }

    private static void fill(StringBuilder bar, FreeListOptions heap, int from, int to, char c) {
        long first = (long) (from - heap.base()) * bar.length() / heap.heapBytes();
        long end = (long) (to - heap.base()) * bar.length() / heap.heapBytes();
        for (long i = first; i < end; i++) bar.setCharAt((int) i, c);
    }

    /** The title, how much is allocated, and the list. */
    static String sentence(FreeListOptions options, Moment moment) {
        int allocated = moment.blocks().stream().mapToInt(Chunk::bytes).sum();
        String list =
                moment.freeList().stream()
                        .map(c -> "%,d bytes at %d".formatted(c.bytes(), c.address()))
                        .collect(Collectors.joining(", "));
        return "%s%,d of %,d bytes allocated; %s."
                .formatted(
                        moment.title().isEmpty() ? "" : moment.title() + ": ",
                        allocated,
                        options.heapBytes(),
                        list.isEmpty() ? "the free list is empty" : "the free list is " + list);
    }
}
