package heaplab.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.Heaps;
import heaplab.alloc.NaiveBump;
import heaplab.heap.Fit;
import heaplab.heap.FreeBlocks;
import heaplab.heap.ListHeap;
import heaplab.heap.Recipe;
import heaplab.heap.Tags;
import heaplab.memory.FlatMemory;
import heaplab.policy.BestFit;
import heaplab.policy.FirstFit;
import heaplab.policy.NeverCoalesce;
import heaplab.policy.NextFit;
import heaplab.trace.Replay;
import heaplab.trace.Trace;
import heaplab.trace.Workloads;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final Recipe FIRST = Heaps.recipe(new FirstFit());

    /** Two blocks, one of them gone again, and a third that is refused. */
    private static final Trace THREE =
            Trace.named("three").malloc(0, 24).malloc(1, 40).free(0).malloc(2, 5000).build();

    @Test
    void wholeRunByHand() {
        Metrics metrics = Metrics.of("first fit", THREE, FIRST.withLimit(4112).heap());
        assertEquals(64, metrics.peakPayload());
        assertEquals(4112, metrics.peakHeap());
        assertEquals(64 / 4112.0, metrics.peakUtilization());
        assertEquals(4112 / 64.0, metrics.timesBound());
        assertEquals(1, metrics.refused());
        assertEquals(1, metrics.work().growths);
        assertEquals(5, metrics.timeline().size());
    }

    @Test
    void samplesByHand() {
        Timeline timeline = Metrics.of("first fit", THREE, FIRST.withLimit(4112).heap()).timeline();
        assertEquals(0, timeline.payload(0));
        assertEquals(64, timeline.payload(2));
        assertEquals(40, timeline.payload(3));
        assertEquals(64, timeline.peakPayload(3));
        assertEquals(2, timeline.freeBlocks(3), "F32 A48 F4016");
        assertEquals(32, timeline.ledger(3).bytes(Use.SCATTERED));
        assertEquals(1 - 4016 / 4048.0, timeline.externalFragmentation(3), 1e-12);
        assertEquals(1 - 40 / 48.0, timeline.internalFragmentation(3), 1e-12);
        assertTrue(Double.isNaN(timeline.visitsPerMalloc(3, 1)), "no malloc since the last sample");
        assertEquals(2, timeline.mallocs(3));
        assertEquals(3, timeline.visits(3), "one block, then two");
    }

    @Test
    void fragmentationIsTakenWhereTheHeapIsLargest() {
        Trace trace = Trace.named("late").malloc(0, 4000).malloc(1, 4000).free(0).free(1).build();
        Metrics metrics = Metrics.of("first fit", trace, FIRST.heap());
        assertEquals(2, metrics.sampleOfPeakHeap());
        assertEquals(1 - 8000 / 8016.0, metrics.internalFragmentation(), 1e-12);
    }

    @Test
    void anAllocatorThatCannotBeWalkedHasNoLedger() {
        Metrics metrics = Metrics.of("bump", THREE, new NaiveBump(new FlatMemory(100)));
        assertFalse(metrics.timeline().hasLedgers());
        assertEquals(80, metrics.peakHeap(), "two blocks with 8 bytes of header each");
        assertEquals(64, metrics.peakPayload());
        assertEquals(1, metrics.refused());
        assertEquals(0, metrics.timeline().utilization(0), "no heap yet");
        assertTrue(Double.isNaN(metrics.internalFragmentation()));
        assertTrue(Double.isNaN(metrics.meanExternalFragmentation()));
        assertThrows(IllegalStateException.class, () -> metrics.timeline().ledger(0));
    }

    @Test
    void fewerThanTwoSamplesAreRefused() {
        Exception e =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Metrics.of("m", THREE, FIRST.heap(), 1, done -> {}));
        assertTrue(e.getMessage().startsWith("1 samples: expected 2 or more"), e.getMessage());
    }

    @Test
    void anEmptyTraceHasOneSample() {
        Metrics metrics = Metrics.of("m", Trace.named("empty").build(), FIRST.heap());
        assertEquals(1, metrics.timeline().size());
        assertEquals(0, metrics.peakUtilization());
    }

    @Test
    void contestantsAreNamedByWhatTheyDifferIn() {
        Recipe best = Heaps.recipe(new BestFit());
        assertEquals(List.of("first fit", "best fit"), names(FIRST, best));
        assertEquals(List.of("first fit"), names(FIRST));
        assertEquals(List.of("first fit", "first fit 2"), names(FIRST, FIRST));
        assertEquals(
                List.of("immediate coalesce", "never coalesce"),
                names(FIRST, FIRST.with(new NeverCoalesce())));
        assertEquals(
                List.of("first fit · boundary tags", "best fit · header only"),
                names(FIRST, best.with(Tags.HEADER_ONLY)));
        assertEquals(List.of("chunks of 4096", "chunks of 64"), names(FIRST, FIRST.withChunk(64)));
        Fit lambda = (free, size) -> FreeBlocks.NIL;
        assertEquals(List.of("first fit", "lambda"), names(FIRST, Heaps.recipe(lambda)));
    }

    private static List<String> names(Recipe... recipes) {
        return Contestant.of(recipes).stream().map(Contestant::name).toList();
    }

    @Test
    void aComparisonGivesEachContestantAHeapOfItsOwn() {
        Comparison comparison =
                Comparison.of(THREE, FIRST, Heaps.recipe(new NextFit()), FIRST.withChunk(64));
        assertEquals(3, comparison.runs().size());
        assertEquals(5040, comparison.bound());
        Metrics alone = Metrics.of("alone", THREE, FIRST.heap());
        assertEquals(alone.peakHeap(), comparison.runs().get(0).peakHeap());
        assertEquals(alone.work().visits, comparison.runs().get(0).work().visits);
        assertTrue(comparison.runs().get(2).peakHeap() < alone.peakHeap());
    }

    @Test
    void aReplayIsTimedOnAnEmptyHeapEachRound() {
        Trace trace = Workloads.bimodal(2000);
        List<ListHeap> made = new ArrayList<>();
        Supplier<ListHeap> heaps =
                () -> {
                    made.add(FIRST.heap());
                    return made.get(made.size() - 1);
                };
        double seconds = Speed.seconds(trace, heaps, 1 << 20);
        assertTrue(seconds > 0, "of one replay");
        assertEquals(1, made.size());
        ListHeap once = FIRST.heap();
        new Replay(trace, once).run();
        long rounds = made.get(0).work().mallocs / once.work().mallocs;
        assertEquals(rounds * once.work().visits, made.get(0).work().visits, "the same each time");
        assertTrue(rounds >= 1);
    }

    @Test
    void theSpeedIsOperationsBySecondsAndNothingElseDependsOnTheTime() {
        Metrics metrics = Metrics.of("first fit", THREE, FIRST.heap());
        assertTrue(metrics.replaySeconds() > 0);
        assertEquals(2, metrics.timed(2).operationsPerSecond(), "4 operations in 2 seconds");
        assertEquals(metrics, metrics.timed(2).timed(metrics.replaySeconds()));
    }

    @Test
    void onlyShortReplaysAreTimedOnceMore() {
        List<Contestant> contestants = Contestant.of(FIRST, FIRST);
        Comparison comparison = Comparison.of(THREE, contestants, 2, done -> {});
        Metrics slow = comparison.runs().get(0).timed(2 * Speed.LONG_SECONDS);
        Metrics quick = comparison.runs().get(1).timed(Speed.LONG_SECONDS / 2);
        Comparison timed = new Comparison(THREE, List.of(slow, quick)).timed(contestants);
        assertEquals(slow, timed.runs().get(0));
        assertNotEquals(quick.replaySeconds(), timed.runs().get(1).replaySeconds());
        assertEquals(quick, timed.runs().get(1).timed(Speed.LONG_SECONDS / 2), "all else is kept");
    }

    @Test
    void progressRunsThroughAllReplays() {
        List<Long> told = new ArrayList<>();
        Comparison.of(THREE, Contestant.of(FIRST, FIRST), 2, told::add);
        assertEquals(8, told.get(told.size() - 1));
        assertEquals(told.stream().sorted().toList(), told);
    }

    /** A heap that grows by what is asked for has a free block of 16 bytes at its end. */
    @Test
    void wasteIsWhatWasInNoBlockWhenMostWas() {
        Trace.Builder reused = Trace.named("A64 A32 A32 F16").malloc(0, 56).malloc(1, 24);
        reused.malloc(2, 24).free(0).malloc(3, 56);
        assertEquals(1 - 128 / 160.0, Metrics.of("t", reused.build(), heap()).waste(), 1e-12);
        Trace.Builder not = Trace.named("F64 A32 A96 F16").malloc(0, 56).malloc(1, 24);
        not.free(0).malloc(2, 88);
        assertEquals(1 - 128 / 224.0, Metrics.of("t", not.build(), heap()).waste(), 1e-12);
    }

    private static ListHeap heap() {
        return Heaps.recipe(new FirstFit()).withChunk(8).heap();
    }

    /** Samples: A64 F16, A64 A32 F16, F64 A32 F16, A32 F32 A32 F16, A32 A32 A32 F16. */
    @Test
    void freePerLiveIsTheMedianOfOneAHalfTwoOneAndAThird() {
        Trace.Builder trace = Trace.named("t").malloc(0, 56).malloc(1, 24).free(0).malloc(2, 24);
        Metrics run = Metrics.of("t", trace.malloc(3, 24).build(), heap());
        assertEquals(1, run.freePerLive());
        assertEquals(0.5, run.timeline().freePerLive(2));
        assertEquals(3, run.timeline().liveBlocks(5));
        assertEquals(3 / 4.0, run.splitsPerMalloc(), "the last request fitted exactly");
        assertEquals(3 / 8.0, run.ruleOfFifty());
    }
}
