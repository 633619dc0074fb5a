package heaplab.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import heaplab.heap.Work;
import heaplab.metrics.Comparison;
import heaplab.metrics.Metrics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** A comparison as a table: one row per allocator, one column per figure. */
final class ComparisonTable {
    /**
     * A figure.
     *
     * @param key in CSV and JSON
     * @param title in text
     * @param decimals in text
     */
    private record Column(
            String key, String title, int decimals, ToDoubleFunction<Metrics> figure) {
        String text(Metrics run) {
            double value = figure.applyAsDouble(run);
            return Double.isNaN(value)
                    ? "-"
                    : String.format(Locale.ROOT, "%,." + decimals + "f", value);
        }

        /** Whole where the figure is, null where there is none. */
        Number number(Metrics run) {
            double value = figure.applyAsDouble(run);
            if (!Double.isFinite(value)) return null;
            return decimals == 0 ? (Number) (long) value : (Number) value;
        }
    }

    private static final List<Column> COLUMNS =
            List.of(
                    new Column("peak_heap", "heap", 0, Metrics::peakHeap),
                    new Column("peak_utilization", "utilization", 4, Metrics::peakUtilization),
                    new Column("internal", "internal", 4, Metrics::internalFragmentation),
                    new Column("external", "external", 4, Metrics::externalFragmentation),
                    new Column("visits", "visits/malloc", 1, work(Work::visitsPerMalloc)),
                    new Column("splits", "splits", 0, work(w -> w.splits)),
                    new Column("joins", "joins", 0, work(w -> w.joins)),
                    new Column("copied_bytes", "copied", 0, work(w -> w.copiedBytes)),
                    new Column("refused", "refused", 0, Metrics::refused),
                    new Column("mops", "Mops/s", 2, m -> m.operationsPerSecond() / 1e6));

    /** A figure of the work, where an allocator counts its work. */
    private static ToDoubleFunction<Metrics> work(ToDoubleFunction<Work> figure) {
        return run -> run.work().mallocs == 0 ? Double.NaN : figure.applyAsDouble(run.work());
    }

    private final Comparison comparison;

    ComparisonTable(Comparison comparison) {
        this.comparison = comparison;
    }

    /** Columns side by side, under a line that says what was replayed. */
    String text() {
        List<List<String>> columns = new ArrayList<>();
        columns.add(cells("allocator", Metrics::name));
        for (Column column : COLUMNS) columns.add(cells(column.title(), column::text));
        StringBuilder text = new StringBuilder(comparison.trace() + "\n\n");
        for (int row = 0; row <= comparison.runs().size(); row++) {
            StringBuilder line = new StringBuilder();
            for (List<String> column : columns)
                line.append(padded(column, row, line.length() == 0));
            text.append(line).append('\n');
        }
        return text.toString();
    }

    private List<String> cells(String title, Function<Metrics, String> cell) {
        List<String> cells = new ArrayList<>(List.of(title));
        for (Metrics run : comparison.runs()) cells.add(cell.apply(run));
        return cells;
    }

    private static String padded(List<String> column, int row, boolean left) {
        int width = column.stream().mapToInt(String::length).max().orElse(0);
        return (left ? "%-" + width + "s" : "  %" + width + "s").formatted(column.get(row));
    }

    /** A line of keys, and a line for each allocator; empty where there is no figure. */
    String csv() {
        StringBuilder text = new StringBuilder();
        for (Map<String, Object> row : rows()) {
            if (text.length() == 0) text.append(Csv.line(List.copyOf(row.keySet()))).append('\n');
            text.append(Csv.line(new ArrayList<>(row.values()))).append('\n');
        }
        return text.toString();
    }

    /** An array with an object for each allocator; null where there is no figure. */
    String json() {
        try {
            return new ObjectMapper().writeValueAsString(rows()) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private List<Map<String, Object>> rows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Metrics run : comparison.runs()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("allocator", run.name());
            row.put("trace", run.trace().name());
            row.put("operations", run.trace().operations());
            row.put("peak_payload", run.peakPayload());
            for (Column column : COLUMNS) row.put(column.key(), column.number(run));
            rows.add(row);
        }
        return rows;
    }
}
