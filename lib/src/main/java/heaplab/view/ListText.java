package heaplab.view;

import heaplab.view.Tracked.Entry;
import heaplab.view.Tracked.Node;
import heaplab.view.Tracked.Row;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lists and trees of blocks for terminals and screen readers:
 *
 * <pre>
 * free list -> 24@28 -> 40@88 -> end
 *
 * root 40@88
 *   smaller 24@28
 *   larger  64@200
 * </pre>
 *
 * @param unit of sizes, in bytes
 * @param addressUnit in bytes; 0: addresses are not shown
 */
record ListText(int unit, int addressUnit) {
    private static final int MOST = 40; // blocks of one list
    private static final int MOST_LEVELS = 5; // of a tree

    String legend() {
        String size = addressUnit > 0 ? "size@address" : "size";
        return size + ": a free block, #" + size + "#: an allocated one, *: new";
    }

    String of(String title, Tracked tracked, Set<Entry> fresh, String caption) {
        StringBuilder text = new StringBuilder();
        if (!title.isEmpty()) text.append(title).append('\n');
        if (tracked.root() != null) node(text, "root ", "", tracked.root(), fresh, 0);
        else if (tracked.rows().isEmpty()) text.append("(empty)\n");
        else tracked.rows(unit).forEach(row -> text.append(row(row, fresh)).append('\n'));
        return text.append(caption).append('\n').toString();
    }

    private String row(Row row, Set<Entry> fresh) {
        String entries =
                row.entries().stream()
                        .limit(MOST)
                        .map(e -> block(e, fresh))
                        .collect(Collectors.joining(" -> "));
        int more = row.entries().size() - MOST;
        String end = more > 0 ? more + " more" : row.end();
        return "%s -> %s -> %s".formatted(row.name(), entries, end);
    }

    private void node(
            StringBuilder text,
            String link,
            String indent,
            Node node,
            Set<Entry> fresh,
            int level) {
        if (node == null) return;
        text.append(indent).append(link);
        if (level == MOST_LEVELS) {
            text.append(node.count()).append(" more\n");
            return;
        }
        text.append(block(node.entry(), fresh)).append('\n');
        node(text, "smaller ", indent + "  ", node.smaller(), fresh, level + 1);
        node(text, "larger  ", indent + "  ", node.larger(), fresh, level + 1);
    }

    private String block(Entry entry, Set<Entry> fresh) {
        String fill = entry.allocated() ? "#" : "";
        return fill + label(entry, "@") + fill + (fresh.contains(entry) ? "*" : "");
    }

    private String label(Entry entry, String at) {
        EntryPainter numbers = new EntryPainter(1, unit, addressUnit, Set.of());
        return addressUnit > 0
                ? numbers.size(entry) + at + numbers.address(entry)
                : numbers.size(entry);
    }

    String sentence(String title, Tracked tracked, String caption) {
        String name = title.isEmpty() ? "" : title + ": ";
        if (tracked.root() != null) {
            StringBuilder tree = new StringBuilder();
            below(tree, tracked.root(), 0);
            return "%s%s Root %s%s."
                    .formatted(name, caption, label(tracked.root().entry(), " at "), tree);
        }
        String rows =
                tracked.rows(unit).stream().map(this::sentence).collect(Collectors.joining("; "));
        return name + caption + (rows.isEmpty() ? "" : " " + rows + ".");
    }

    private String sentence(Row row) {
        String entries =
                row.entries().stream()
                        .limit(MOST)
                        .map(e -> label(e, " at ") + (e.allocated() ? " (allocated)" : ""))
                        .collect(Collectors.joining(", "));
        int more = row.entries().size() - MOST;
        String rest = more > 0 ? ", and %,d more".formatted(more) : "";
        String end = row.end().equals(Tracked.END) ? "" : ", " + row.end();
        return row.name() + ": " + entries + rest + end;
    }

    private void below(StringBuilder text, Node node, int level) {
        if (level == MOST_LEVELS) return;
        String at = label(node.entry(), " at ");
        child(text, "smaller than " + at, node.smaller(), level);
        child(text, "larger than " + at, node.larger(), level);
    }

    private void child(StringBuilder text, String where, Node node, int level) {
        if (node == null) return;
        text.append("; ").append(where).append(": ").append(label(node.entry(), " at "));
        below(text, node, level + 1);
    }
}
