package heaplab.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.Heaps;
import heaplab.metrics.Comparison;
import heaplab.metrics.Ledger;
import heaplab.metrics.Metrics;
import heaplab.metrics.Use;
import heaplab.policy.BestFit;
import heaplab.policy.FirstFit;
import heaplab.policy.NextFit;
import heaplab.trace.Trace;
import heaplab.trace.Workloads;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class TablesTest {
    private static final Comparison FITS =
            Comparison.of(
                    Workloads.bimodal(3000),
                    Heaps.recipe(new FirstFit()),
                    Heaps.recipe(new NextFit()),
                    Heaps.recipe(new BestFit()));

    @Test
    void comparisonHasAFigureForEachPolicyAndTheBound() {
        Table table = Tables.comparison(FITS);
        assertEquals(
                List.of("first fit", "next fit", "best fit"),
                table.stringColumn("policy").asList());
        for (int row = 0; row < 3; row++) {
            Metrics run = FITS.runs().get(row);
            assertEquals(100 * run.peakUtilization(), number(table, "utilization (%)", row));
            assertEquals(run.timesBound(), number(table, "heap ÷ bound", row));
            assertEquals(run.work().visitsPerMalloc(), number(table, "visits per malloc", row));
            assertEquals(FITS.bound() / 1024.0, number(table, "bound (KiB)", row));
        }
    }

    private static double number(Table table, String column, int row) {
        return table.doubleColumn(column).get(row);
    }

    @Test
    void theBestOfAColumnHasAStar() {
        DoubleColumn low = Best.column("c", DoubleStream.of(3.14, 2, 2.001), 1, Best.End.LOWEST);
        assertEquals("3.1", low.getString(0));
        assertEquals("★ 2.0", low.getString(1));
        assertEquals("★ 2.0", low.getString(2), "what is written alike is marked alike");
        DoubleColumn high = Best.column("c", DoubleStream.of(1, 2000), Best.End.HIGHEST);
        assertEquals("★ 2,000", high.getString(1));
        DoubleColumn same = Best.column("c", DoubleStream.of(5, 5.001), Best.End.LOWEST);
        assertEquals("5.00", same.getString(0), "no star where there is nothing to choose");
    }

    @Test
    void theStarIsInTheHtml() {
        String html = (String) HtmlTable.of(Tables.comparison(FITS)).data().get(Bundle.HTML);
        assertTrue(html.contains("★ "), html);
        assertFalse(html.contains("NaN"), html);
    }

    @Test
    void theLedgerAddsUp() {
        Table table = Tables.ledger(FITS);
        Metrics next = FITS.runs().get(1);
        Ledger ledger = next.timeline().ledger(next.sampleOfPeakHeap());
        long sum = 0;
        for (Use use : Use.values()) {
            long bytes = table.longColumn("next fit (bytes)").getLong(use.ordinal());
            assertEquals(ledger.bytes(use), bytes);
            assertEquals(use.toString(), table.stringColumn(0).get(use.ordinal()));
            sum += bytes;
        }
        int heap = Use.values().length;
        assertEquals(next.peakHeap(), sum);
        assertEquals(next.peakHeap(), table.longColumn("next fit (bytes)").getLong(heap));
        assertEquals(FITS.bound(), table.longColumn("next fit (bytes)").getLong(heap + 1));
    }

    @Test
    void layoutsSayWhatTagsCost() {
        Table table = Tables.layouts();
        int headerOnly = 0;
        int boundaryTags = 1;
        int footerIfFree = 2;
        assertEquals("footer if free", table.stringColumn(0).get(footerIfFree));
        assertEquals(4, table.longColumn("used block: tags (bytes)").getLong(footerIfFree));
        assertEquals(8, table.longColumn("free block: tags (bytes)").getLong(footerIfFree));
        assertEquals(8, table.longColumn(3).getLong(headerOnly));
        assertEquals(16, table.longColumn(3).getLong(boundaryTags), "no room for a payload in 8");
        assertEquals(16, table.longColumn(4).getLong(headerOnly));
    }

    @Test
    void anAverageBlockIsItsPayloadAndTheCausesOfInternalFragmentation() {
        Table table = Tables.blocks(List.of(FITS));
        for (int row = 0; row < 3; row++) {
            double payload = number(table, "payload (bytes)", row);
            double block = payload + number(table, "tags (bytes)", row);
            block += number(table, "padding (bytes)", row);
            block += number(table, "policy's rest (bytes)", row);
            assertEquals(8, number(table, "tags (bytes)", row), "header and footer");
            assertEquals(
                    100 * (1 - payload / block),
                    number(table, "internal fragmentation (%)", row),
                    1e-9);
        }
    }

    @Test
    void tracesAreComparedRowByRow() {
        Table table = Tables.timesBound(List.of(FITS, FITS));
        assertEquals(
                List.of("trace", "first fit", "next fit", "best fit", "best"), table.columnNames());
        assertEquals(2, table.rowCount());
        assertEquals(FITS.runs().get(1).timesBound(), number(table, "next fit", 1));
        long least = FITS.runs().stream().mapToLong(Metrics::peakHeap).min().orElseThrow();
        for (Metrics run : FITS.runs())
            assertEquals(
                    run.peakHeap() == least,
                    table.stringColumn("best").get(0).contains(run.name()));
    }

    @Test
    void inspectCounts() {
        Trace trace =
                Trace.named("t").malloc(0, 1).malloc(1, 16).free(0).realloc(1, 31).free(-1).build();
        Table table = Tables.inspect(trace);
        assertEquals(List.of(5L, 2L, 1L, 2L, 2L, 48L, 31L), table.longColumn("how many").asList());
        Table sizes = Tables.sizes(trace);
        assertEquals(
                List.of("1", "2 to 4", "4 to 8", "8 to 16", "16 to 32"),
                sizes.stringColumn(0).asList());
        assertEquals(List.of(1L, 0L, 0L, 0L, 2L), sizes.longColumn(1).asList());
        assertEquals("66.7", sizes.column("share (%)").getString(4));
    }
}
