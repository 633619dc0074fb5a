package heaplab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.heap.Fit;
import heaplab.policy.BestFit;
import heaplab.policy.FirstFit;
import java.util.List;
import org.junit.jupiter.api.Test;

class FatesTest {
    private static final Fit FIRST = new FirstFit();
    private static final Fit BEST = new BestFit();

    private static Fates fates(Integer... requests) {
        return Fates.of("F1300 A2 F1200", List.of(requests), FIRST, BEST);
    }

    /** The two classic futures of one heap. */
    @Test
    void theFutureDecidesWhoRefuses() {
        assertEquals("best fit", fates(1000, 1100, 250).refusing());
        assertEquals("first fit", fates(1100, 1250).refusing());
        assertEquals("none", fates(1300, 1200).refusing());
        assertEquals("first fit, best fit", fates(1301).refusing());
        assertEquals(
                "first fit serves 1000, 1100, 250; best fit serves 1000, 1100, but not 250",
                fates(1000, 1100, 250).toString());
    }

    @Test
    void aPictureHasAStripForEachFitWithSizesInWords() {
        String text = fates(1000, 1100, 250).bundle().text();
        assertTrue(text.contains("best fit serves 1000, 1100, but not 250"), text);
        assertTrue(text.contains("A1100 F200 A2 A1000 F200"), text);
    }

    private static void wins(String heap, Integer... requests) {
        Check.wins("t", () -> heap, () -> List.of(requests), FIRST, BEST, 16);
    }

    private static void assertHint(String hint, String heap, Integer... requests) {
        CheckFailed failed = assertThrows(CheckFailed.class, () -> wins(heap, requests));
        assertTrue(failed.getMessage().contains(hint), failed::getMessage);
    }

    @Test
    void onlyAWinIsRight() {
        wins("F5 A1 F4", 3, 4, 2);
        assertHint("best fit serves 3, 4. Make it cut both holes", "F5 A1 F4", 3, 4);
        assertHint("first fit serves 4, but not 5", "F5 A1 F4", 4, 5);
        assertHint("17 words: expected at most 16", "F5 A1 F11", 3);
        assertHint("block \"5\": expected A or F", "5 A1 F4", 3);
    }
}
