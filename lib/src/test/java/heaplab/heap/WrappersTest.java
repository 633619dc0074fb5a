package heaplab.heap;

import static heaplab.heap.Allocator.NULL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import heaplab.Heaps;
import heaplab.alloc.Checked;
import heaplab.alloc.Headered;
import heaplab.memory.FlatMemory;
import heaplab.memory.Memory;
import heaplab.policy.BestFit;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What is around an allocator serves any program as well as the allocator itself. */
class WrappersTest {
    /** The least a sized allocator can be; it trusts no dealloc. */
    private static final class Gaps implements SizedAllocator {
        private record Taken(int size, int align) {}

        private final Memory memory = new FlatMemory(4000);
        private final TreeMap<Integer, Taken> taken = new TreeMap<>(); // by address

        Gaps() {
            memory.sbrk(4000);
        }

        @Override
        public int alloc(int size, int align) {
            int at = 0;
            for (var entry : taken.entrySet()) {
                if (entry.getKey() - at >= size) break;
                at = entry.getKey() + entry.getValue().size() + align - 1 & -align;
            }
            if (size > 4000 - at) return NONE;
            taken.put(at, new Taken(size, align));
            return at;
        }

        @Override
        public void dealloc(int address, int size, int align) {
            assertEquals(new Taken(size, align), taken.remove(address));
        }

        @Override
        public Memory memory() {
            return memory;
        }
    }

    @Provide
    Arbitrary<List<Op>> programs() {
        return Op.programs(200);
    }

    @Provide
    Arbitrary<Integer> alignments() {
        return Arbitraries.of(4, 8, 16, 64);
    }

    @Property(tries = 500, seed = "6", edgeCases = EdgeCasesMode.NONE)
    void headeredServesAnyProgram(
            @ForAll("programs") List<Op> program, @ForAll("alignments") int alignment) {
        Gaps gaps = new Gaps();
        Mirror mirror = new Mirror(new Headered(gaps, alignment), alignment);
        program.forEach(mirror::step);
        assertEquals(mirror.blocks(), gaps.taken.size());
        mirror.freeAll();
        assertEquals(0, gaps.taken.size());
    }

    @Property(tries = 500, seed = "7", edgeCases = EdgeCasesMode.NONE)
    void checkedHasNothingToSayAboutACleanProgram(
            @ForAll("programs") List<Op> program,
            @ForAll("quarantines") int quarantine,
            @ForAll("limits") int limit) {
        ListHeap heap = Heaps.recipe(new BestFit()).withChunk(256).withLimit(limit).heap();
        Checked checked = new Checked(heap, 16, quarantine);
        Mirror mirror = new Mirror(checked, 8);
        for (Op op : program) {
            mirror.step(op);
            checked.check();
        }
        assertEquals(mirror.blocks(), checked.leaks().size());
        mirror.freeAll();
        checked.check();
        assertEquals(List.of(), checked.leaks());
        assertEquals(List.of(), checked.errors());
        heap.check();
    }

    @Provide
    Arbitrary<Integer> quarantines() {
        return Arbitraries.of(0, 200, 5000);
    }

    @Provide
    Arbitrary<Integer> limits() {
        return Arbitraries.integers().between(200, 20_000);
    }

    @Test
    void headeredKeepsTheSizeInTheWordBeforeThePayload() {
        Headered heap = new Headered(new Gaps());
        int p = heap.malloc(21);
        assertEquals(8, p);
        assertEquals(21, heap.memory().word(p - 4));
        assertEquals(21, heap.usable(p));
        assertEquals(40, heap.malloc(1));
        heap.free(NULL);
        heap.free(p);
        assertEquals(p, heap.malloc(21));
    }

    @Test
    void headeredRefusesWhatCannotBe() {
        Headered heap = new Headered(new Gaps());
        assertEquals(NULL, heap.malloc(0));
        assertEquals(NULL, heap.malloc(Integer.MAX_VALUE));
        assertThrows(IllegalArgumentException.class, () -> heap.malloc(-1));
        assertThrows(IllegalArgumentException.class, () -> new Headered(new Gaps(), 12));
        assertThrows(IllegalArgumentException.class, () -> new Headered(new Gaps(), 2));
    }
}
