package heaplab.notebook;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.Heaps;
import heaplab.heap.Recipe;
import heaplab.heap.Tags;
import heaplab.policy.FirstFit;
import heaplab.policy.NeverSplit;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacingsTest {
    private static final Recipe TAGGED = Heaps.recipe(new FirstFit());
    private static final Recipe HEADERS = TAGGED.with(Tags.HEADER_ONLY);

    /** The slide's, with bytes for words and three flag bits for one. */
    private static final AddBlock SLIDE =
            (memory, p, len) -> {
                int newSize = len + 7 & -8;
                int oldSize = memory.word(p) & -8;
                memory.word(p, newSize | 1);
                if (newSize < oldSize) memory.word(p + newSize, oldSize - newSize);
            };

    /** Without the last line. */
    private static final AddBlock FORGETS_THE_REST =
            (memory, p, len) -> memory.word(p, (len + 7 & -8) | 1);

    /** The same with footers, and rests of at least 16 bytes. */
    private static final AddBlock WITH_FOOTERS =
            (memory, p, len) -> {
                int oldSize = memory.word(p) & -8;
                int newSize = Math.max(16, len + 7 & -8);
                if (oldSize - newSize < 16) newSize = oldSize;
                int rest = oldSize - newSize;
                memory.word(p, newSize | 1);
                memory.word(p + newSize - 4, newSize | 1);
                if (rest == 0) return;
                memory.word(p + newSize, rest);
                memory.word(p + oldSize - 4, rest);
            };

    @Test
    void theSlidesAddblockIsTheLibrarysWithHeadersOnly() {
        Placings placings = Placings.of(SLIDE, HEADERS);
        assertEquals(placings.of(), placings.same());
        assertTrue(placings.of() > 100, placings.toString());
    }

    @Test
    void withBoundaryTagsItNeedsFootersAndASmallestBlock() {
        assertEquals(0, Placings.of(SLIDE, TAGGED).same());
        assertEquals(
                Placings.of(WITH_FOOTERS, TAGGED).of(), Placings.of(WITH_FOOTERS, TAGGED).same());
    }

    @Test
    void neverSplitKeepsTheRest() {
        AddBlock whole = (memory, p, len) -> memory.word(p, memory.word(p) | 1);
        Recipe never = HEADERS.with(new NeverSplit());
        assertDoesNotThrow(() -> Placings.check(whole, never, ""));
        assertThrows(CheckFailed.class, () -> Placings.check(SLIDE, never, ""));
    }

    @Test
    void aWrongOneIsToldTheFirstWordThatDiffersAndItsMistake() {
        Map<AddBlock, String> diagnoses = Map.of(FORGETS_THE_REST, "Where does the rest begin?");
        assertEquals(
                "Exercise 9.2: addblock(memory, 4, 5) in the heap F16: the word at 12 is 0/0,"
                        + " expected 8/0. Where does the rest begin?",
                failure(FORGETS_THE_REST, HEADERS, diagnoses));
        AddBlock other = (memory, p, len) -> {};
        assertTrue(failure(other, HEADERS, diagnoses).endsWith("Look at the picture."));
    }

    @Test
    void oneThatWritesOutsideTheHeapIsToldWhere() {
        AddBlock wild = (memory, p, len) -> memory.word(1 << 29, 1);
        String said = failure(wild, HEADERS, Map.of(SLIDE, ""));
        assertTrue(said.contains("addblock(memory, 4, 5): "), said);
        assertTrue(said.contains(String.valueOf(1 << 29)), said);
    }

    @Test
    void anUnansweredOneIsNoError() {
        AddBlock open =
                (memory, p, len) -> {
                    throw new NotAnswered();
                };
        assertDoesNotThrow(
                () -> Check.addblock("9.2", open, HEADERS, "", Map.of(FORGETS_THE_REST, "")));
    }

    private static String failure(AddBlock answer, Recipe recipe, Map<AddBlock, String> diagnoses) {
        return assertThrows(
                        CheckFailed.class,
                        () ->
                                Check.addblock(
                                        "9.2", answer, recipe, "Look at the picture.", diagnoses))
                .getMessage();
    }
}
