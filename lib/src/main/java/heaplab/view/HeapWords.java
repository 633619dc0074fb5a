package heaplab.view;

import heaplab.view.Scan.Block;
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
                + cursor;
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
