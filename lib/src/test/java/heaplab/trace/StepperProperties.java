package heaplab.trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.Heaps;
import heaplab.heap.Allocator;
import heaplab.heap.ListHeap;
import heaplab.heap.Realloc;
import heaplab.policy.NextFit;
import heaplab.policy.ThresholdCoalesce;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class StepperProperties {
    /** Small limits, so that requests are refused as well. */
    private static ListHeap heap(boolean small) {
        return Heaps.recipe(new NextFit())
                .with(new ThresholdCoalesce())
                .with(Realloc.IN_PLACE)
                .withLimit(small ? 20_000 : 1 << 20)
                .heap();
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void aWalkEndsInTheHeapOfAReplay(
            @ForAll long seed,
            @ForAll @IntRange(max = 5000) int operations,
            @ForAll @IntRange(min = 1, max = 3000) int loggedWrites,
            @ForAll boolean small) {
        Trace trace = Traces.random(seed, operations, 300);
        Stepper stepper = new Stepper(trace, heap(small), loggedWrites);
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            walk(stepper, random);
            assertSameAsReplay(stepper, small);
        }
    }

    private static void walk(Stepper stepper, Random random) {
        int steps = random.nextInt(100);
        switch (random.nextInt(3)) {
            case 0 -> {
                for (int i = 0; i < steps; i++) stepper.forward();
            }
            case 1 -> {
                for (int i = 0; i < steps; i++) stepper.back();
            }
            default -> stepper.to(random.nextInt(stepper.trace().operations() + 1));
        }
    }

    private static void assertSameAsReplay(Stepper stepper, boolean small) {
        Allocator fresh = heap(small);
        Replay replay = new Replay(stepper.trace(), fresh).runTo(stepper.position());
        assertEquals(replay.position(), stepper.position());
        for (int id = 0; id < stepper.trace().ids(); id++)
            assertEquals(replay.address(id), stepper.address(id));
        assertEquals(fresh.memory().brk(), stepper.heap().memory().brk());
        assertArrayEquals(
                fresh.memory().snapshot().words(), stepper.heap().memory().snapshot().words());
    }

    /** More steps than the rings and the log hold, so that snapshots are needed. */
    @Example
    void backOverTheWholeOfALongTrace() {
        Trace trace = Workloads.bimodal(60_000);
        Stepper stepper = new Stepper(trace, heap(false));
        stepper.to(trace.operations());
        for (int position = trace.operations(); position > 0; position -= 7919) {
            stepper.to(position);
            assertSameAsReplay(stepper, false);
        }
        stepper.to(30_000);
        for (int i = 0; i < 29_000; i++) assertTrue(stepper.back());
        assertSameAsReplay(stepper, false);
    }

    @Example
    void aHeapLargerThanTheBoundOfSnapshots() {
        Trace.Builder trace = Trace.named("large");
        for (int i = 0; i < 8000; i++) trace.malloc(i, 4000);
        Stepper stepper = new Stepper(trace.build(), Heaps.recipe(new NextFit()).heap(), 1);
        stepper.to(8000).to(4500);
        assertEquals(4500 * 4000L, stepper.payload());
        assertEquals(stepper.address(4498) + 4008, stepper.address(4499));
        assertEquals(Allocator.NULL, stepper.address(4500));
    }

    @Example
    void whatAStepTells() {
        Trace trace =
                Trace.named("x").malloc(0, 10).free(-1).realloc(0, 30).malloc(1, 5).free(0).build();
        Stepper stepper = new Stepper(trace, heap(false));
        assertEquals("", stepper.text());
        assertFalse(stepper.back());
        stepper.forward();
        assertEquals("malloc(10) as 0", stepper.text());
        assertEquals(16, stepper.address(0));
        assertEquals(10, stepper.bytes(0));
        stepper.to(4);
        assertEquals("malloc(5) as 1", stepper.text());
        assertEquals(35, stepper.payload());
        assertTrue(stepper.forward());
        assertFalse(stepper.forward());
        assertEquals(0, stepper.bytes(0));
        assertEquals(5, stepper.payload());
        stepper.to(2);
        assertEquals("free(NULL)", stepper.text());
        assertEquals(10, stepper.payload());
        var e = assertThrows(IllegalArgumentException.class, () -> stepper.to(6));
        assertEquals("position 6: expected 0 to 5", e.getMessage());
    }
}
