package heaplab.view;

import static heaplab.view.Best.End.HIGHEST;
import static heaplab.view.Best.End.LOWEST;
import static heaplab.view.Best.End.NONE;

import heaplab.metrics.BreakMoves;
import heaplab.metrics.Comparison;
import heaplab.metrics.Ledger;
import heaplab.metrics.Metrics;
import heaplab.metrics.OperationCosts;
import heaplab.metrics.Use;
import heaplab.trace.Trace;
import heaplab.trace.TraceFacts;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/**
 * Figures as Tablesaw tables: to look at, to sort and filter, or to write as CSV. Units are in the
 * column names, the bound stands beside what it bounds, and a star marks the best of a column.
 */
public final class Tables {
    private Tables() {}

    /**
     * A row for each policy: memory, utilization, mean fragmentation over the samples, work, and at
     * last million operations per second on this machine, which no star is given for.
     */
    public static Table comparison(Comparison comparison) {
        List<Metrics> runs = comparison.runs();
        double most = runs.stream().mapToLong(Metrics::peakHeap).max().orElse(0);
        Scale bytes = Scale.bytes(most);
        Table table =
                Table.create(
                        comparison.trace().name(),
                        StringColumn.create("policy", runs.stream().map(Metrics::name)));
        String unit = " (" + bytes.unit() + ")";
        int decimals = bytes.of(most) < 100 ? 2 : 0;
        DoubleStream heaps = runs.stream().mapToDouble(m -> bytes.of(m.peakHeap()));
        DoubleStream bounds = runs.stream().mapToDouble(m -> bytes.of(comparison.bound()));
        table.addColumns(
                Best.column("heap" + unit, heaps, decimals, LOWEST),
                Best.column("bound" + unit, bounds, decimals, NONE));
        add(table, "heap ÷ bound", runs, Metrics::timesBound, LOWEST);
        percent(table, "utilization (%)", runs, Metrics::peakUtilization, HIGHEST);
        percent(table, "internal frag. (%)", runs, Metrics::meanInternalFragmentation, LOWEST);
        percent(table, "external frag. (%)", runs, Metrics::meanExternalFragmentation, LOWEST);
        add(table, "visits per malloc", runs, m -> m.work().visitsPerMalloc(), LOWEST);
        add(table, "splits", runs, m -> m.work().splits, NONE);
        add(table, "joins", runs, m -> m.work().joins, NONE);
        if (runs.stream().anyMatch(m -> m.refused() > 0))
            add(table, "refused", runs, Metrics::refused, LOWEST);
        add(table, "Mops/s", runs, m -> m.operationsPerSecond() / 1e6, NONE);
        return table;
    }

    private interface Figure {
        double of(Metrics run);
    }

    private static void add(
            Table table, String name, List<Metrics> runs, Figure figure, Best.End good) {
        table.addColumns(Best.column(name, runs.stream().mapToDouble(figure::of), good));
    }

    private static void percent(
            Table table, String name, List<Metrics> runs, Figure fraction, Best.End good) {
        DoubleStream percents = runs.stream().mapToDouble(m -> 100 * fraction.of(m));
        table.addColumns(Best.column(name, percents, 1, good));
    }

    /**
     * A row for each recipe: what its tags, its alignment, its size classes and its splitting cost
     * in bytes and in percent of the allocated bytes, with the most payload live.
     */
    public static Table blockCosts(Comparison comparison) {
        return BlockCostTable.of(comparison);
    }

    /** A row for each use of a byte, a column for each policy: its ledger at its largest heap. */
    public static Table ledger(Comparison comparison) {
        List<String> rows = Arrays.stream(Use.values()).map(Use::toString).toList();
        StringColumn uses = StringColumn.create("at the largest heap", rows);
        uses.append("heap").append(Key.BOUND);
        Table table = Table.create(comparison.trace().name(), uses);
        for (Metrics run : comparison.runs())
            if (run.timeline().hasLedgers())
                table.addColumns(counts(run.name() + " (bytes)", column(run, comparison.bound())));
        return table;
    }

    private static long[] column(Metrics run, long bound) {
        Ledger ledger = run.ledger();
        long[] bytes = Arrays.copyOf(bytes(ledger), Use.values().length + 2);
        bytes[bytes.length - 2] = ledger.heap();
        bytes[bytes.length - 1] = bound;
        return bytes;
    }

    private static long[] bytes(Ledger ledger) {
        return Arrays.stream(Use.values()).mapToLong(ledger::bytes).toArray();
    }

