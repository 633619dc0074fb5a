package heaplab.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.Heaps;
import heaplab.heap.Recipe;
import heaplab.policy.FirstFit;
import heaplab.trace.Trace;
import heaplab.trace.Workloads;
import heaplab.view.Charts;
import heaplab.view.Tables;
import java.util.List;
import org.junit.jupiter.api.Test;

class BreakMovesTest {
    private static final Recipe RECIPE = Heaps.recipe(new FirstFit());

    /** Four blocks of 1024 bytes, tags included, all freed again. */
    private static Trace fourKibibytes() {
        Trace.Builder trace = Trace.named("four");
        for (int id = 0; id < 4; id++) trace.malloc(id, 1016);
        for (int id = 0; id < 4; id++) trace.free(id);
        return trace.build();
    }

    @Test
    void everyChunkIsAMoveAndWhatIsNotUsedYetLiesAtTheTop() {
        BreakMoves large = BreakMoves.of(fourKibibytes(), RECIPE.withChunk(4096));
        assertEquals(1, large.moves());
        assertEquals(250, large.movesPerThousand());
        assertEquals((3 + 2 + 1 + 0 + 0 + 0 + 0 + 4) * 1024 / 8.0, large.meanTop());
        BreakMoves small = BreakMoves.of(fourKibibytes(), RECIPE.withChunk(1024));
        assertEquals(4, small.moves());
        assertEquals(4 * 1024 / 8.0, small.meanTop());
        assertEquals(large.peakHeap(), small.peakHeap());
    }

    @Test
    void whatIsGivenBackIsAMoveToo() {
        BreakMoves trimmed = BreakMoves.of(fourKibibytes(), RECIPE.withChunk(1024).withTrim(1024));
        assertEquals(5, trimmed.moves());
        assertEquals(0, trimmed.meanTop());
        assertTrue(trimmed.meanHeap() < trimmed.peakHeap());
    }

    @Test
    void chartAndTableNameEveryFigure() {
        Trace trace = Workloads.lifo(2000);
        List<BreakMoves> runs =
                List.of(
                        BreakMoves.of(trace, RECIPE.withChunk(64)),
                        BreakMoves.of(trace, RECIPE.withChunk(65536)));
        String text = Charts.growth(runs).bundle().text();
        assertTrue(text.contains("LIFO: chunks of 64 bytes: "), text);
        assertTrue(text.contains("chunks of 64 KiB: "), text);
        assertEquals(
                runs.get(0).moves(),
                Tables.breakMoves(runs).longColumn("moves of the break").getLong(0));
    }
}
