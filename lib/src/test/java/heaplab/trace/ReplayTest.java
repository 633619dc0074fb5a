package heaplab.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.Heaps;
import heaplab.alloc.NaiveBump;
import heaplab.heap.Allocator;
import heaplab.heap.Fit;
import heaplab.heap.ListHeap;
import heaplab.memory.FlatMemory;
import heaplab.policy.BestFit;
import heaplab.policy.FirstFit;
import heaplab.policy.NextFit;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class ReplayTest {
    @Test
    void noOperationAllocatesInTheJavaHeap() {
        Trace once = Workloads.powerLaw(50_000);
        Trace fourTimes = repeated(once, 4);
        for (Fit fit : List.of(new FirstFit(), new NextFit(), new BestFit()))
            assertEquals(allocated(once, fit), allocated(fourTimes, fit), fit.getClass().getName());
    }

    /** Of a replay on a heap whose memory has grown before. */
    private static long allocated(Trace trace, Fit fit) {
        FlatMemory memory = new FlatMemory(64 << 20);
        new Replay(trace, new ListHeap(Heaps.recipe(fit), memory)).run();
        memory.clear();
        Replay replay = new Replay(trace, new ListHeap(Heaps.recipe(fit), memory));
        long before = Spent.bytes();
        replay.run();
        return Spent.bytes() - before;
    }

    private static Trace repeated(Trace trace, int times) {
        Trace.Builder all = Trace.named("repeated");
        for (int t = 0; t < times; t++)
            for (int i = 0; i < trace.operations(); i++)
                if (trace.kind(i) == Trace.MALLOC) all.malloc(trace.id(i), trace.bytes(i));
                else all.free(trace.id(i));
        return all.build();
    }

    @Test
    void aRefusedBlockIsNullFromThenOn() {
        Trace trace =
                Trace.named("x")
                        .malloc(0, 4000)
                        .malloc(1, 4000)
                        .realloc(1, 10)
                        .free(1)
                        .malloc(1, 8)
                        .build();
        Allocator heap = new NaiveBump(new FlatMemory(5000));
        Replay replay = new Replay(trace, heap).runTo(4);
        assertEquals(Allocator.NULL, replay.address(1));
        assertEquals(4016, replay.run().address(1));
    }

    @Test
    void aBlockOfSizeZeroCanBeReallocated() {
        Trace trace = Trace.named("x").malloc(0, 0).realloc(0, 10).free(0).build();
        assertEquals(Trace.REALLOC, trace.kind(1));
        assertEquals("realloc(0, 10)", trace.text(1));
        Allocator heap = new NaiveBump(new FlatMemory(5000));
        assertEquals(8, new Replay(trace, heap).runTo(2).address(0));
        Stepper stepper = new Stepper(trace, new NaiveBump(new FlatMemory(5000))).to(2);
        assertEquals(8, stepper.address(0));
        assertEquals(10, stepper.bytes(0));
    }

    @Test
    void anInterruptEndsIt() {
        Trace trace = Workloads.lifo(100_000);
        Thread.currentThread().interrupt();
        Replay replay = new Replay(trace, Heaps.textbook(new FirstFit()));
        var e = assertThrows(CancellationException.class, replay::run);
        assertTrue(e.getMessage().contains("LIFO"), e::getMessage);
        assertEquals(100_000, replay.run().position());
    }
}
