package heaplab.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.Heaps;
import heaplab.metrics.Comparison;
import heaplab.metrics.Timeline;
import heaplab.policy.FirstFit;
import heaplab.trace.Workloads;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class CurvesTest {
    private static final double[] X = {0, 1, 2};

    private static Curves squares() {
        return Curves.of("Squares", "x (m)", "y (m²)").measured("first fit", X, x -> x * x);
    }

    @Test
    void textAndAlternativeNameMeasurementAndTheory() {
        Bundle bundle = squares().theory("2 x (somebody, 1971)", x -> 2 * x).bundle();
        String text = bundle.text();
        assertTrue(text.contains("first fit: 0 -> 0, 1 -> 1, 2 -> 4"), text);
        assertTrue(text.contains("2 x (somebody, 1971): 0 -> 0, 2 -> 4"), text);
        String alt = (String) bundle.metadata().get(Bundle.PNG).get("alt");
        assertTrue(alt.contains("y (m²) against x (m): first fit from 0 to 4; theory, 2 x"), alt);
    }

    @Test
    void pointsAreWhereTheyWereMeasured() {
        Plot plot = squares().plot();
        assertArrayEquals(X, plot.chart().getSeries("first fit").getXData());
        assertArrayEquals(new double[] {0, 1, 4}, plot.chart().getSeries("first fit").getYData());
    }

    /** The dashed line is the only difference: it has to be in the picture. */
    @Test
    void theoryIsDrawn() {
        BufferedImage without = squares().yTo(5).chart().image();
        BufferedImage with = squares().yTo(5).theory("3", x -> 3).chart().image();
        int differences = 0;
        for (int x = 0; x < with.getWidth(); x++)
            for (int y = 0; y < 600; y++)
                if (with.getRGB(x, y) != without.getRGB(x, y)) differences++;
        assertTrue(differences > 1000, differences + " pixels");
    }

    @Test
    void freePerLiveIsTheTimeline() {
        Comparison comparison =
                Comparison.of(Workloads.uniform(2000), Heaps.recipe(new FirstFit()));
        Timeline timeline = comparison.runs().get(0).timeline();
        Curves curves = Curves.over(comparison, "free ÷ live", Timeline::freePerLive);
        double[] shown = curves.plot().chart().getSeries("first fit").getYData();
        for (int i = 0; i < shown.length; i++) assertEquals(timeline.freePerLive(i), shown[i]);
        assertTrue(Double.isNaN(shown[0]), "nothing is live at the start");
        assertEquals((double) timeline.freeBlocks(99) / timeline.liveBlocks(99), shown[99]);
        String alt = (String) curves.bundle().metadata().get(Bundle.PNG).get("alt");
        assertFalse(alt.contains("NaN"), alt);
    }

    @Test
    void theLowestCurveIsNamed() {
        Curves two = squares().measured("best fit", X, x -> 1);
        assertEquals("first fit", two.lowest(0));
        assertEquals("best fit", two.lowest(2));
        assertEquals(4, two.at("first fit", 2));
        assertThrows(IllegalArgumentException.class, () -> two.at("first fit", 3));
    }

    @Test
    void aMarkIsNamedWithItsSource() {
        String text = squares().mark("changes here (somebody, 1975)", 1).toString();
        assertTrue(text.contains("changes here (somebody, 1975): at 1"), text);
    }

    @Test
    void nothingMeasuredIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Curves.of("t", "x", "y").bundle());
        assertThrows(
                IllegalArgumentException.class, () -> squares().measured("b", X, new double[] {1}));
    }
}
