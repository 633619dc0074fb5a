package heaplab.view;

import heaplab.alloc.FreeListExercise.Step;
import heaplab.alloc.FreeListOptions;
import heaplab.alloc.FreeListSimulator;
import heaplab.alloc.FreeListSimulator.Chunk;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A free list, at one moment or after each operation: the heap as a bar from its first address to
 * its end, and below it the entries as boxes in the order of the list. What was not in the list
 * before is outlined.
 */
public final class FreeListPicture implements Picture {
    private static final int MARGIN = 20;
    private static final int GAP = 22; // between two moments

    /**
     * The list at one moment.
     *
     * @param title what has happened, or ""
     * @param fresh the entries that were not there at the moment before
     * @param names of blocks, by where they start
     */
    record Moment(
            String title,
            List<Chunk> freeList,
            List<Chunk> blocks,
            List<Chunk> fresh,
            Map<Integer, String> names) {}

    private final FreeListOptions options;
    private final List<Moment> moments;

    private FreeListPicture(FreeListOptions options, List<Moment> moments) {
        this.options = options;
        this.moments = moments;
    }

    /** A list as it is now. */
    public static FreeListPicture of(FreeListSimulator heap) {
        return new FreeListPicture(
                heap.options(),
                List.of(new Moment("", heap.freeList(), heap.blocks(), List.of(), Map.of())));
    }

    /** The list before the first operation, and after each. */
    public static FreeListPicture of(FreeListOptions options, List<Step> steps) {
        List<Moment> moments = new ArrayList<>();
        List<Chunk> before = new FreeListSimulator(options).freeList();
        moments.add(new Moment("at the start", before, List.of(), List.of(), Map.of()));
        Map<Integer, String> names = new HashMap<>();
        for (Step step : steps) {
            if (step.operation().isMalloc()) names.put(step.result(), "p" + step.operation().id());
            moments.add(moment(options, moments.size() - 1, step, before, Map.copyOf(names)));
            before = step.freeList();
        }
        return new FreeListPicture(options, moments);
    }

    private static Moment moment(
            FreeListOptions options,
            int number,
            Step step,
            List<Chunk> before,
            Map<Integer, String> names) {
        String searched =
                step.searched() == 1 ? "1 entry" : "%d entries".formatted(step.searched());
        String title =
                "%d  %s returns %d%s"
                        .formatted(
                                number,
                                step.operation(),
                                step.returned(options.headerBytes()),
                                step.operation().isMalloc() ? ", searched " + searched : "");
        List<Chunk> fresh = new ArrayList<>(step.freeList());
        fresh.removeAll(before);
        return new Moment(title, step.freeList(), step.blocks(), fresh, names);
    }

    /** Only the last moment, for instance what an operation will start from. */
    public FreeListPicture last() {
        return new FreeListPicture(options, moments.subList(moments.size() - 1, moments.size()));
    }

    @Override
    public Bundle bundle() {
        return Bundle.of(image(), text(), alt());
    }

    BufferedImage image() {
        List<Drawing> parts = new ArrayList<>();
        for (Moment moment : moments) parts.add(new FreeListPainter(options, moment));
        parts.add(FreeListLegend.of(options, moments));
        return Drawing.stacked(parts, MARGIN, MARGIN, GAP, MARGIN);
    }

    /** The same in characters. */
    String text() {
        return moments.stream()
                        .map(moment -> FreeListWords.text(options, moment))
                        .collect(Collectors.joining("\n"))
                + FreeListWords.LEGEND;
    }

    /** The same in sentences. */
    String alt() {
        return moments.stream()
                .map(moment -> FreeListWords.sentence(options, moment))
                .collect(Collectors.joining(" "));
    }
}
