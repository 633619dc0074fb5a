package heaplab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.Heaps;
import heaplab.heap.BrokenHeap;
import heaplab.heap.HeapText;
import heaplab.heap.ListHeap;
import heaplab.heap.Recipe;
import heaplab.policy.ExplicitTracking;
import heaplab.policy.FirstFit;
import heaplab.trace.Replay;
import heaplab.trace.Trace;
import heaplab.trace.Workloads;
import org.junit.jupiter.api.Test;

class UnlinkedTrackingTest {
    private static final Recipe FIRST_FIT = Heaps.recipe(new FirstFit());

    private static Recipe unlinked(boolean next, boolean previous) {
        return FIRST_FIT.with(
                new UnlinkedTracking(
                        (memory, block) -> {
                            int after = memory.word(block + 4);
                            int before = memory.word(block + 8);
                            if (next) memory.word(before + 4, after);
                            if (previous) memory.word(after + 8, before);
                        }));
    }

    @Test
    void bothLinksMendedGiveTheAddressesOfAnExplicitList() {
        Trace trace = Workloads.uniform(4000);
        ListHeap heap = unlinked(true, true).heap();
        int hash = new Replay(trace, heap).run().hash();
        heap.check();
        Recipe explicit = FIRST_FIT.with(new ExplicitTracking());
        assertEquals(new Replay(trace, explicit.heap()).run().hash(), hash);
    }

    @Test
    void eitherLinkForgottenBreaksALawThatNamesTheWord() {
        for (boolean next : new boolean[] {true, false}) {
            ListHeap heap = HeapText.parse(unlinked(next, !next), "F24 A16 F16 A16 F32");
            heap.malloc(16);
            BrokenHeap broken = assertThrows(BrokenHeap.class, heap::check);
            assertTrue(broken.law().contains("link"), broken.getMessage());
        }
    }
}
