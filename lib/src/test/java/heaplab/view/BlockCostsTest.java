package heaplab.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.Heaps;
import heaplab.alloc.NaiveBump;
import heaplab.heap.Blocks;
import heaplab.heap.Recipe;
import heaplab.heap.Tags;
import heaplab.memory.FlatMemory;
import heaplab.metrics.BlockCost;
import heaplab.metrics.Comparison;
import heaplab.metrics.Contestant;
import heaplab.metrics.Ledger;
import heaplab.metrics.Metrics;
import heaplab.metrics.Timeline;
import heaplab.metrics.Use;
import heaplab.policy.FirstFit;
import heaplab.policy.ThresholdSplit;
import heaplab.trace.Trace;
import heaplab.trace.Workloads;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/** The costs are the ledger's own bytes, whatever picture or table shows them. */
class BlockCostsTest {
    private static final Trace TRACE = Workloads.bimodal(3000);
    private static final Recipe TAGGED = Heaps.recipe(new FirstFit());
    private static final Recipe[] RECIPES = {
        TAGGED,
        TAGGED.with(Tags.HEADER_ONLY),
        TAGGED.with(Tags.FOOTER_IF_FREE).withAlignment(16),
        TAGGED.with(new ThresholdSplit(512))
    };
    private static final Comparison COMPARED = Comparison.of(TRACE, RECIPES);

    @Test
    void atEverySampleTheCostsAreAllThatBlocksHaveBeyondPayload() {
        for (Metrics run : COMPARED.runs()) {
            Timeline timeline = run.timeline();
            for (int i = 0; i < timeline.size(); i++) {
                Ledger ledger = timeline.ledger(i);
                long sum = Arrays.stream(BlockCost.values()).mapToLong(c -> c.bytes(ledger)).sum();
                assertEquals(ledger.allocated() - timeline.payload(i), sum);
                assertEquals(sum, BlockCost.together(ledger));
                assertEquals(ledger.overhead() - ledger.bytes(Use.FIXED), sum);
            }
        }
    }

    @Test
    void theChartStacksThemInBytes() {
        Chart chart = Charts.blockCosts(COMPARED);
        double most =
                COMPARED.runs().stream()
                        .map(Metrics::timeline)
                        .mapToLong(BlockCostsTest::highest)
                        .max()
                        .orElseThrow();
        double unit = Scale.bytes(most).factor();
        for (int r = 0; r < RECIPES.length; r++) {
            Timeline timeline = COMPARED.runs().get(r).timeline();
            Plot plot = (Plot) chart.panels().get(r).plot();
            double[] tags = plot.chart().getSeries("tags").getYData();
            double[] top = plot.chart().getSeries("unsplit remainder").getYData();
            for (int i = 0; i < timeline.size(); i++) {
                assertEquals(BlockCost.TAGS.bytes(timeline.ledger(i)) / unit, tags[i]);
                assertEquals(BlockCost.together(timeline.ledger(i)) / unit, top[i]);
            }
            assertEquals(1.04 * most / unit, plot.chart().getStyler().getYAxisMax(), 1e-9);
        }
    }

    private static long highest(Timeline timeline) {
        long most = 0;
        for (int i = 0; i < timeline.size(); i++)
            most = Math.max(most, BlockCost.together(timeline.ledger(i)));
        return most;
    }

