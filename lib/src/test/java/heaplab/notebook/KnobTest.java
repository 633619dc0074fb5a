package heaplab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.Heaps;
import heaplab.heap.Recipe;
import heaplab.metrics.BlockCost;
import heaplab.metrics.Ledger;
import heaplab.metrics.Metrics;
import heaplab.metrics.Use;
import heaplab.policy.FirstFit;
import heaplab.policy.ThresholdSplit;
import heaplab.trace.Trace;
import heaplab.trace.Workloads;
import heaplab.view.Bundle;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class KnobTest {
    private static final int[] VALUES = {16, 128, 1024};
    private static final Trace BIMODAL = Workloads.bimodal(3000);
    private static final Trace PEAK = Workloads.peak(3000);
    private static final Knob KNOB = Lab.knob("threshold", KnobTest::recipe, VALUES, BIMODAL, PEAK);

    private static Recipe recipe(int threshold) {
        return Heaps.recipe(new FirstFit()).with(new ThresholdSplit(threshold));
    }

    @Test
    void eachValueIsAReplayOfItsOwn() {
        for (int value : VALUES) {
            Metrics alone = Metrics.of("alone", PEAK, recipe(value).heap());
            assertEquals(alone.peakHeap(), KNOB.at("peak", value).peakHeap());
            assertEquals(alone.work().splits, KNOB.at("peak", value).work().splits);
        }
    }

    @Test
    void theBestValueIsTheOneWithTheLeastFigure() {
        int best = KNOB.best("bimodal", m -> m.work().splits);
        for (int value : VALUES)
            assertTrue(
                    KNOB.at("bimodal", best).work().splits
                            <= KNOB.at("bimodal", value).work().splits);
        assertEquals(16, KNOB.best("bimodal", m -> 1), "the first of equals");
    }

    @Test
    void aValueOrATraceThatWasNotRunIsNamed() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> KNOB.at("bimodal", 17));
        assertTrue(e.getMessage().contains("found bimodal at 17"), e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> KNOB.at("lua", 16));
    }

    /** The picture's text has the ledgers' figures: inside and outside, in percent of payload. */
    @Test
    void thePictureIsTheLedger() {
        Bundle bundle = KNOB.bundle();
        for (int value : VALUES) {
            Ledger ledger = KNOB.at("peak", value).ledgerAtPeakPayload();
            double payload = ledger.bytes(Use.PAYLOAD);
            double inside = 100 * BlockCost.together(ledger) / payload;
            double outside = 100 * ledger.free() / payload;
            for (double figure : new double[] {inside, outside, inside + outside})
                assertTrue(
                        bundle.text().contains(String.format(Locale.ROOT, "%.1f", figure)),
                        bundle.text());
        }
        String alt = (String) bundle.metadata().get(Bundle.PNG).get("alt");
        assertTrue(alt.contains("peak: least waste together at "), alt);
    }
}
