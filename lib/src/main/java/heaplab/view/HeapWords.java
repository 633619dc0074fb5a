package heaplab.view;

import heaplab.heap.Links;
import heaplab.view.Scan.Block;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A heap in sentences, for those who cannot see its picture: every block of a few, or what many sum
 * to.
 */
final class HeapWords {
    private static final int FEW = 12;

    private HeapWords() {}

    static String of(HeapPicture picture) {
        Scan scan = picture.scan();
        Unit unit = picture.unit();
        String title = picture.title().isEmpty() ? "" : picture.title() + ": ";
        String blocks =
                scan.blocks().size() > FEW
                        ? ""
                        : scan.blocks().stream()
                                .map(b -> block(b, picture.notes(), unit))
                                .collect(Collectors.joining(", ", " From low to high: ", "."));
        String cursor =
                scan.cursor() == 0 ? "" : " The cursor is at %d.".formatted(unit.of(scan.cursor()));
        return title
                + "a heap of %s. ".formatted(unit.say(scan.heapBytes()))
                + picture.caption()
                + (scan.blocks().isEmpty() ? "" : blocks)
                + (blocks.isEmpty() ? "" : links(scan, unit))
                + cursor;
    }

    /** Where the links of a few blocks lead. */
    private static String links(Scan scan, Unit unit) {
        return scan.chains().stream()
                .map(
                        c ->
                                scan.links() == Links.TREE
                                        ? " The root of the tree is at %d."
                                                .formatted(unit.of(c.root()))
                                        : " The list of %s: %s."
                                                .formatted(c.name(), addresses(c.blocks(), unit)))
                .map(s -> s.replace("list of free list", "free list"))
                .collect(Collectors.joining());
    }

    private static String addresses(List<Integer> blocks, Unit unit) {
        return blocks.stream()
                .map(b -> String.valueOf(unit.of(b)))
                .collect(Collectors.joining(", then "));
    }

    private static String block(Block b, Strip.Notes notes, Unit unit) {
        String name = notes.names().get(b.payload());
        return "%,d %s at %,d%s"
                .formatted(
                        unit.of(b.bytes()),
                        b.allocated() ? "allocated" : "free",
                        unit.of(b.address()),
                        b.allocated() && name != null ? " (" + name + ")" : "");
    }
}
