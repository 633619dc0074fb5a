package heaplab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.Heaps;
import heaplab.heap.ListHeap;
import heaplab.heap.Tags;
import heaplab.policy.FirstFit;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class LabTest {
    @Test
    void aHeapAtFaultIsToldWhichLawItBreaks() {
        ListHeap heap = Lab.heap("A16 A24 F24 A16");
        assertEquals("every law holds: A16 A24 F24 A16", Lab.check(heap).text());
        heap.memory().word(20, 3);
        String said = Lab.check(heap).text();
        assertTrue(said.contains("sizes lead from block to block"), said);
        assertTrue(said.contains("address 20"), said);
    }

    @Test
    void aServedHeapHasNoFreeByteAndDotsWhatWasNotAskedFor() {
        String text =
                Lab.served(Heaps.recipe(new FirstFit()).with(Tags.HEADER_ONLY), 20, 13)
                        .bundle()
                        .text();
        assertTrue(text.contains("payload 33 + headers 8 + padding 7"), text);
        assertTrue(text.contains("= 56 bytes"), text);
    }

    @Test
    void bitsShowTheFlagsApart() {
        Table bits = Lab.bits(25, -8);
        assertEquals("00000000 00000000 00000000 00011", bits.stringColumn(1).get(0));
        assertEquals("001", bits.stringColumn(2).get(0));
        assertEquals("11111111 11111111 11111111 11111", bits.stringColumn(1).get(1));
        assertEquals("000", bits.stringColumn(2).get(1));
    }
}
