package heaplab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.Heaps;
import heaplab.heap.Allocator;
import heaplab.heap.ListHeap;
import heaplab.heap.Realloc;
import heaplab.heap.Recipe;
import heaplab.memory.FlatMemory;
import heaplab.memory.Memory;
import heaplab.policy.FirstFit;
import heaplab.trace.Generators;
import heaplab.trace.Trace;
import heaplab.trace.Workloads;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/** An allocator that breaks one constraint is told which, and only that. */
class ConstraintsTest {
    private static final Recipe GOOD = Heaps.recipe(new FirstFit());
    private static final Trace PROGRAM = Workloads.bimodal(2000);

    private static long broken(Table table, String rule) {
        int row = table.stringColumn("constraint").asList().indexOf(rule);
        return table.longColumn("times broken").getLong(row);
    }

    @Test
    void aHeapBreaksNoneInWhateverWayItResizes() {
        for (Realloc mode : Realloc.values())
            assertEquals(
                    0,
                    new Constraints(Generators.realloc(64, 24, 16, 50), GOOD.with(mode).heap(), 8)
                            .broken());
        Constraints program = new Constraints(PROGRAM, GOOD.withAlignment(16).heap(), 16);
        assertEquals(0, program.broken());
        assertTrue(program.isArbitrary());
    }

    @Test
    void framesOfAStackAreNotArbitrary() {
        Trace stack = Trace.named("stack").malloc(0, 8).malloc(1, 16).free(1).free(0).build();
        assertFalse(new Constraints(stack, GOOD.heap(), 8).isArbitrary());
    }

    @Test
    void blocksThatOverlapAreFound() {
        Memory memory = new FlatMemory(1 << 16);
        memory.sbrk(1 << 16);
        Table table = new Constraints(PROGRAM, new Wrong(memory), 8).table();
        assertTrue(broken(table, "places blocks in free memory") > 0, table.print());
        assertTrue(broken(table, "changes free memory only") > 0, table.print());
        assertEquals(0, broken(table, "aligns blocks"));
    }

    @Test
    void anAlignmentThatWasNotPromisedIsFound() {
        Table table = new Constraints(PROGRAM, GOOD.heap(), 16).table();
        assertTrue(broken(table, "aligns blocks") > 0, table.print());
        assertEquals(0, broken(table, "changes free memory only"));
    }

    @Test
    void aRequestThatWaitsForEverIsFound() {
        Table table = new Constraints(PROGRAM, GOOD.withLimit(20_000).heap(), 8).table();
        assertTrue(broken(table, "answers at once") > 0, table.print());
    }

    /** The block of the first malloc is moved on by the second. */
    @Test
    void aBlockThatWasMovedIsFound() {
        ListHeap heap = GOOD.heap();
        Wrong moving =
                new Wrong(heap.memory()) {
                    private int first;

                    @Override
                    public int malloc(int bytes) {
                        int given = heap.malloc(bytes);
                        if (first == 0) first = given;
                        else move(heap.memory(), first, heap.malloc(bytes), bytes);
                        return given;
                    }
                };
        Trace two = Trace.named("two").malloc(0, 24).malloc(1, 24).free(0).free(1).build();
        Table table = new Constraints(two, moving, 8).table();
        assertEquals(1, broken(table, "moves no block"), table.print());
        assertEquals(0, broken(table, "changes free memory only"), table.print());
    }

    private static void move(Memory memory, int from, int to, int bytes) {
        memory.copy(from, to, bytes);
        memory.fill(from, bytes, 0);
    }

    /** One block for everybody. */
    private static class Wrong implements Allocator {
        private final Memory memory;

        Wrong(Memory memory) {
            this.memory = memory;
        }

        @Override
        public int malloc(int bytes) {
            return 8;
        }

        @Override
        public void free(int address) {}

        @Override
        public Memory memory() {
            return memory;
        }
    }
}
