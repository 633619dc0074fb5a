package heaplab.cli;

import heaplab.alloc.FreeListOptions;
import heaplab.alloc.FreeListSimulator;
import heaplab.alloc.FreeListSimulator.Chunk;
import heaplab.alloc.FreeListSimulator.Placed;
import heaplab.alloc.ListOrder;
import heaplab.alloc.ListPlacement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A table of operations on free lists, one per line, with the results filled in. Lines of one case
 * are done in their order by a heap of its own; a table without cases has one for each choice of
 * parameters. All columns are kept; {@code result}, {@code searched} and {@code free_list} are
 * filled in where they are, or added.
 *
 * <p>result: where the block starts, before its header; 0 for a free; -1 when refused.
 */
final class FreeListFile {
    private static final List<String> PARAMETERS =
            List.of("heap_size", "base", "header", "align", "policy", "order", "coalesce");
    private static final List<String> OPERATION = List.of("op", "id", "size");
    private static final String CASE = "case";

    /** A heap, its pointers, and where its parameters are from. */
    private record Case(
            FreeListSimulator heap,
            List<String> parameters,
            int line,
            Map<Integer, Integer> pointers) {}

    private final String file;
    private final List<String> lines;
    private final Map<String, Integer> columns = new LinkedHashMap<>(); // position by name
    private final int given; // columns in the file
    private final Map<String, Case> cases = new HashMap<>();
    private List<String> cells; // of the present line
    private int line; // from 1 on

    private FreeListFile(String file, List<String> lines) {
        this.file = file;
        this.lines = lines;
        header();
        given = columns.size();
        for (String result : List.of("result", "searched", "free_list"))
            columns.putIfAbsent(result, columns.size());
    }

    /**
     * The whole table with its results, or nothing.
     *
     * @throws BadFile for the first line that cannot be done
     */
    static String filledIn(Path file) {
        return new FreeListFile(file.toString(), Csv.lines(file)).filledIn();
    }

    private void header() {
        line = 1;
        List<String> names = lines.isEmpty() ? List.of() : Csv.cells(lines.get(0));
        for (String name : names)
            if (columns.put(name.strip(), columns.size()) != null)
                throw bad("column %s twice".formatted(name), "each once");
        need(PARAMETERS);
        need(OPERATION);
    }

    private void need(Collection<String> names) {
        for (String name : names)
            if (!columns.containsKey(name))
                throw bad(
                        "no column " + name,
                        "columns %s, %s"
                                .formatted(
                                        String.join(", ", PARAMETERS),
                                        String.join(", ", OPERATION)));
    }

    private String filledIn() {
        StringBuilder text = new StringBuilder(Csv.line(List.copyOf(columns.keySet())));
        text.append('\n');
        for (String row : lines.subList(1, lines.size())) {
            line++;
            if (row.isBlank()) continue;
            cells = new ArrayList<>(Csv.cells(row));
            if (cells.size() != given) throw bad(cells.size() + " cells", given + ", as above");
            while (cells.size() < columns.size()) cells.add("");
            operation(present());
            text.append(Csv.line(cells)).append('\n');
        }
        return text.toString();
    }

    /** The case of the present line. */
    private Case present() {
        List<String> parameters = PARAMETERS.stream().map(this::cell).toList();
        String key = columns.containsKey(CASE) ? cell(CASE) : parameters.toString();
        Case known = cases.get(key);
        if (known == null) {
            FreeListSimulator heap = new FreeListSimulator(options());
            cases.put(key, known = new Case(heap, parameters, line, new HashMap<>()));
        }
        for (int i = 0; i < parameters.size(); i++) {
            String before = known.parameters.get(i);
            if (!before.equals(parameters.get(i)))
                throw bad(
                        PARAMETERS.get(i) + " " + parameters.get(i),
                        "%s, as in line %d of case %s".formatted(before, known.line, key));
        }
        return known;
    }

    private FreeListOptions options() {
        try {
            return new FreeListOptions(
                    number("heap_size"),
                    number("base"),
                    number("header"),
                    number("align"),
                    ListPlacement.named(cell("policy")),
                    ListOrder.named(cell("order")),
                    coalesce());
        } catch (IllegalArgumentException e) {
            throw new BadFile(file, line, e.getMessage());
        }
    }

    private boolean coalesce() {
        String value = cell("coalesce");
        if (!value.equals("0") && !value.equals("1")) throw bad("coalesce " + value, "0 or 1");
        return value.equals("1");
    }

    private void operation(Case now) {
        int id = number("id");
        switch (cell("op")) {
            case "malloc" -> malloc(now, id);
            case "free" -> free(now, id);
            default -> throw bad("op " + quoted(cell("op")), "malloc or free");
        }
        set(
                "free_list",
                now.heap.freeList().stream().map(Chunk::toString).collect(Collectors.joining(" ")));
    }

    private void malloc(Case now, int id) {
        int size = number("size");
        if (size < 0) throw bad("size " + size, "0 or more");
        Placed placed = now.heap.malloc(size);
        now.pointers.put(id, placed.block());
        set("result", placed.block());
        set("searched", placed.searched());
    }

    private void free(Case now, int id) {
        if (!now.pointers.containsKey(id))
            throw bad("free of id " + id, "an id that a malloc above has given");
        set("result", now.heap.free(now.pointers.get(id)));
        set("searched", "");
    }

    private String cell(String column) {
        return cells.get(columns.get(column)).strip();
    }

    private int number(String column) {
        String cell = cell(column);
        try {
            return Integer.parseInt(cell);
        } catch (NumberFormatException e) {
            throw bad(column + " " + quoted(cell), "a whole number");
        }
    }

    private void set(String column, Object value) {
        cells.set(columns.get(column), value.toString());
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private BadFile bad(String found, String expected) {
        return new BadFile(file, line, found, expected);
    }
}
