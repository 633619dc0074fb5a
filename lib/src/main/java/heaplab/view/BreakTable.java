package heaplab.view;

import static heaplab.view.Best.End.NONE;

import heaplab.metrics.BreakMoves;
import java.util.List;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/** What growth policies did: a row for each run. */
final class BreakTable {
    private static final double KIBI = 1024;

    private BreakTable() {}

    static Table of(List<BreakMoves> runs) {
        LongColumn moves =
                LongColumn.create(
                        "moves of the break", runs.stream().mapToLong(BreakMoves::moves).toArray());
        moves.setPrintFormatter(NumberColumnFormatter.intsWithGrouping());
        return Table.create(
                "how the end of the heap moves",
                StringColumn.create("trace", runs.stream().map(run -> run.trace().name())),
                StringColumn.create(
                        "growth", runs.stream().map(run -> run.recipe().growth().toString())),
                moves,
                Best.column(
                        "per 1000 requests",
                        runs.stream().mapToDouble(BreakMoves::movesPerThousand),
                        1,
                        NONE),
                Best.column(
                        "unused at the top (KiB, mean)",
                        runs.stream().mapToDouble(run -> run.meanTop() / KIBI),
                        1,
                        NONE),
                Best.column(
                        "heap (KiB, mean)",
                        runs.stream().mapToDouble(run -> run.meanHeap() / KIBI),
                        0,
                        NONE));
    }
}
