package heaplab.view;

import heaplab.metrics.Comparison;
import heaplab.metrics.Metrics;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** One figure of the same contestants on several traces: a row for each trace. */
public final class FigureTable {
    private static final int DECIMALS = 1;

    private FigureTable() {}

    /** A star marks the smallest of each row, and all that look the same. */
    public static Table of(
            String figure, List<Comparison> comparisons, ToDoubleFunction<Metrics> of) {
        Table table =
                Table.create(
                        figure,
                        StringColumn.create(
                                "trace", comparisons.stream().map(c -> c.trace().name())));
        List<Metrics> first = comparisons.get(0).runs();
        for (int i = 0; i < first.size(); i++) {
            int column = i;
            table.addColumns(
                    StringColumn.create(
                            first.get(i).name(),
                            comparisons.stream().map(c -> cell(c.runs(), column, of))));
        }
        return table;
    }

    private static String cell(List<Metrics> runs, int column, ToDoubleFunction<Metrics> of) {
        List<String> row =
                runs.stream().map(r -> Scale.fixed(of.applyAsDouble(r), DECIMALS)).toList();
        double[] values = runs.stream().mapToDouble(of).toArray();
        int best =
                IntStream.range(0, values.length)
                        .reduce((a, b) -> values[b] < values[a] ? b : a)
                        .orElse(0);
        String text = row.get(column);
        return text.equals(row.get(best)) ? Best.STAR + text : text;
    }
}
