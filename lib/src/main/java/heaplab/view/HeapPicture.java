package heaplab.view;

import heaplab.heap.Inspectable;
import heaplab.memory.Memory;
import java.util.List;
import java.util.Map;

/**
 * A picture of one heap, word by word: addresses from left to right, allocated words filled, free
 * ones white, headers hatched one way and footers the other, padding dotted, unused words crossed,
 * what has changed outlined. Heaps too long for their words are drawn block by block.
 *
 * <p>The heap is looked at once, when the picture is made. The methods that say how to draw it
 * change the picture and return it.
 */
public final class HeapPicture implements Picture {
    private final Inspectable heap;
    private final Scan scan; // the heap as it was
    private String title = "";
    private String caption = ""; // empty: what the blocks come to
    private Map<Integer, String> names = Map.of();
    private Map<Integer, Integer> requested = Map.of();
    private Change change; // since what it is compared with, or null
    private Unit unit = Unit.BYTES;
    private boolean hops;
    private boolean values;

    private HeapPicture(Inspectable heap) {
        this.heap = heap;
        scan = Scan.of(heap);
    }

    /** The heap as it is now. */
    public static HeapPicture of(Inspectable heap) {
        return new HeapPicture(heap);
    }

    /** Several heaps, or one at several moments, below each other on the same scale. */
    public static HeapStack stack(HeapPicture... pictures) {
        return new HeapStack(List.of(pictures));
    }

    /** What stands above the strip. */
    public HeapPicture titled(String title) {
        this.title = title;
        return this;
    }

    /** What to look at; stands below instead of the count of free blocks and bytes. */
    public HeapPicture captioned(String caption) {
        this.caption = caption;
        return this;
    }

    /** The program's names for its blocks, by the address malloc returned; read when drawn. */
    public HeapPicture names(Map<Integer, String> names) {
        this.names = names;
        return this;
    }

    /** Bytes the program asked for, by the address malloc returned: the rest is dotted. */
    public HeapPicture requested(Map<Integer, Integer> bytes) {
        requested = bytes;
        return this;
    }

    /** Outlines the words whose value is not what it was. */
    public HeapPicture since(Memory.Snapshot snapshot) {
        change = Change.since(snapshot, scan);
        return this;
    }

    /** Outlines the blocks that were not there, and puts a dot on every word written since. */
    public HeapPicture since(HeapPicture earlier) {
        change = Change.between(earlier.scan, scan);
        return this;
    }

    /**
     * Counts words of 4 bytes instead of bytes, in addresses, tags and sentences, as the slides do.
     */
    public HeapPicture inWords() {
        unit = Unit.WORDS;
        return this;
    }

    /** Draws the size in each header as an arc to the next one: how an implicit list is walked. */
    public HeapPicture hops() {
        hops = true;
        return this;
    }

    /** Writes on each word of a payload, or of free memory, the number that it holds. */
    public HeapPicture values() {
        values = true;
        return this;
    }

    /**
     * Does something to the heap and shows it before and after, with what has changed outlined and
     * said in words.
     *
     * @param operation what it is called, for instance "free(c)"
     */
    public HeapStack step(String operation, Runnable action) {
        HeapPicture after = then(operation, action);
        if (title.isEmpty()) titled("before " + operation);
        return stack(this, after);
    }

    /** The same heap after something was done to it, without the picture before. */
    public HeapPicture then(String operation, Runnable action) {
        action.run();
        HeapPicture after = of(heap).names(names).requested(requested).since(this);
        after.unit = unit;
        after.hops = hops;
        after.values = values;
        after.titled("after " + operation + ": " + after.change.words(unit));
        return after.captioned(after.state() + after.cost());
    }

    @Override
    public Bundle bundle() {
        return stack(this).bundle();
    }

    String title() {
        return title;
    }

    /** What to look at, in one sentence. */
    String caption() {
        if (!caption.isEmpty()) return caption;
        String state = state();
        return change == null ? state : state + " Outlined: " + change.words(unit) + ".";
    }

    private String state() {
        long free = scan.count(false);
        String blocks =
                "%,d of %,d blocks free: %,d of %s"
                        .formatted(
                                free,
                                scan.blocks().size(),
                                unit.of(scan.bytes(false)),
                                unit.say(scan.heapBytes()));
        String largest =
                free > 1
                        ? "%s, the largest %,d.".formatted(blocks, unit.of(scan.largestFree()))
                        : blocks + ".";
        return scan.broken() == null
                ? largest
                : "Broken at address %d: %s. Up to there: %s"
                        .formatted(unit.of(scan.broken().address()), scan.broken().law(), largest);
    }

    private String cost() {
        int words = change.writtenWords();
        return scan.words() == null
                ? ""
                : " %d %s of the heap written.".formatted(words, words == 1 ? "word" : "words");
    }

    Scan scan() {
        return scan;
    }

    Change change() {
        return change;
    }

    Unit unit() {
        return unit;
    }

    Strip.Notes notes() {
        return new Strip.Notes(names, requested);
    }

    Strip strip() {
        Strip strip = Strip.of(scan, notes(), change, hops, unit);
        return values ? WordValues.on(strip) : strip;
    }
}
