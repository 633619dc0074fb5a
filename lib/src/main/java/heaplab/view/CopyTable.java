package heaplab.view;

import static heaplab.view.Best.End.LOWEST;

import heaplab.metrics.Comparison;
import heaplab.metrics.Metrics;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What realloc moved: a row for each policy on each trace. */
final class CopyTable {
    private CopyTable() {}

    static Table of(Comparison... comparisons) {
        List<Metrics> runs = Arrays.stream(comparisons).flatMap(c -> c.runs().stream()).toList();
        return Table.create(
                "what realloc copies",
                StringColumn.create("trace", runs.stream().map(run -> run.trace().name())),
                StringColumn.create("policy", runs.stream().map(Metrics::name)),
                Best.column(
                        "copied (MB)",
                        runs.stream().mapToDouble(run -> run.work().copiedBytes / 1e6),
                        1,
                        LOWEST),
                Best.column(
                        "heap ÷ bound", runs.stream().mapToDouble(Metrics::timesBound), LOWEST));
    }
}
