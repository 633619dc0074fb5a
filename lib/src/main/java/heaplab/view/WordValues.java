package heaplab.view;

import heaplab.memory.Memory;
import heaplab.view.Strip.Cell;
import heaplab.view.Strip.Role;
import java.util.ArrayList;
import java.util.List;

/** A strip whose payload and free words say what number each holds, a name before the first one. */
final class WordValues {
    private static final int LONGEST =
            6; // characters of a decimal number; longer ones are written in hex

    private WordValues() {}

    static Strip on(Strip strip) {
        List<Cell> cells = new ArrayList<>();
        for (Cell cell : strip.cells())
            cells.add(hasValue(strip, cell) ? labelled(cell, label(strip, cell)) : cell);
        return new Strip(strip.scan(), List.copyOf(cells), strip.arcs(), strip.roots());
    }

    /** What was never written is left blank where it is free. */
    private static boolean hasValue(Strip strip, Cell cell) {
        return cell.role() == Role.PAYLOAD || cell.role() == Role.FREE && value(strip, cell) != 0;
    }

    private static int value(Strip strip, Cell cell) {
        return strip.scan().words()[cell.address() / Memory.WORD];
    }

    private static String label(Strip strip, Cell cell) {
        int value = value(strip, cell);
        String text = String.valueOf(value);
        if (text.length() > LONGEST) text = Integer.toHexString(value);
        boolean first = cell.address() == cell.block() + strip.scan().headerBytes();
        return first && !cell.label().isEmpty() ? cell.label() + ": " + text : text;
    }

    private static Cell labelled(Cell of, String label) {
        return new Cell(
                of.address(),
                of.role(),
                of.allocated(),
                of.block(),
                label,
                of.padding(),
                of.changed(),
                of.written());
    }
}
