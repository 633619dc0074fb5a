package heaplab.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.Heaps;
import heaplab.Policies;
import heaplab.alloc.NaiveBump;
import heaplab.heap.Fit;
import heaplab.heap.HeapText;
import heaplab.heap.ListHeap;
import heaplab.heap.Recipe;
import heaplab.heap.Tags;
import heaplab.memory.FlatMemory;
import heaplab.policy.BestFit;
import heaplab.policy.FirstFit;
import heaplab.trace.Replay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RobsonProgramTest {
    /** A theorem: no allocator does with less than the bound. */
    @ParameterizedTest
    @EnumSource(Tags.class)
    void everyFitNeedsAtLeastTheBound(Tags tags) {
        for (Fit fit : Policies.all(Fit.class).values())
            for (int largest = 1; largest <= 32; largest *= 2) {
                Recipe recipe = Heaps.recipe(fit).with(tags);
                RobsonProgram.Forced forced = RobsonProgram.against(recipe, 256, largest);
                assertEquals(256, forced.peak());
                assertTrue(forced.ofBound() >= 1, fit + " " + forced);
            }
    }

    @Test
    void theTraceReplaysToTheSameHeap() {
        Recipe recipe = Heaps.recipe(new BestFit()).withChunk(8);
        RobsonProgram.Forced forced = RobsonProgram.against(recipe, 64, 8);
        ListHeap heap = recipe.heap();
        int word = heap.sizeFor(1);
        new Replay(forced.trace(), heap).run();
        int blocks = heap.memory().brk() - heap.fixedBytes();
        assertTrue(forced.heap() <= blocks / word && blocks / word < forced.heap() + 8);
        assertEquals(64 * word, heap.liveBytes());
        heap.check();
    }

    /** Four single words; the second and the fourth are freed, so that two words need a fifth. */
    @Test
    void fourWordsByHand() {
        Recipe recipe = Heaps.recipe(new FirstFit()).with(Tags.HEADER_ONLY);
        RobsonProgram.Forced forced = RobsonProgram.against(recipe, 4, 2);
        assertEquals(5, forced.heap(), "1.122");
        ListHeap heap = recipe.withChunk(8).heap();
        new Replay(forced.trace(), heap).run();
        assertEquals("A8 F8 A8 A16 F8", heap.toString(), "grown by the whole request");
    }

    @Test
    void aBumpNeedsAWordForEveryWordAskedFor() {
        NaiveBump bump = new NaiveBump(new FlatMemory(1 << 20));
        RobsonProgram.Forced forced = RobsonProgram.against(bump, 16, 8, 64, 8);
        int words = forced.trace().requests().map(bytes -> (bytes + 8) / 16).sum();
        assertEquals(words, forced.heap());
        assertTrue(forced.ofBound() > 1);
    }

    @Test
    void aHeapThatIsTooSmallIsDefeated() {
        assertTrue(RobsonProgram.against(ofWords(22), 16, 8, 16, 2).defeated());
        assertFalse(RobsonProgram.against(ofWords(23), 16, 8, 16, 2).defeated());
    }

    /** One free block of so many times 16 bytes. */
    private static ListHeap ofWords(int words) {
        return HeapText.parse(Heaps.recipe(new FirstFit()), "F" + 16 * words);
    }

    @Test
    void impossibleArgumentsAreRefused() {
        Recipe recipe = Heaps.recipe(new FirstFit());
        assertThrows(
                IllegalArgumentException.class, () -> RobsonProgram.against(recipe, 10, 4), "10/4");
        assertThrows(
                IllegalArgumentException.class, () -> RobsonProgram.against(recipe, 12, 3), "12/3");
    }
}
