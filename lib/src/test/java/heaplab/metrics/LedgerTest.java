package heaplab.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.Heaps;
import heaplab.alloc.NaiveBump;
import heaplab.heap.Allocator;
import heaplab.heap.HeapText;
import heaplab.heap.Inspectable;
import heaplab.heap.Recipe;
import heaplab.heap.Tags;
import heaplab.memory.FlatMemory;
import heaplab.memory.Memory;
import heaplab.policy.FirstFit;
import org.junit.jupiter.api.Test;

/** Heaps drawn by hand, numbers worked out by hand. */
class LedgerTest {
    private static final Recipe BOUNDARY_TAGS = Heaps.recipe(new FirstFit());

    private static Ledger ledger(Recipe recipe, String heap, int... requests) {
        return Ledger.of(HeapText.parse(recipe, heap), requests);
    }

    @Test
    void eachKindOfByteHasItsLine() {
        Ledger ledger = ledger(BOUNDARY_TAGS, "A16 F24 A40", 5, 16);
        assertEquals(21, ledger.bytes(Use.PAYLOAD));
        assertEquals(8, ledger.bytes(Use.HEADER));
        assertEquals(8, ledger.bytes(Use.FOOTER));
        assertEquals(3, ledger.bytes(Use.PADDING), "5 + 8 is rounded up to 16");
        assertEquals(16, ledger.bytes(Use.REMAINDER), "16 + 8 needs 24 of the 40");
        assertEquals(0, ledger.bytes(Use.ROUNDING));
        assertEquals(16, ledger.bytes(Use.FIXED), "unused word, prologue, epilogue");
        assertEquals(0, ledger.bytes(Use.SCATTERED));
        assertEquals(24, ledger.bytes(Use.LARGEST));
        assertEquals(96, ledger.heap());
        assertEquals(51, ledger.overhead());
        assertEquals(
                "payload 21 + headers 8 + footers 8 + padding 3 + unsplit remainder 16"
                        + " + fixed 16 + free, largest block 24 = 96 bytes",
                ledger.toString());
    }

    @Test
    void internalFragmentationIsWhatAllocatedBlocksHaveBeyondPayload() {
        Ledger ledger = ledger(BOUNDARY_TAGS, "A16 F24 A40", 5, 16);
        assertEquals(56, ledger.allocated());
        assertEquals(1 - 21 / 56.0, ledger.internalFragmentation());
    }

    @Test
    void externalFragmentationIsWhatTheLargestFreeBlockLeaves() {
        Ledger ledger = ledger(BOUNDARY_TAGS, "F40 A16 F24 A16 F64 A16 F32", 1, 2, 3);
        assertEquals(160, ledger.free());
        assertEquals(96, ledger.bytes(Use.SCATTERED));
        assertEquals(0.6, ledger.externalFragmentation(), 1e-12);
    }

    @Test
    void nothingFreeAndNothingAllocatedHaveNoFragmentation() {
        assertEquals(0, ledger(BOUNDARY_TAGS, "A16", 8).externalFragmentation());
        assertEquals(0, ledger(BOUNDARY_TAGS, "F16").internalFragmentation());
    }

    @Test
    void tagsDecideWhatARequestNeeds() {
        Ledger headers = ledger(BOUNDARY_TAGS.with(Tags.HEADER_ONLY), "A16 F8 A24", 12, 13);
        assertEquals(8, headers.bytes(Use.HEADER));
        assertEquals(0, headers.bytes(Use.FOOTER));
        assertEquals(7, headers.bytes(Use.PADDING), "13 + 4 is rounded up to 24");
        assertEquals(8, headers.bytes(Use.FIXED));
        Ledger ifFree = ledger(BOUNDARY_TAGS.with(Tags.FOOTER_IF_FREE), "A16 F8 A24", 12, 13);
        assertEquals(0, ifFree.bytes(Use.FOOTER), "only free blocks have one");
    }

    @Test
    void everyBlockNeedsARequest() {
        Exception e =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> ledger(BOUNDARY_TAGS, "A16 F24 A40", 5));
        assertEquals("1 requests for 2 allocated blocks: expected one each", e.getMessage());
    }

    /** A heap of one block of 64 bytes, that a class of 32 and a request of 9 fell into. */
    private static final class OneBlock implements Allocator, Inspectable {
        private final NaiveBump bump = new NaiveBump(new FlatMemory(64));

        private OneBlock() {
            bump.malloc(56);
        }

        @Override
        public int malloc(int bytes) {
            return NULL;
        }

        @Override
        public void free(int address) {}

        @Override
        public Memory memory() {
            return bump.memory();
        }

        @Override
        public void walk(BlockVisitor visitor) {
            visitor.block(0, 64, true);
        }

        @Override
        public int headerBytes() {
            return 4;
        }

        @Override
        public int footerBytes(boolean allocated) {
            return 0;
        }

        @Override
        public int classFor(int blockBytes) {
            return Integer.highestOneBit(2 * blockBytes - 1);
        }
    }

    @Test
    void sizeClassesRoundUp() {
        Ledger ledger = Ledger.of(new OneBlock(), 16);
        assertEquals(16, ledger.bytes(Use.PAYLOAD));
        assertEquals(4, ledger.bytes(Use.PADDING), "16 + 4 is rounded up to 24");
        assertEquals(8, ledger.bytes(Use.ROUNDING), "24 falls into the class of 32");
        assertEquals(32, ledger.bytes(Use.REMAINDER));
        assertEquals(64, ledger.heap());
        assertTrue(ledger.toString().contains("class rounding 8"), ledger.toString());
    }
}
