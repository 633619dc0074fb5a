package heaplab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.policy.BestFit;
import heaplab.policy.FirstFit;
import heaplab.policy.WorstFit;
import heaplab.trace.Trace;
import heaplab.view.Bundle;
import org.junit.jupiter.api.Test;

class ComparedTest {
    /** First and worst fit break the large hole, best fit takes the small one. */
    private static final Trace HOLES =
            Trace.named("holes")
                    .malloc(0, 8000)
                    .malloc(1, 8)
                    .malloc(2, 1000)
                    .malloc(3, 8)
                    .free(0)
                    .free(2)
                    .malloc(4, 1000)
                    .malloc(5, 8000)
                    .build();

    private final Compared compared =
            Lab.compare(HOLES, new FirstFit(), new BestFit(), new WorstFit());

    @Test
    void whoNeedsMostAndLeastAndByHowMuch() {
        assertEquals("first fit", compared.largest());
        assertEquals("best fit", compared.smallest());
        assertEquals(1, compared.rank("best fit"));
        assertEquals(2, compared.rank("first fit"));
        assertEquals(2, compared.rank("worst fit"));
        double most = compared.run("first fit").peakHeap();
        double least = compared.run("best fit").peakHeap();
        assertTrue(most > 1.5 * least, most + " and " + least);
        assertEquals(Math.round(100 * (most - least) / least), compared.extraPercent());
    }

    @Test
    void everyPictureIsAskedForByName() {
        assertTrue(compared.movie("best fit").bundle().data().containsKey(Bundle.VEGA_LITE));
        assertTrue(compared.movie("best fit").bundle().text().startsWith("best fit on holes"));
        assertEquals(6, compared.lifetimes("worst fit").count());
        assertTrue(compared.raster().bundle().text().contains("worst fit"));
    }

    @Test
    void aWrongNameIsAnsweredWithTheRightOnes() {
        String said =
                assertThrows(IllegalArgumentException.class, () -> compared.movie("next fit"))
                        .getMessage();
        assertEquals("found next fit, expected one of [first fit, best fit, worst fit]", said);
    }
}
