package heaplab.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.Heaps;
import heaplab.heap.HeapText;
import heaplab.heap.ListHeap;
import heaplab.heap.Tags;
import heaplab.policy.FirstFit;
import heaplab.trace.Workloads;
import org.junit.jupiter.api.Test;

class FreeByAddressTest {
    private static FreeByAddress of(String... heaps) {
        FreeByAddress free = new FreeByAddress();
        for (String heap : heaps) {
            ListHeap drawn =
                    HeapText.parse(Heaps.recipe(new FirstFit()).with(Tags.HEADER_ONLY), heap);
            drawn.walk(free.sample(drawn));
        }
        return free;
    }

    @Test
    void aBlockBelongsToTheTenthInWhichItStarts() {
        FreeByAddress free = of("F40 A40 F24 A16 A80 A80 A40 F72"); // 400 bytes with the fixed ones
        assertEquals(40, free.meanBytes(0));
        assertEquals(24, free.meanBytes(2));
        assertEquals(72, free.meanBytes(8));
        assertEquals(Double.NaN, free.meanBytes(9));
        assertEquals(1, free.splinters(0));
        assertEquals(0, free.splinters(8), "72 bytes are more than a splinter");
        assertEquals(72 / 32.0, free.upperToLower());
    }

    @Test
    void samplesAreAveraged() {
        FreeByAddress free = of("F40 A360", "A400");
        assertEquals(40, free.meanBytes(0));
        assertEquals(0.5, free.splinters(0));
        assertEquals(Double.NaN, free.upperToLower());
        assertEquals(0, new FreeByAddress().splinters(0));
    }

    @Test
    void aTimelineHasLookedAtTheHeapAtEverySample() {
        ListHeap heap = Heaps.recipe(new FirstFit()).heap();
        Timeline timeline = Metrics.of("first fit", Workloads.bimodal(3000), heap).timeline();
        double blocks = 0;
        for (int i = 0; i < timeline.size(); i++) blocks += timeline.freeBlocks(i);
        double splinters = 0;
        FreeByAddress free = timeline.freeByAddress();
        for (int i = 0; i < FreeByAddress.PARTS; i++) splinters += free.splinters(i);
        assertTrue(splinters > 0 && splinters < blocks / timeline.size());
        assertTrue(free.upperToLower() > 1, "first fit leaves its splinters at the beginning");
    }
}
