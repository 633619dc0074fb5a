package heaplab.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.Heaps;
import heaplab.heap.Allocator;
import heaplab.heap.Coalesce;
import heaplab.heap.Fit;
import heaplab.heap.ListHeap;
import heaplab.heap.Realloc;
import heaplab.heap.Recipe;
import heaplab.heap.Split;
import heaplab.heap.Tags;
import heaplab.policy.AlwaysSplit;
import heaplab.policy.BestFit;
import heaplab.policy.DeferredCoalesce;
import heaplab.policy.FirstFit;
import heaplab.policy.ImmediateCoalesce;
import heaplab.policy.NeverCoalesce;
import heaplab.policy.NeverSplit;
import heaplab.policy.NextCoalesce;
import heaplab.policy.NextFit;
import heaplab.policy.ThresholdCoalesce;
import heaplab.policy.ThresholdSplit;
import heaplab.policy.WorstFit;
import heaplab.trace.Replay;
import heaplab.trace.Trace;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class MetricsPropertiesTest {
    private static final int LIMIT_BYTES = 4096; // so small that some requests are refused

    @Provide
    Arbitrary<Trace> traces() {
        return RandomTraces.traces();
    }

    @Provide
    Arbitrary<Recipe> recipes() {
        Arbitrary<Fit> fits =
                Arbitraries.of(new FirstFit(), new NextFit(), new BestFit(), new WorstFit());
        Arbitrary<Split> splits =
                Arbitraries.of(new AlwaysSplit(), new NeverSplit(), new ThresholdSplit());
        Arbitrary<Coalesce> coalesces =
                Arbitraries.of(
                        new ImmediateCoalesce(),
                        new NextCoalesce(),
                        new NeverCoalesce(),
                        new DeferredCoalesce(),
                        new ThresholdCoalesce());
        return Combinators.combine(
                        fits,
                        splits,
                        coalesces,
                        Arbitraries.of(Tags.values()),
                        Arbitraries.of(Realloc.values()),
                        Arbitraries.of(8, 16))
                .as(
                        (fit, split, coalesce, tags, realloc, alignment) ->
                                Heaps.recipe(fit)
                                        .with(split)
                                        .with(coalesce)
                                        .with(tags)
                                        .with(realloc)
                                        .withAlignment(alignment)
                                        .withChunk(256)
                                        .withLimit(LIMIT_BYTES));
    }

    /** Replays a second time, finding the figures the slow way. */
    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void ledgerAddsUpAtEverySample(
            @ForAll("recipes") Recipe recipe, @ForAll("traces") Trace trace) {
        Timeline timeline = Metrics.of("m", trace, recipe.heap(), 1000, done -> {}).timeline();
        assertEquals(trace.operations() + 1, timeline.size());
        ListHeap heap = recipe.heap();
        Replay replay = new Replay(trace, heap);
        SlowTotals slow = new SlowTotals(trace, heap);
        for (int i = 0; i < timeline.size(); i++) {
            if (i > 0) slow.step(replay, i - 1);
            Ledger ledger = timeline.ledger(i);
            long sum = 0;
            for (Use use : Use.values()) {
                assertTrue(ledger.bytes(use) >= 0, use + " in " + ledger);
                sum += ledger.bytes(use);
            }
            assertEquals(heap.memory().brk(), sum);
            assertEquals(heap.memory().brk(), timeline.heap(i));
            assertEquals(slow.payload, ledger.bytes(Use.PAYLOAD));
            assertEquals(slow.payload, timeline.payload(i));
            assertEquals(slow.peakPayload, timeline.peakPayload(i));
            assertEquals(heap.fixedBytes(), ledger.bytes(Use.FIXED));
            assertEquals(heap.freeBytes(), ledger.free());
            assertEquals(heap.largestFree(), ledger.bytes(Use.LARGEST));
            long overhead = ledger.overhead() - ledger.bytes(Use.FIXED);
            assertEquals(heap.liveBytes() - slow.payload, overhead);
            if (recipe.split() instanceof AlwaysSplit && recipe.realloc() == Realloc.IN_PLACE)
                assertTrue(ledger.bytes(Use.REMAINDER) <= 16L * heap.blockCount());
        }
    }

    /** Payload from all ids at every step; what a refused realloc lost goes on counting. */
    private static final class SlowTotals {
        private final Trace trace;
        private final ListHeap heap;
        private final int[] bytes;
        private long lost;
        private long payload;
        private long peakPayload;

        SlowTotals(Trace trace, ListHeap heap) {
            this.trace = trace;
            this.heap = heap;
            bytes = new int[trace.ids()];
        }

        void step(Replay replay, int operation) {
            int id = trace.id(operation);
            boolean wasLive = replay.address(id) != Allocator.NULL;
            long refusedBefore = heap.work().refused;
            replay.runTo(operation + 1);
            boolean isLive = replay.address(id) != Allocator.NULL;
            if (wasLive && !isLive && heap.work().refused > refusedBefore) lost += bytes[id];
            bytes[id] = isLive ? trace.bytes(operation) : 0;
            payload = lost;
            for (int b : bytes) payload += b;
            peakPayload = Math.max(peakPayload, payload);
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void timelineKeepsItsBound(
            @ForAll("traces") Trace trace, @ForAll @IntRange(min = 2, max = 150) int most) {
        Recipe recipe = Heaps.recipe(new FirstFit());
        Timeline timeline = Metrics.of("m", trace, recipe.heap(), most, done -> {}).timeline();
        assertTrue(timeline.size() <= most);
        assertEquals(0, timeline.operation(0));
        assertEquals(trace.operations(), timeline.operation(timeline.size() - 1));
        for (int i = 1; i < timeline.size(); i++)
            assertTrue(timeline.operation(i) > timeline.operation(i - 1));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void samplingChangesNothing(@ForAll("recipes") Recipe recipe, @ForAll("traces") Trace trace) {
        Metrics few = Metrics.of("few", trace, recipe.heap(), 2, done -> {});
        Metrics all = Metrics.of("all", trace, recipe.heap(), 1000, done -> {});
        ListHeap plain = recipe.heap();
        new Replay(trace, plain).run();
        for (Metrics metrics : new Metrics[] {few, all}) {
            assertEquals(plain.work().visits, metrics.work().visits);
            assertEquals(plain.memory().brk(), metrics.peakHeap());
            assertEquals(all.peakPayload(), metrics.peakPayload());
            assertEquals(all.refused(), metrics.refused());
            assertTrue(metrics.peakUtilization() <= 1);
        }
    }
}