    @Test
    void theTableIsTheLedgerAtTheSameMomentForAll() {
        Table table = Tables.blockCosts(COMPARED);
        for (int row = 0; row < RECIPES.length; row++) {
            Metrics run = COMPARED.runs().get(row);
            Ledger ledger = run.ledgerAtPeakPayload();
            assertEquals(run.name(), table.stringColumn("recipe").get(row));
            assertEquals(COMPARED.runs().get(0).sampleOfPeakPayload(), run.sampleOfPeakPayload());
            assertEquals(ledger.allocated(), number(table, "allocated (bytes)", row));
            double percent = 0;
            for (BlockCost cost : List.of(BlockCost.TAGS, BlockCost.PADDING, BlockCost.REMAINDER)) {
                assertEquals(cost.bytes(ledger), number(table, cost + " (bytes)", row));
                percent += number(table, cost + " (%)", row);
            }
            assertEquals(BlockCost.together(ledger), number(table, "together (bytes)", row));
            assertEquals(percent, number(table, "together (%)", row), 1e-9);
            assertEquals(100 * ledger.internalFragmentation(), percent, 1e-9);
        }
        assertFalse(table.columnNames().contains("class rounding (bytes)"), "nobody has classes");
    }

    private static double number(Table table, String column, int row) {
        return table.doubleColumn(column).get(row);
    }

    @Test
    void eachChoiceMovesItsOwnCost() {
        Ledger[] at =
                COMPARED.runs().stream().map(Metrics::ledgerAtPeakPayload).toArray(Ledger[]::new);
        long blocks = BlockCost.TAGS.bytes(at[0]) / (2 * Blocks.TAG);
        assertEquals(blocks * Blocks.TAG, BlockCost.TAGS.bytes(at[1]), "without footers");
        assertEquals(BlockCost.TAGS.bytes(at[1]), BlockCost.TAGS.bytes(at[2]));
        assertTrue(BlockCost.PADDING.bytes(at[2]) > BlockCost.PADDING.bytes(at[1]), "alignment 16");
        assertEquals(BlockCost.TAGS.bytes(at[0]), BlockCost.TAGS.bytes(at[3]));
        assertEquals(BlockCost.PADDING.bytes(at[0]), BlockCost.PADDING.bytes(at[3]));
        assertTrue(
                BlockCost.REMAINDER.bytes(at[3]) > BlockCost.REMAINDER.bytes(at[0]), "rests kept");
    }

    @Test
    void namesTooLongForTheirPanelTakeMoreLines() {
        int fourPanels = Charts.blockCosts(COMPARED).image().getHeight();
        Recipe[] shortNames = {TAGGED, TAGGED.with(Tags.HEADER_ONLY)};
        int twoPanels = Charts.blockCosts(Comparison.of(TRACE, shortNames)).image().getHeight();
        assertEquals(2 * 16, fourPanels - twoPanels, "one line, in double resolution");
    }

    @Test
    void textAndAlternativeNameEachCostOfEachRecipe() {
        Bundle bundle = Charts.blockCosts(COMPARED).bundle();
        String alt = (String) bundle.metadata().get(Bundle.PNG).get("alt");
        for (Metrics run : COMPARED.runs())
            for (String said : List.of(alt, bundle.text()))
                assertTrue(said.contains(run.name() + " tags "), said);
        assertTrue(alt.contains("unsplit remainder"), alt);
    }

    @Test
    void aHeapWithoutBlocksHasNoCosts() {
        Contestant bump = new Contestant("bump", () -> new NaiveBump(new FlatMemory(1 << 24)));
        Comparison blind = Comparison.of(TRACE, List.of(bump), 100, done -> {});
        assertThrows(IllegalArgumentException.class, () -> Charts.blockCosts(blind));
        assertThrows(IllegalArgumentException.class, () -> Tables.blockCosts(blind));
    }

    /** Tags and links decide together; links are free where boundary tags ask for 16 anyway. */
    @Test
    void theSmallestBlockHasRoomForTagsLinksAndOneByte() {
        Table table = Tables.layouts();
        long[][] smallest = {{8, 16, 16, 16}, {16, 16, 16, 16}, {8, 16, 16, 16}};
        for (int tags = 0; tags < smallest.length; tags++)
            for (int column = 0; column < smallest[tags].length; column++)
                assertEquals(
                        smallest[tags][column],
                        table.longColumn(3 + column).getLong(tags),
                        table.get(tags, 0) + ", " + table.column(3 + column).name());
    }
}