    /**
     * What a live block consists of on average, at the largest heap: a row for each policy on each
     * trace. Internal fragmentation is all of it but the payload.
     */
    public static Table blocks(List<Comparison> comparisons) {
        return BlockTable.of(comparisons.stream().flatMap(c -> c.runs().stream()).toList());
    }

    /** A row for each policy: what free and malloc cost, on average and at most; of one trace. */
    public static Table costs(List<OperationCosts> runs) {
        return CostTable.of(runs);
    }

    /** How the break moved, and what lay unused below it: a row for each run. */
    public static Table breakMoves(List<BreakMoves> runs) {
        return BreakTable.of(runs);
    }

    /** How much realloc copied: a row for each policy on each trace. */
    public static Table copies(Comparison... comparisons) {
        return CopyTable.of(comparisons);
    }

    /** A row for each place a block's size can be kept in: what that costs a block, in bytes. */
    public static Table layouts() {
        return LayoutTable.of();
    }

    /** A row for each word: its bits, and apart from them the three lowest. */
    public static Table bits(int... words) {
        String[] bits =
                Arrays.stream(words)
                        .mapToObj(Integer::toBinaryString)
                        .map(b -> "0".repeat(Integer.SIZE - b.length()) + b)
                        .map(b -> b.replaceAll("(.{8})(?!$)", "$1 "))
                        .toArray(String[]::new);
        return Table.create(
                "words in binary",
                LongColumn.create("word", Arrays.stream(words).asLongStream().toArray()),
                StringColumn.create(
                        "bits 31 to 3", Arrays.stream(bits).map(b -> b.substring(0, 32))),
                StringColumn.create("bits 2 to 0", Arrays.stream(bits).map(b -> b.substring(32))));
    }

    /**
     * A row for each trace, a column for each policy: heap ÷ bound, and which policy is the best.
     */
    public static Table timesBound(List<Comparison> comparisons) {
        Table table =
                Table.create(
                        "heap ÷ bound",
                        StringColumn.create(
                                "trace", comparisons.stream().map(c -> c.trace().name())));
        List<Metrics> first = comparisons.get(0).runs();
        for (int i = 0; i < first.size(); i++) {
            int policy = i;
            DoubleStream figures =
                    comparisons.stream().mapToDouble(c -> c.runs().get(policy).timesBound());
            table.addColumns(Best.column(first.get(i).name(), figures, 2, NONE));
        }
        return table.addColumns(
                StringColumn.create("best", comparisons.stream().map(Tables::smallest)));
    }

    private static String smallest(Comparison comparison) {
        long least = comparison.runs().stream().mapToLong(Metrics::peakHeap).min().orElse(0);
        return comparison.runs().stream()
                .filter(run -> run.peakHeap() == least)
                .map(Metrics::name)
                .collect(Collectors.joining(", "));
    }

    /** What a trace consists of. */
    public static Table inspect(Trace trace) {
        TraceFacts facts = TraceFacts.of(trace);
        long[] values = {
            trace.operations(),
            facts.mallocs(),
            facts.reallocs(),
            facts.frees(),
            trace.ids(),
            trace.requests().asLongStream().sum(),
            trace.peakBytes()
        };
        return Table.create(
                trace.name(),
                StringColumn.create(
                        "what",
                        "operations",
                        "malloc",
                        "realloc",
                        "free",
                        "ids",
                        "bytes asked for in all",
                        "peak payload in bytes (bound)"),
                counts("how many", values));
    }

    /**
     * How many requests ask for how much: a row for each class from one power of two to the next.
     */
    public static Table sizes(Trace trace) {
        SizeClasses sizes = new SizeClasses(trace);
        int[] classes = sizes.used().toArray();
        Table table =
                Table.create(
                        trace.name(),
                        StringColumn.create(
                                "bytes asked for",
                                Arrays.stream(classes).mapToObj(SizeClasses::range)),
                        counts(
                                "requests",
                                Arrays.stream(classes).mapToLong(sizes::count).toArray()));
        DoubleStream shares =
                Arrays.stream(classes).mapToDouble(c -> 100.0 * sizes.count(c) / sizes.total());
        return table.addColumns(Best.column("share (%)", shares, 1, NONE));
    }

    private static LongColumn counts(String name, long... values) {
        LongColumn column = LongColumn.create(name, values);
        column.setPrintFormatter(NumberColumnFormatter.intsWithGrouping());
        return column;
    }
}
