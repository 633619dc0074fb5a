package heaplab.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import heaplab.Heaps;
import heaplab.heap.Fit;
import heaplab.heap.ListHeap;
import heaplab.metrics.Metrics;
import heaplab.policy.BestFit;
import heaplab.policy.FirstFit;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassicsTest {
    private static String after(Trace trace, Fit fit) {
        ListHeap heap = Heaps.recipe(fit).withChunk(8).heap();
        new Replay(trace, heap).run();
        return heap.toString();
    }

    /** Blocks in bytes, four times the words. */
    @Test
    void firstFitServesTheThreeRequestsFromTheHoles() {
        Trace trace = Classics.firstFitWins();
        assertEquals("A4000 A1000 F200 A16 A4400 F400 A16", after(trace, new FirstFit()));
        assertEquals("A4400 F800 A16 A4000 F800 A16 A1000", after(trace, new BestFit()));
    }

    @Test
    void bestFitServesTheTwoRequestsFromTheHoles() {
        Trace trace = Classics.bestFitWins();
        assertEquals("A4400 F800 A16 F4800 A16 A5000", after(trace, new FirstFit()));
        assertEquals("A5000 F200 A16 A4400 F400 A16", after(trace, new BestFit()));
    }

    @Test
    void aboutHalfOfTheLongestLifetimeIsLive() {
        Trace trace = Classics.knuth(5000, 200, Sizes.uniform(8, 64), 1);
        assertEquals(10_000, trace.operations());
        Metrics run = Metrics.of("t", trace, Heaps.textbook(new FirstFit()));
        double mean =
                IntStream.range(50, 450).map(i -> run.timeline().liveBlocks(i)).average().orElse(0);
        assertEquals(100, mean, 5);
        assertEquals(0, run.timeline().liveBlocks(run.timeline().size() - 1));
        Traces.assertSame(trace, Classics.knuth(5000, 200, Sizes.uniform(8, 64), 1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.2, 0.5, 0.8, 1, 1.5, 3})
    void sizesHaveTheMeanAndTheSpreadTheyPromise(double spread) {
        Sizes sizes = Sizes.spread(1000, spread);
        Random random = new Random(1);
        double[] sample =
                IntStream.range(0, 200_000).mapToDouble(i -> sizes.next(random)).toArray();
        double mean =
                IntStream.range(0, sample.length).mapToDouble(i -> sample[i]).average().orElse(0);
        double square = 0;
        for (double bytes : sample) square += (bytes - mean) * (bytes - mean);
        assertEquals(1000, mean, 20);
        assertEquals(
                spread, Math.sqrt(square / sample.length) / mean, 0.05 * Math.max(spread, 0.1));
    }

    @Test
    void impossibleSpreadsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Sizes.spread(0, 1));
        assertThrows(IllegalArgumentException.class, () -> Sizes.spread(10, Double.NaN));
    }
}
