package heaplab.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.Heaps;
import heaplab.alloc.NaiveBump;
import heaplab.heap.Fit;
import heaplab.heap.Recipe;
import heaplab.memory.FlatMemory;
import heaplab.metrics.Comparison;
import heaplab.metrics.Contestant;
import heaplab.metrics.FreeByAddress;
import heaplab.metrics.Metrics;
import heaplab.metrics.OperationCosts;
import heaplab.metrics.Timeline;
import heaplab.policy.FirstFit;
import heaplab.policy.NextFit;
import heaplab.trace.Trace;
import heaplab.trace.Workloads;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYSeries;

class ChartsTest {
    private static final Trace TRACE = Workloads.bimodal(3000);
    private static final Comparison FITS =
            Comparison.of(TRACE, recipe(new FirstFit()), recipe(new NextFit()));
    private static final Comparison BUMP =
            Comparison.of(
                    TRACE,
                    List.of(
                            new Contestant("first fit", () -> recipe(new FirstFit()).heap()),
                            new Contestant("bump", () -> new NaiveBump(new FlatMemory(1 << 24)))),
                    100,
                    done -> {});

    private static Recipe recipe(Fit fit) {
        return Heaps.recipe(fit);
    }

    private static Stream<Chart> charts(Comparison comparison) {
        return Stream.of(
                Charts.memory(comparison),
                Charts.fragmentation(comparison),
                Charts.work(comparison),
                Charts.ledger(comparison),
                Charts.freeBlocks(comparison),
                Charts.price(comparison));
    }

    private static Plot plot(Chart chart, int panel) {
        return (Plot) chart.panels().get(panel).plot();
    }

    private static double[] x(Plot plot, String series) {
        return plot.chart().getSeries(series).getXData();
    }

    private static double[] y(Plot plot, String series) {
        return plot.chart().getSeries(series).getYData();
    }

