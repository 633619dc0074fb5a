package heaplab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> FITS =
            List.of("first-fit", "next-fit", "best-fit", "worst-fit");

    @Test
    void theFewestEditsComeFirst() {
        assertEquals("first-fit", Nearest.of("frist-fit", FITS).get(0));
        assertEquals("worst-fit", Nearest.of("worst", FITS).get(0));
        assertEquals("next-fit", Nearest.of("nextfit", FITS).get(0));
    }

    @Test
    void theComplaintNamesThem() {
        assertEquals(
                "found bst-fit, expected best-fit, first-fit or next-fit (there are 4)",
                Nearest.complaint("bst-fit", FITS));
        assertEquals("found x, expected a or b", Nearest.complaint("x", List.of("a", "b")));
        assertEquals("found x, expected a", Nearest.complaint("x", List.of("a")));
        assertEquals("found x, but there are none", Nearest.complaint("x", List.of()));
    }
}
