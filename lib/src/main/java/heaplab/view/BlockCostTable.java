package heaplab.view;

import static heaplab.view.Best.End.LOWEST;
import static heaplab.view.Best.End.NONE;

import heaplab.metrics.BlockCost;
import heaplab.metrics.Comparison;
import heaplab.metrics.Ledger;
import heaplab.metrics.Metrics;
import java.util.List;
import java.util.function.ToLongFunction;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What tags, alignment, size classes and splitting cost when the most payload is live, which is the
 * same moment for every recipe: bytes, and percent of the bytes in allocated blocks. A cost that
 * nobody has gets no columns.
 */
final class BlockCostTable {
    private final Comparison comparison;
    private final List<Metrics> runs;
    private final List<Ledger> ledgers;

    private BlockCostTable(Comparison comparison) {
        this.comparison = comparison;
        runs = StackedAreas.walkable(comparison.runs());
        ledgers = runs.stream().map(Metrics::ledgerAtPeakPayload).toList();
    }

    static Table of(Comparison comparison) {
        return new BlockCostTable(comparison).table();
    }

    private Table table() {
        Table table =
                Table.create(
                        comparison.trace().name() + ", with the most payload",
                        StringColumn.create("recipe", runs.stream().map(Metrics::name)));
        bytes(table, "allocated", Ledger::allocated);
        for (BlockCost cost : BlockCost.values())
            if (ledgers.stream().anyMatch(ledger -> cost.bytes(ledger) > 0)) {
                bytes(table, cost.toString(), cost::bytes);
                percent(table, cost.toString(), cost::bytes, NONE);
            }
        bytes(table, "together", BlockCost::together);
        percent(table, "together", BlockCost::together, LOWEST);
        return table;
    }

    private void bytes(Table table, String name, ToLongFunction<Ledger> part) {
        table.addColumns(
                Best.column(
                        name + " (bytes)",
                        ledgers.stream().mapToDouble(part::applyAsLong),
                        0,
                        NONE));
    }

    private void percent(Table table, String name, ToLongFunction<Ledger> part, Best.End good) {
        table.addColumns(
                Best.column(
                        name + " (%)",
                        ledgers.stream().mapToDouble(l -> share(part.applyAsLong(l), l)),
                        1,
                        good));
    }

    private static double share(long bytes, Ledger ledger) {
        return ledger.allocated() == 0 ? 0 : 100.0 * bytes / ledger.allocated();
    }
}
