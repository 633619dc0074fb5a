package heaplab.view;

import heaplab.memory.Memory;
import heaplab.view.Strip.Cell;
import heaplab.view.StripRows.Column;
import java.util.List;

/**
 * A strip for terminals and screen readers, eight words to a row, addresses in front:
 *
 * <pre>
 *      0 |xxxxxx |[8/0   |       |[16/1  |p0#### |p0#### |...... |[32/0  |
 * </pre>
 *
 * The brackets of headers and footers show which way a block lies; a star marks a change.
 */
final class StripText {
    private static final String WORDS =
            "[size/allocated header, ]footer, # payload, . padding, x unused, ? unknown,\n";
    static final String LEGEND = WORDS + "> next and < previous free block, * changed";
    static final String TREE_LEGEND = WORDS + "< smaller and > larger free block, * changed";
    static final String BLOCK_LEGEND = "# allocated, + partly allocated, blank free";
    private static final int WIDTH = 8; // characters in a word
    private static final int SHARES = 64; // characters in a row of a long heap

    private StripText() {}

    static String of(Strip strip, List<List<Column>> rows, Unit unit) {
        StringBuilder text = new StringBuilder();
        for (List<Column> row : rows) {
            if (row.get(0).address() >= strip.scan().heapBytes()) break;
            int address = unit.of(row.get(0).address());
            text.append("%6d |".formatted(address));
            for (Column column : row) {
                Cell cell = strip.cell(column.address());
                if (cell != null)
                    text.append(column.isGap() ? gap(cell, column, unit) : word(cell));
            }
            text.append('\n');
        }
        for (Strip.Root root : strip.roots()) {
            int block = unit.of(root.block());
            text.append("       %s starts at %d\n".formatted(root.name(), block));
        }
        int cursor = strip.scan().cursor();
        if (cursor != 0) text.append("       cursor at ").append(unit.of(cursor)).append('\n');
        return text.toString();
    }

    private static String word(Cell cell) {
        char fill = fill(cell);
        StringBuilder word = new StringBuilder(label(cell));
        int padding = cell.role() == Strip.Role.PAYLOAD ? cell.padding() : 0;
        if (word.length() > WIDTH) word.setLength(WIDTH);
        while (word.length() < WIDTH) word.append(word.length() >= WIDTH - padding ? '.' : fill);
        if (cell.role() == Strip.Role.FOOTER) {
            String tag = " ".repeat(WIDTH) + cell.label() + "]";
            word = new StringBuilder(tag.substring(tag.length() - WIDTH));
        }
        return word.append(cell.changed() ? '*' : ' ').append('|').toString();
    }

    private static String label(Cell cell) {
        return switch (cell.role()) {
            case HEADER -> "[" + cell.label();
            case BROKEN -> "!" + cell.label();
            case LINK ->
                    cell.label()
                            .replaceFirst("(next|larger) ", ">")
                            .replaceFirst("(prev|smaller) ", "<");
            default -> cell.label();
        };
    }

    private static char fill(Cell cell) {
        return switch (cell.role()) {
            case UNUSED -> 'x';
            case PAYLOAD -> '#';
            case PADDING -> '.';
            case UNKNOWN -> '?';
            default -> ' ';
        };
    }

    private static String gap(Cell cell, Column column, Unit unit) {
        String text = " %s ".formatted(unit.say(column.words() * Memory.WORD));
        int width = StripRows.GAP * (WIDTH + 2) - 2;
        String fill = String.valueOf(fill(cell)).repeat(width);
        int before = (width - text.length()) / 2;
        return fill.substring(0, before)
                + text
                + fill.substring(before + text.length())
                + (cell.changed() ? "*|" : " |");
    }

    /** One character for a share of the heap: # allocated, + partly, blank free. */
    static String blocks(Scan scan, int rowBytes, Unit unit) {
        StringBuilder text = new StringBuilder();
        for (int from = 0; from < scan.heapBytes(); from += rowBytes) {
            text.append("%,11d |".formatted(unit.of(from)));
            for (int i = 0; i < SHARES; i++) {
                int start = (int) (from + (long) rowBytes * i / SHARES);
                int end = (int) (from + (long) rowBytes * (i + 1) / SHARES);
                if (start < scan.heapBytes()) text.append(share(scan, start, end));
            }
            text.append("|\n");
        }
        return text.toString();
    }

    private static char share(Scan scan, int start, int end) {
        int allocated = scan.allocatedBytes(start, end);
        return allocated == 0 ? ' ' : allocated == end - start ? '#' : '+';
    }
}