    @Test
    void everyChartIsAnImageWithTextAndAlternative() throws IOException {
        for (Chart chart : charts(FITS).toList()) {
            Bundle bundle = chart.bundle();
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bundle.png()));
            assertEquals(2 * Chart.WIDTH, image.getWidth());
            assertTrue(image.getHeight() > 600 && image.getHeight() < 1000, chart::toString);
            assertEquals(Chart.WIDTH, bundle.metadata().get(Bundle.PNG).get("width"));
            String alt = (String) bundle.metadata().get(Bundle.PNG).get("alt");
            for (String name : List.of("first fit", "next fit", TRACE.name())) {
                assertTrue(alt.contains(name), alt);
                assertTrue(bundle.text().contains(name), bundle.text());
            }
            assertFalse(alt.contains("NaN"), alt);
            assertTrue(colored(image) > 1000, "something is drawn");
        }
    }

    /** Pixels that are neither white nor of a gray of paper, grid and letters. */
    private static long colored(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, 1800);
        return Arrays.stream(pixels).filter(p -> (p >> 16 & 255) != (p & 255)).count();
    }

    @Test
    void memoryIsTheTimeline() {
        Plot plot = plot(Charts.memory(FITS), 0);
        Timeline next = FITS.runs().get(1).timeline();
        double unit = Scale.bytes(FITS.runs().get(1).peakHeap()).factor();
        double[] heap = y(plot, "next fit");
        double[] payload = y(plot, "payload");
        double[] bound = plot.bounds().get(0)[1];
        assertEquals(next.size(), heap.length);
        for (int i = 0; i < next.size(); i++) {
            assertEquals(next.heap(i) / unit, heap[i]);
            assertEquals(next.payload(i) / unit, payload[i]);
            assertEquals(next.peakPayload(i) / unit, bound[i]);
        }
    }

    @Test
    void fragmentationIsTheTimelineInPercent() {
        Chart chart = Charts.fragmentation(FITS);
        Timeline first = FITS.runs().get(0).timeline();
        for (int i = 0; i < first.size(); i++) {
            double[] shown = {
                y(plot(chart, 0), "first fit")[i],
                y(plot(chart, 1), "first fit")[i],
                y(plot(chart, 2), "first fit")[i]
            };
            double[] expected = {
                100 * first.internalFragmentation(i),
                100 * mean(first, Math.max(0, i - first.size() / 60 + 1), i),
                100 * first.utilization(i)
            };
            assertEquals(Arrays.toString(expected), Arrays.toString(shown));
        }
    }

    private static double mean(Timeline timeline, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToDouble(timeline::externalFragmentation)
                .average()
                .orElseThrow();
    }

    @Test
    void theLedgerIsStackedUpToTheHeap() {
        Chart chart = Charts.ledger(FITS);
        assertEquals(2, chart.panels().size());
        Metrics next = FITS.runs().get(1);
        double unit = Scale.bytes(next.peakHeap()).factor();
        Plot plot = plot(chart, 1);
        List<double[]> layers =
                plot.chart().getSeriesCollection().stream().map(XYSeries::getYData).toList();
        for (int i = 0; i < next.timeline().size(); i++) {
            assertEquals(next.timeline().heap(i) / unit, layers.get(0)[i], 1e-9);
            for (int layer = 1; layer < layers.size(); layer++)
                assertTrue(layers.get(layer)[i] <= layers.get(layer - 1)[i]);
            assertEquals(next.timeline().payload(i) / unit, layers.get(4)[i], 1e-9);
        }
        assertEquals(
                plot(chart, 0).chart().getStyler().getYAxisMax(),
                plot.chart().getStyler().getYAxisMax());
    }

    @Test
    void workIsLogarithmicOnlyWhereItSpansDecades() {
        double[] work = y(plot(Charts.work(FITS), 0), "first fit");
        Timeline timeline = FITS.runs().get(0).timeline();
        int last = timeline.size() - 1;
        assertEquals(timeline.visitsPerMalloc(last, timeline.size() / 60), work[last]);
        Trace.Builder steady = Trace.named("steady");
        for (int i = 0; i < 200; i++) steady.malloc(0, 24).free(0);
        Comparison same = Comparison.of(steady.build(), recipe(new FirstFit()));
        assertFalse(plot(Charts.work(same), 0).chart().getStyler().isYAxisLogarithmic());
        assertTrue(plot(Charts.work(FITS), 0).chart().getStyler().isYAxisLogarithmic());
    }

    @Test
    void freeBlocksAreStepsOverTheTenthsOfTheHeap() {
        Chart chart = Charts.freeBlocks(FITS);
        FreeByAddress first = FITS.runs().get(0).timeline().freeByAddress();
        for (int edge = 0; edge <= FreeByAddress.PARTS; edge++) {
            int part = Math.min(edge, FreeByAddress.PARTS - 1);
            assertEquals(first.splinters(part), y(plot(chart, 0), "first fit")[edge]);
            assertEquals(first.meanBytes(part), y(plot(chart, 1), "first fit")[edge]);
        }
    }

    @Test
    void aPriceIsOneDot() {
        Plot plot = plot(Charts.price(FITS), 0);
        Metrics first = FITS.runs().get(0);
        assertEquals(100 * first.peakUtilization(), y(plot, "first fit")[0]);
        assertEquals(1, y(plot, "first fit").length);
        assertEquals(first.work().looksPerMalloc(), x(plot, "first fit")[0]);
        assertThrows(IllegalArgumentException.class, Charts::price);
    }

    @Test
    void manyPanelsStandInRows() {
        Comparison[] five = {FITS, FITS, FITS, FITS, FITS};
        int rowOf2 = Charts.price(FITS, FITS).image().getHeight();
        int rowsOf5 = Charts.price(five).image().getHeight();
        assertTrue(rowsOf5 > rowOf2, rowOf2 + " and " + rowsOf5);
        assertEquals(5, Charts.price(five).panels().size());
    }

    @Test
    void fewSamplesAreSteps() {
        Trace few = Trace.named("few").malloc(0, 24).free(0).build();
        Comparison comparison = Comparison.of(few, recipe(new FirstFit()));
        XYSeries steps = plot(Charts.memory(comparison), 0).chart().getSeries("first fit");
        assertEquals(
                XYSeries.XYSeriesRenderStyle.Step, steps.getXYSeriesRenderStyle().orElseThrow());
        XYSeries line = plot(Charts.memory(FITS), 0).chart().getSeries("first fit");
        assertEquals(
                XYSeries.XYSeriesRenderStyle.Line, line.getXYSeriesRenderStyle().orElseThrow());
    }

    @Test
    void anAllocatorThatCannotBeWalkedIsShownWithoutLedger() {
        assertEquals(1, Charts.ledger(BUMP).panels().size());
        charts(BUMP).forEach(chart -> assertTrue(colored(chart.image()) > 300, chart::toString));
        Comparison only = new Comparison(TRACE, BUMP.runs().subList(1, 2));
        assertThrows(IllegalArgumentException.class, () -> Charts.ledger(only));
    }

    @Test
    void tinyTracesAreDrawnToo() {
        Trace one = Trace.named("one").malloc(0, 24).build();
        charts(Comparison.of(one, recipe(new FirstFit()))).forEach(Chart::image);
        Trace none = Trace.named("none").build();
        charts(Comparison.of(none, recipe(new FirstFit()))).forEach(Chart::image);
        assertThrows(IllegalArgumentException.class, () -> Charts.sizes(none));
    }

    @Test
    void costsAreStepsByInterval() {
        Trace one = Trace.named("one").malloc(0, 24).build();
        Trace none = Trace.named("none").build();
        for (Trace trace : List.of(TRACE, one, none)) {
            List<OperationCosts> costs =
                    OperationCosts.of(
                            trace, Contestant.of(recipe(new FirstFit()), recipe(new NextFit())));
            Chart chart = Charts.costs(costs);
            assertTrue(colored(chart.image()) > 500, chart::toString);
            double[] free = y(plot(chart, 0), "next fit");
            assertEquals(OperationCosts.INTERVALS + 1, free.length);
            assertEquals(costs.get(1).frees().mean(0), free[0]);
        }
    }

    @Test
    void sizesAreCountedByPowersOfTwo() {
        Trace trace =
                Trace.named("t").malloc(0, 1).malloc(1, 16).malloc(2, 31).realloc(2, 32).build();
        String text = Charts.sizes(trace).toString();
        assertTrue(text.contains("16 to 32 bytes          2"), text);
        assertTrue(text.contains("32 to 64 bytes          1"), text);
        assertTrue(text.contains("2 to 4 bytes          0"), text);
        assertFalse(text.contains("64 to 128"), text);
    }

    @Test
    void aPolicyLooksTheSameEverywhere() {
        Style.Look first = Style.looks(List.of("first fit")).get("first fit");
        assertEquals(first, Style.looks(List.of("mine", "best fit", "first fit")).get("first fit"));
        assertEquals(
                first, Style.looks(List.of("first fit · header only")).values().iterator().next());
        Map<String, Style.Look> twice =
                Style.looks(List.of("first fit · header only", "first fit · boundary tags"));
        assertEquals(2, twice.values().stream().distinct().count());
    }

    @Test
    void aTrackingLooksTheSameEverywhereAndDecides() {
        String[] trackings = {
            "explicit LIFO", "explicit FIFO", "explicit address order", "explicit size order",
            "segregated", "size tree", "TLSF", "half fit"
        };
        List<String> names = new ArrayList<>();
        for (String fit : List.of("first fit", "next fit", "best fit"))
            names.add("implicit · " + fit);
        for (String tracking : trackings) names.add(tracking + " · first fit");
        Map<String, Style.Look> looks = Style.looks(names);
        assertEquals(names.size(), looks.values().stream().distinct().count());
        Style.Look first = Style.looks(List.of("first fit")).get("first fit");
        assertEquals(first, looks.get("implicit · first fit"));
        assertEquals(first, Style.looks(List.of("implicit", "TLSF")).get("implicit"));
        for (String tracking : trackings)
            assertEquals(
                    looks.get(tracking + " · first fit"),
                    Style.looks(List.of(tracking)).get(tracking));
    }

    @Test
    void twoFitsOfOneTrackingShareItsColour() {
        List<String> names = List.of("segregated · first fit", "segregated · best fit");
        List<Style.Look> looks = List.copyOf(Style.looks(names).values());
        assertEquals(looks.get(0).color(), looks.get(1).color());
        assertNotEquals(looks.get(0).marker(), looks.get(1).marker());
    }

    @Test
    void anotherPolicyTakesNoColourThatIsInTheChart() {
        Map<String, Style.Look> looks =
                Style.looks(List.of("mine", "yours", "explicit LIFO", "explicit address order"));
        assertEquals(4, looks.values().stream().map(Style.Look::color).distinct().count());
    }

    @Test
    void noTwoPoliciesOfAChartLookAlike() {
        List<String> names = IntStream.range(0, 25).mapToObj(k -> "best of " + k).toList();
        Map<String, Style.Look> looks = Style.looks(names);
        assertEquals(25, looks.values().stream().distinct().count());
        Style.Look best = Style.looks(List.of("best fit")).get("best fit");
        assertFalse(looks.containsValue(best), "kept for best fit");
        assertNotEquals(
                looks.get("best of 0").marker(),
                looks.get("best of 1").marker(),
                "not by colour alone");
    }

    @Test
    void unitsSuitTheNumbers() {
        assertEquals("24 bytes", Scale.text(24));
        assertEquals("4 KiB", Scale.text(4096));
        assertEquals("10.8 MiB", Scale.text(10.8 * 1024 * 1024));
        assertEquals("1,234", Scale.number(1234.4));
        assertEquals("0.012", Scale.number(0.01234));
        assertEquals("–", Scale.number(Double.NaN));
        assertEquals("87.3 %", Scale.percent(0.8734));
        assertEquals("thousand operations", Scale.operations(300_000).unit());
    }

    @Test
    void sparklinesRiseWithTheirValues() {
        assertEquals("▁▃▆█", Sparkline.of(4, i -> i, 3));
        assertEquals(" ▁", Sparkline.of(2, i -> i == 0 ? Double.NaN : 0, 0));
        assertEquals(40, Sparkline.of(500, i -> i, 500).length());
    }
}
