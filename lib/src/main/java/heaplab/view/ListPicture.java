package heaplab.view;

import heaplab.heap.Inspectable;
import heaplab.memory.Memory;
import heaplab.view.Tracked.Entry;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a heap keeps track of its free blocks, as a search sees them: a row of boxes for each list, a
 * tree with its root on top, or all blocks one after the other where there are no links. The same
 * colours as in {@link HeapPicture}.
 *
 * <p>The heap is looked at once, when the picture is made. The methods that say how to draw it
 * change the picture and return it.
 */
public final class ListPicture implements Picture {
    private static final int MARGIN = 20;
    private static final int GAP = 14; // between two moments

    /** A heap and its lists at one moment. */
    private static final class Moment {
        private final HeapPicture heap;
        private final Tracked tracked;
        private String title = "";
        private String caption;
        private Set<Entry> fresh = Set.of(); // entries that were not there before

        Moment(Inspectable heap, HeapPicture picture) {
            this.heap = picture;
            tracked = Tracked.of(heap, picture.scan());
            caption = tracked.words();
        }
    }

    private final Inspectable heap; // what the last moment shows
    private final List<Moment> moments;
    private int unit = 1; // of sizes, in bytes
    private int addressUnit = 1; // in bytes; 0: addresses are not shown
    private boolean strips; // whether the heap itself is drawn above its lists

    private ListPicture(Inspectable heap, List<Moment> moments) {
        this.heap = heap;
        this.moments = moments;
    }

    /** The lists of a heap as they are now. */
    public static ListPicture of(Inspectable heap) {
        return new ListPicture(heap, List.of(new Moment(heap, HeapPicture.of(heap))));
    }

    /** The lists of several heaps below each other; units and strips are those of the first. */
    public static ListPicture stack(ListPicture... pictures) {
        if (pictures.length == 0)
            throw new IllegalArgumentException("0 pictures: expected 1 or more");
        List<Moment> all = Arrays.stream(pictures).flatMap(p -> p.moments.stream()).toList();
        return new ListPicture(pictures[pictures.length - 1].heap, all).like(pictures[0]);
    }

    private ListPicture like(ListPicture other) {
        unit = other.unit;
        addressUnit = other.addressUnit;
        strips = other.strips;
        return this;
    }

    private Moment last() {
        return moments.get(moments.size() - 1);
    }

    /** What stands above the lists. */
    public ListPicture titled(String title) {
        last().title = title;
        return this;
    }

    /** What to look at; stands below instead of what a search has to look at. */
    public ListPicture captioned(String caption) {
        last().caption = caption;
        return this;
    }

    /** Draws the heap itself above its lists. */
    public ListPicture withHeap() {
        strips = true;
        return this;
    }

    /** The program's names for its blocks in the drawn heap, by the address malloc returned. */
    public ListPicture names(Map<Integer, String> names) {
        last().heap.names(names);
        return this;
    }

    /** Numbers words of 4 bytes, instead of bytes. */
    public ListPicture inWords() {
        unit = Memory.WORD;
        addressUnit = Memory.WORD;
        moments.forEach(moment -> moment.heap.inWords());
        return this;
    }

    /** Sizes in units of so many bytes and no addresses, as slides draw blocks. */
    public ListPicture sizesIn(int bytes) {
        unit = bytes;
        addressUnit = 0;
        return this;
    }

    /**
     * Does something to the heap and shows its lists before and after, with what is new in them
     * outlined.
     *
     * @param operation what it is called, for instance "free(c)"
     */
    public ListPicture step(String operation, Runnable action) {
        Moment before = last();
        Moment after = new Moment(heap, before.heap.then(operation, action));
        Set<Entry> fresh = new HashSet<>(after.tracked.entries());
        before.tracked.entries().forEach(fresh::remove);
        after.fresh = fresh;
        after.title = after.heap.title();
        if (before.title.isEmpty()) before.title = "before " + operation;
        List<Moment> all = new ArrayList<>(moments);
        all.add(after);
        return new ListPicture(heap, List.copyOf(all)).like(this);
    }

    /** Only the last moment: what a step has led to. */
    public ListPicture onlyLast() {
        return new ListPicture(heap, List.of(last())).like(this);
    }

    @Override
    public Bundle bundle() {
        return Bundle.of(image(), text(), alt());
    }

    BufferedImage image() {
        return Drawing.stacked(parts(), MARGIN, MARGIN / 2, 0, MARGIN / 2);
    }

    private List<Drawing> parts() {
        HeapStack stack =
                HeapPicture.stack(moments.stream().map(m -> m.heap).toArray(HeapPicture[]::new));
        List<Drawing> heaps = strips ? stack.drawings() : List.of();
        List<Drawing> parts = new ArrayList<>();
        for (int i = 0; i < moments.size(); i++) {
            Moment moment = moments.get(i);
            if (!moment.title.isEmpty())
                parts.add(new TextLine(moment.title, Ink.TITLE, Ink.BLACK, 28));
            if (strips) parts.add(heaps.get(i));
            if (strips) parts.add(new TextLine("", Ink.PLAIN, Ink.BLACK, GAP));
            parts.add(drawing(moment));
            parts.add(new TextLine(moment.caption, Ink.CAPTION, Ink.GRAY, 24 + GAP));
        }
        parts.add(legend(stack));
        return parts;
    }

    private Drawing drawing(Moment moment) {
        List<Tracked> all = moments.stream().map(m -> m.tracked).toList();
        EntryPainter boxes = new EntryPainter(all, unit, addressUnit, moment.fresh);
        return moment.tracked.root() == null
                ? new RowsPainter(moment.tracked.rows(unit), boxes)
                : new TreePainter(moment.tracked.root(), boxes);
    }

    private Drawing legend(HeapStack stack) {
        if (strips) return stack.legend();
        String addresses = addressUnit > 0 ? ", and below it its address" : "";
        Swatches legend = new Swatches().fill("free: its size" + addresses, Color.WHITE);
        boolean allocated =
                moments.stream()
                        .flatMap(m -> m.tracked.entries().stream())
                        .anyMatch(Entry::allocated);
        if (allocated) legend.fill("allocated", Ink.BLUE);
        if (moments.stream().anyMatch(m -> !m.fresh.isEmpty())) legend.outlined("new");
        return legend;
    }

    /** The same in characters. */
    String text() {
        ListText text = new ListText(unit, addressUnit);
        return moments.stream()
                        .map(m -> text.of(m.title, m.tracked, m.fresh, m.caption))
                        .collect(Collectors.joining("\n"))
                + "\n"
                + text.legend();
    }

    /** The same in sentences. */
    String alt() {
        ListText text = new ListText(unit, addressUnit);
        return moments.stream()
                .map(m -> text.sentence(m.title, m.tracked, m.caption))
                .collect(Collectors.joining(" "));
    }
}
