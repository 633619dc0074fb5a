package heaplab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.Heaps;
import heaplab.heap.ListHeap;
import heaplab.heap.Realloc;
import heaplab.heap.Recipe;
import heaplab.heap.Tags;
import heaplab.policy.BestFit;
import heaplab.policy.FirstFit;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResizesTest {
    private static final Recipe PLAIN = Heaps.recipe(new FirstFit()).with(Tags.HEADER_ONLY);
    private static final String[] DRAWN = {
        "A64 A16", "A24 F24 A16", "A24 F16 A16 F48", "F16 A24", "A24 A16 F40"
    };

    private static List<String> fates(Realloc mode) {
        Resizes resizes = Lab.resize(PLAIN.with(mode), 40, DRAWN);
        assertTrue(resizes.kept());
        return resizes.fates();
    }

    @Test
    void eachModeStaysWhereItCan() {
        assertEquals(
                List.of("stays", "stays", "moves", "stays", "NULL"), fates(Realloc.AT_THE_TOP));
        assertEquals(List.of("stays", "stays", "moves", "NULL", "NULL"), fates(Realloc.IN_PLACE));
        assertEquals(
                List.of("stays", "NULL", "moves", "NULL", "NULL"), fates(Realloc.STAYS_IF_IT_FITS));
    }

    @Test
    void theCaptionSaysWhatBecameOfTheBlockAndOfTheGuess() {
        Resizes resizes = Lab.resize(PLAIN.with(Realloc.IN_PLACE), 40, DRAWN[1], DRAWN[2]);
        String text = resizes.guess(List.of("stays", "stays")).bundle().text();
        assertTrue(text.contains("p stays, nothing copied: you are right."), text);
        assertTrue(text.contains("p moves, 20 bytes copied; you said stays."), text);
        assertTrue(text.contains("|p: 1#### |2####### |"), text);
    }

    @Test
    void theSameRequestsFitInAnotherOrder() {
        assertEquals(20, Lab.pack("F24 A8 F32", new BestFit(), 12, 12, 20).refused());
        assertEquals(0, Lab.pack("F24 A8 F32", new BestFit(), 20, 12, 12).refused());
    }

    @Test
    void blocksThatArePushedTogetherKeepTheirWordsButNotTheirPlaces() {
        for (Tags tags : Tags.values()) {
            ListHeap heap = Lab.heap("F16 A24 F40 A16 F24", PLAIN.with(tags));
            int[] values = {0};
            heap.walk(
                    (block, bytes, allocated) -> {
                        if (allocated) heap.memory().word(block + 4, ++values[0]);
                    });
            ListHeap pushed = Lab.compacted(heap);
            assertEquals("A24 A16 F80", pushed.toString());
            pushed.check();
            int first = pushed.memory().brk() - 4 - 24 - 16 - 80;
            assertEquals(1, pushed.memory().word(first + 4));
            assertEquals(2, pushed.memory().word(first + 24 + 4));
        }
    }
}
