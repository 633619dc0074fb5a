package heaplab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.Heaps;
import heaplab.heap.Tags;
import heaplab.policy.FirstFit;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreesTest {
    private static final String[] CASES = {
        "A16 A24 A32", "A16 A24 F32", "F16 A24 A32", "F16 A24 F32"
    };

    @Test
    void theFourCasesAreSeenBeforeAndAfter() {
        Frees frees = Lab.free(Heaps.recipe(new FirstFit()), 1, CASES);
        assertEquals(List.of(6, 14, 10, 18), frees.words());
        assertEquals(2, frees.mostWritten(), "header and footer");
        String before = frees.before().bundle().text();
        assertTrue(before.contains("heap 4") && before.contains("6/1") && !before.contains("18/0"));
        String after = frees.after().bundle().text();
        for (int i = 1; i <= 4; i++)
            assertTrue(after.contains("after free(p) in heap %d: case %d".formatted(i, i)), after);
    }

    @Test
    void withASpareBitTheNextHeaderIsWrittenToo() {
        Frees frees = Lab.free(Heaps.recipe(new FirstFit()).with(Tags.FOOTER_IF_FREE), 1, CASES);
        assertEquals(List.of(6, 14, 10, 18), frees.words());
        assertEquals(3, frees.mostWritten());
    }
}
