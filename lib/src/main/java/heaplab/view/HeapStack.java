package heaplab.view;

import heaplab.heap.Links;
import heaplab.view.StripRows.Column;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Strips below each other on the same scale: before and after, or the same program under several
 * policies. Word by word if that fits into a page, else block by block.
 */
public final class HeapStack implements Picture {
    private static final int MARGIN = 20;
    private static final int COLUMNS = 32; // words in a single row of one strip
    private static final int STACKED_COLUMNS = 64; // of several strips, which need the height
    private static final int WRAPPED = 24; // words in each of several rows
    private static final int MOST_ROWS = 8; // of one strip
    private static final int TEXT_COLUMNS = 8;
    private static final int MOST_TEXT_ROWS = 24;

    private final List<HeapPicture> pictures;
    private final List<Strip> strips;

    HeapStack(List<HeapPicture> pictures) {
        if (pictures.isEmpty())
            throw new IllegalArgumentException("0 pictures: expected 1 or more");
        this.pictures = List.copyOf(pictures);
        strips = pictures.stream().map(HeapPicture::strip).toList();
    }

    /** The strips word by word. */
    List<Strip> strips() {
        return strips;
    }

    @Override
    public Bundle bundle() {
        return Bundle.of(image(), text(), alt());
    }

    private int heapBytes() {
        return pictures.stream().mapToInt(p -> p.scan().heapBytes()).max().orElse(0);
    }

    BufferedImage image() {
        return Drawing.stacked(parts(), MARGIN, MARGIN / 2, 0, 0);
    }

    private List<Drawing> parts() {
        List<Drawing> heaps = drawings();
        List<Drawing> parts = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            HeapPicture picture = pictures.get(i);
            if (!picture.title().isEmpty())
                parts.add(new TextLine(picture.title(), Ink.TITLE, Ink.BLACK, 28));
            parts.add(heaps.get(i));
            parts.add(new TextLine(picture.caption(), Ink.CAPTION, Ink.GRAY, 30));
        }
        parts.add(legend());
        return parts;
    }

    /** What fills and patterns mean. */
    Drawing legend() {
        return rows().isEmpty() ? StripLegend.ofBlocks(pictures) : StripLegend.of(strips);
    }

    /** Each heap alone, on the scale of all. */
    List<Drawing> drawings() {
        List<List<Column>> rows = rows();
        return IntStream.range(0, pictures.size())
                .mapToObj(i -> rows.isEmpty() ? blocks(pictures.get(i)) : words(i, rows))
                .toList();
    }

    private List<List<Column>> rows() {
        int columns = strips.size() == 1 ? COLUMNS : STACKED_COLUMNS;
        return StripRows.of(strips, columns, WRAPPED, MOST_ROWS);
    }

    private Drawing words(int i, List<List<Column>> rows) {
        return new StripPainter(strips.get(i), rows, pictures.get(i).unit());
    }

    private Drawing blocks(HeapPicture p) {
        return new BlockPainter(p.scan(), p.change(), p.notes(), heapBytes(), p.unit());
    }

    /** The same in characters. */
    String text() {
        List<List<Column>> rows = StripRows.of(strips, TEXT_COLUMNS, TEXT_COLUMNS, MOST_TEXT_ROWS);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pictures.size(); i++) {
            HeapPicture picture = pictures.get(i);
            if (!picture.title().isEmpty()) text.append(picture.title()).append('\n');
            text.append(
                    rows.isEmpty()
                            ? StripText.blocks(
                                    picture.scan(),
                                    BlockPainter.rowBytes(heapBytes()),
                                    picture.unit())
                            : StripText.of(strips.get(i), rows, picture.unit()));
            text.append("       ").append(picture.caption()).append("\n\n");
        }
        return text + legend(rows.isEmpty());
    }

    private String legend(boolean blocks) {
        boolean tree = strips.stream().anyMatch(s -> s.scan().links() == Links.TREE);
        if (blocks) return StripText.BLOCK_LEGEND;
        return tree ? StripText.TREE_LEGEND : StripText.LEGEND;
    }

    /** The same in sentences. */
    String alt() {
        return pictures.stream().map(HeapWords::of).collect(Collectors.joining(" "));
    }
}
