package heaplab.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import heaplab.Heaps;
import heaplab.heap.ListHeap;
import heaplab.heap.Realloc;
import heaplab.heap.Tags;
import heaplab.policy.FirstFit;
import heaplab.policy.NextFit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LifetimesTest {
    /** Each row as "block+bytes[born,gone) id:asked". */
    private static List<String> rows(Lifetimes all) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < all.count(); i++)
            rows.add(
                    "%d+%d[%d,%d) %d:%d"
                            .formatted(
                                    all.block(i),
                                    all.bytes(i),
                                    all.born(i),
                                    all.gone(i),
                                    all.id(i),
                                    all.asked(i)));
        return rows;
    }

    @Test
    void blocksFromMallocToFree() {
        Trace trace = Trace.named("small").malloc(0, 8).malloc(1, 100).free(0).malloc(2, 5).build();
        Lifetimes all = Lifetimes.of(trace, Heaps.textbook(new FirstFit()));
        assertEquals(List.of("12+16[0,2) 0:8", "28+112[1,4) 1:100", "12+16[3,4) 2:5"), rows(all));
        assertEquals(2, all.lifetime(0));
        assertEquals(4112, all.peakHeapBytes());
    }

    @Test
    void theBlockThatPinsTheTop() {
        Trace trace = Trace.named("small").malloc(0, 8).malloc(1, 100).free(0).free(1).build();
        Lifetimes all = Lifetimes.of(trace, Heaps.textbook(new FirstFit()));
        assertEquals(-1, all.topmost(0));
        assertEquals(0, all.topmost(1));
        assertEquals(1, all.topmost(3));
        assertEquals(-1, all.topmost(4));
    }

    @Test
    void reallocInPlaceContinuesAndMovingBeginsAnother() {
        Trace trace =
                Trace.named("realloc")
                        .malloc(0, 8)
                        .realloc(0, 7)
                        .malloc(1, 8)
                        .realloc(0, 30)
                        .realloc(0, 0)
                        .build();
        ListHeap heap = Heaps.recipe(new FirstFit()).with(Realloc.IN_PLACE).heap();
        assertEquals(
                List.of("12+16[0,3) 0:7", "28+16[2,5) 1:8", "44+40[3,4) 0:30"),
                rows(Lifetimes.of(trace, heap)));
    }

    @Test
    void reallocThatGrowsInPlaceIsALargerBlockFromThenOn() {
        Trace trace = Trace.named("grow").malloc(0, 8).realloc(0, 30).free(0).build();
        ListHeap heap =
                Heaps.recipe(new FirstFit()).with(Realloc.IN_PLACE).with(Tags.HEADER_ONLY).heap();
        assertEquals(List.of("4+16[0,1) 0:8", "4+40[1,2) 0:30"), rows(Lifetimes.of(trace, heap)));
    }

    @Test
    void refusedRequestsAreNoBlocks() {
        Trace trace = Trace.named("refused").malloc(0, 1 << 20).malloc(1, 0).free(0).build();
        ListHeap heap = Heaps.recipe(new FirstFit()).withLimit(8192).heap();
        assertEquals(List.of(), rows(Lifetimes.of(trace, heap)));
    }

    @Property(tries = 30)
    void liveRowsAreTheAllocatedBlocksOfTheWalk(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 600) int step) {
        Trace trace = Workloads.bimodal(600, seed);
        Lifetimes all = Lifetimes.of(trace, Heaps.textbook(new NextFit()));
        ListHeap heap = Heaps.textbook(new NextFit());
        new Replay(trace, heap).runTo(Math.min(step, trace.operations()));
        TreeSet<String> walked = new TreeSet<>();
        heap.walk(
                (block, bytes, allocated) -> {
                    if (allocated) walked.add(block + "+" + bytes);
                });
        TreeSet<String> live = new TreeSet<>();
        for (int i = 0; i < all.count(); i++)
            if (all.isLive(i, step)) live.add(all.block(i) + "+" + all.bytes(i));
        assertEquals(walked, live);
        assertEquals(heap.memory().brk(), all.heapBytes(step));
    }
}
