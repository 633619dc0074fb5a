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
    void theListIsASentencesPart() {
        assertEquals(
                "best-fit, first-fit or next-fit (there are 4)", Nearest.list("bst-fit", FITS));
        assertEquals("a or b", Nearest.list("x", List.of("a", "b")));
        assertEquals("a", Nearest.list("x", List.of("a")));
        assertEquals("none, as there are none", Nearest.list("x", List.of()));
    }
}
