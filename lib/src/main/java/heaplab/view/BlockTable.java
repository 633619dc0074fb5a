package heaplab.view;

import static heaplab.view.Best.End.NONE;

import heaplab.heap.Blocks;
import heaplab.metrics.Ledger;
import heaplab.metrics.Metrics;
import heaplab.metrics.Use;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What an average live block consists of: its ledger at the largest heap, by the block. */
final class BlockTable {
    private final List<Metrics> runs;
    private final List<Ledger> ledgers;

    private BlockTable(List<Metrics> runs) {
        this.runs = runs;
        ledgers = runs.stream().map(Metrics::ledger).toList();
    }

    static Table of(List<Metrics> runs) {
        return new BlockTable(runs).table();
    }

    private Table table() {
        Table table =
                Table.create(
                        "bytes per live block, at the largest heap",
                        StringColumn.create("trace", runs.stream().map(run -> run.trace().name())),
                        StringColumn.create("policy", runs.stream().map(Metrics::name)));
        mean(table, "payload", Use.PAYLOAD);
        mean(table, "tags", Use.HEADER, Use.FOOTER);
        mean(table, "padding", Use.PADDING);
        mean(table, "policy's rest", Use.ROUNDING, Use.REMAINDER);
        return table.addColumns(
                Best.column(
                        "internal fragmentation (%)",
                        ledgers.stream().mapToDouble(l -> 100 * l.internalFragmentation()),
                        1,
                        NONE));
    }

    private void mean(Table table, String name, Use... uses) {
        table.addColumns(
                Best.column(
                        name + " (bytes)",
                        IntStream.range(0, runs.size()).mapToDouble(i -> mean(i, uses)),
                        1,
                        NONE));
    }

    private double mean(int row, Use... uses) {
        Ledger ledger = ledgers.get(row);
        long bytes = 0;
        for (Use use : uses) bytes += ledger.bytes(use);
        return (double) bytes / (ledger.bytes(Use.HEADER) / Blocks.TAG);
    }
}
