package heaplab.view;

import heaplab.memory.Memory;
import heaplab.view.Strip.Cell;
import heaplab.view.Strip.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * Which words of some strips are drawn, in which row: the same for all, so that they line up.
 *
 * <p>All words if they fit into one row. Else the inside of a long run in which no strip has
 * anything to show is left out: one wide column stands for it. What is still too long wraps.
 */
final class StripRows {
    static final int GAP = 3; // width of a column that stands for words left out
    private static final int LONG = 12; // words of a run that is worth leaving out

    /** A word at an address, or several that are left out. */
    record Column(int address, int words) {
        boolean isGap() {
            return words > 1;
        }

        int width() {
            return isGap() ? GAP : 1;
        }

        int end() {
            return address + words * Memory.WORD;
        }
    }

    private static final double WIDEST_WORD = 40;
    private static final double ROW_WIDTH = 960;

    private StripRows() {}

    /** Width of a row, in words. */
    static int width(List<Column> row) {
        return row.stream().mapToInt(Column::width).sum();
    }

    /** Width of a word that lets every row fit into a page. */
    static double wordWidth(List<List<Column>> rows) {
        int most = rows.stream().mapToInt(StripRows::width).max().orElse(1);
        return Math.min(WIDEST_WORD, Math.floor(ROW_WIDTH / most));
    }

    /**
     * The rows, or an empty list when there would be too many.
     *
     * @param columns words in the row if one is enough
     * @param wrapped words in each row of several
     */
    static List<List<Column>> of(List<Strip> strips, int columns, int wrapped, int mostRows) {
        int bytes = strips.stream().mapToInt(s -> s.scan().heapBytes()).max().orElse(0);
        if (strips.stream().anyMatch(s -> s.scan().words() == null)) return List.of();
        List<Column> all = bytes / Memory.WORD <= columns ? plain(bytes) : gaps(strips, bytes);
        List<List<Column>> rows = wrap(all, width(all) <= columns ? columns : wrapped);
        return rows.size() <= mostRows ? rows : List.of();
    }

    private static List<Column> plain(int bytes) {
        List<Column> columns = new ArrayList<>();
        for (int a = 0; a < bytes; a += Memory.WORD) columns.add(new Column(a, 1));
        return columns;
    }

    private static List<Column> gaps(List<Strip> strips, int bytes) {
        List<Column> columns = new ArrayList<>();
        int a = 0;
        while (a < bytes) {
            int end = a;
            while (end < bytes && isDull(strips, end)) end += Memory.WORD;
            int words = (end - a) / Memory.WORD;
            if (words >= LONG) {
                columns.add(new Column(a, words));
                a = end;
            } else {
                columns.add(new Column(a, 1));
                a += Memory.WORD;
            }
        }
        return columns;
    }

    /** Whether every strip has the same kind of word here as on both sides, in the same block. */
    private static boolean isDull(List<Strip> strips, int address) {
        for (Strip strip : strips) {
            Cell cell = strip.cell(address);
            boolean dull =
                    cell == null
                            || isInside(cell)
                                    && address > 0
                                    && isLike(cell, strip.cell(address - Memory.WORD))
                                    && isLike(cell, strip.cell(address + Memory.WORD));
            if (!dull) return false;
        }
        return true;
    }

    private static boolean isInside(Cell cell) {
        boolean plain =
                switch (cell.role()) {
                    case PAYLOAD, PADDING, FREE, UNKNOWN -> true;
                    default -> false;
                };
        return plain && (cell.role() == Role.UNKNOWN || !cell.written());
    }

    private static boolean isLike(Cell cell, Cell other) {
        return other != null
                && other.role() == cell.role()
                && other.block() == cell.block()
                && other.label().equals(cell.label());
    }

    private static List<List<Column>> wrap(List<Column> columns, int width) {
        List<List<Column>> rows = new ArrayList<>();
        List<Column> row = new ArrayList<>();
        int used = 0;
        for (Column column : columns) {
            if (used + column.width() > width) {
                rows.add(row);
                row = new ArrayList<>();
                used = 0;
            }
            row.add(column);
            used += column.width();
        }
        if (!row.isEmpty()) rows.add(row);
        return rows;
    }
}
