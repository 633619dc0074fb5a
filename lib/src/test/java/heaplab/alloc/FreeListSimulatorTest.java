package heaplab.alloc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.Heaps;
import heaplab.alloc.FreeListSimulator.Chunk;
import heaplab.alloc.FreeListSimulator.Placed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FreeListSimulatorTest {
    private static final FreeListOptions PLAIN = FreeListOptions.DEFAULTS;

    private static FreeListSimulator heap(FreeListOptions options) {
        return Heaps.freeListSimulator(options);
    }

    private static String list(FreeListSimulator heap) {
        return heap.freeList().stream().map(Chunk::toString).collect(Collectors.joining(" "));
    }

    @Test
    void everyMeasuredRowIsTheSame() {
        List<String> lines = FreeListRows.lines();
        assertEquals(6001, lines.size());
        Map<String, FreeListSimulator> heaps = new HashMap<>();
        Map<String, Integer> blocks = new HashMap<>(); // where they start, by case and id
        for (String line : lines.subList(1, lines.size())) {
            String[] cell = line.split(",", -1);
            FreeListSimulator heap =
                    heaps.computeIfAbsent(cell[0], number -> heap(optionsOf(cell)));
            String id = cell[0] + "/" + cell[10];
            String answer;
            if (cell[9].equals("malloc")) {
                Placed placed = heap.malloc(Integer.parseInt(cell[11]));
                blocks.put(id, placed.block());
                answer = placed.block() + "," + placed.searched();
            } else answer = heap.free(blocks.get(id)) + ",";
            assertEquals(
                    String.join(",", cell[12], cell[13], cell[14]),
                    answer + "," + list(heap),
                    () -> "case " + cell[0] + ", step " + cell[8]);
        }
        assertEquals(30, heaps.size());
    }

    private static FreeListOptions optionsOf(String[] cell) {
        return new FreeListOptions(
                Integer.parseInt(cell[1]),
                Integer.parseInt(cell[2]),
                Integer.parseInt(cell[3]),
                Integer.parseInt(cell[4]),
                ListPlacement.named(cell[5]),
                ListOrder.named(cell[6]),
                cell[7].equals("1"));
    }

    @Test
    void theSizeIsRoundedUpAndNotTheAddress() {
        FreeListSimulator heap = heap(PLAIN.withHeader(4).withAlignment(8));
        assertEquals(new Placed(1000, 1), heap.malloc(5));
        assertEquals(new Placed(1012, 1), heap.malloc(8));
        assertEquals("1024:76", list(heap));
        assertEquals(List.of(new Chunk(1000, 12), new Chunk(1012, 12)), heap.blocks());
    }

    @Test
    void anExactFitLeavesNoEntry() {
        FreeListSimulator heap = heap(PLAIN);
        heap.malloc(100);
        assertEquals("", list(heap));
        assertEquals(new Placed(-1, 0), heap.malloc(1));
        assertEquals(0, heap.free(1000));
        assertEquals("1000:100", list(heap));
    }

    @Test
    void ofTwoEqualEntriesTheEarlierIsTaken() {
        for (ListPlacement placement : ListPlacement.values()) {
            FreeListSimulator heap = heap(PLAIN.with(placement));
            int[] blocks = new int[5];
            for (int i = 0; i < 5; i++) blocks[i] = heap.malloc(20).block();
            heap.free(blocks[3]);
            heap.free(blocks[1]);
            assertEquals("1020:20 1060:20", list(heap));
            int searched = placement == ListPlacement.FIRST ? 1 : 2;
            assertEquals(new Placed(1020, searched), heap.malloc(8));
            assertEquals("1028:12 1060:20", list(heap));
        }
    }

    @Test
    void neighboursInMemoryApartInTheListAreNotJoined() {
        FreeListSimulator heap = heap(PLAIN.with(ListOrder.INSERT_FRONT).withCoalescing(true));
        int low = heap.malloc(10).block();
        int high = heap.malloc(10).block();
        heap.free(low);
        heap.free(high);
        assertEquals("1010:10 1000:10 1020:80", list(heap));
    }

    @Test
    void aBlockIsFreedOnce() {
        FreeListSimulator heap = heap(PLAIN);
        int block = heap.malloc(10).block();
        assertEquals(-1, heap.free(block + 1));
        assertEquals(0, heap.free(block));
        assertEquals(-1, heap.free(block));
        assertEquals(-1, heap.free(FreeListSimulator.FAILED));
        assertEquals("1000:10 1010:90", list(heap));
    }

    @Test
    void hugeRequestsAreRefused() {
        FreeListSimulator heap = heap(PLAIN.withHeader(8).withAlignment(16));
        assertEquals(new Placed(-1, 1), heap.malloc(Integer.MAX_VALUE));
        assertThrows(IllegalArgumentException.class, () -> heap.malloc(-1));
    }

    @Test
    void wrongOptionsSayWhatIsExpected() {
        assertMessage("heap of 0 bytes: expected 1 or more", () -> PLAIN.withHeap(0));
        assertMessage("base address -1: expected 0 or more", () -> PLAIN.withBase(-1));
        assertMessage(
                "base address 2147483647: expected a heap that ends below 2147483648",
                () -> PLAIN.withBase(Integer.MAX_VALUE));
        assertMessage("header of -4 bytes: expected 0 or more", () -> PLAIN.withHeader(-4));
        assertMessage(
                "alignment 0: expected 1 or more, or -1 for none", () -> PLAIN.withAlignment(0));
        assertMessage(
                "found NEXT, expected FIRST, BEST or WORST", () -> ListPlacement.named("NEXT"));
        assertMessage(
                "found SIZESORT, expected one of ADDRSORT, SIZESORT+, SIZESORT-, INSERT-FRONT,"
                        + " INSERT-BACK",
                () -> ListOrder.named("SIZESORT"));
    }

    private static void assertMessage(String message, Runnable wrong) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, wrong::run).getMessage());
    }

    @Test
    void optionsAreWrittenAsAnOptionLine() {
        assertEquals("-S 100 -b 1000 -H 0 -a -1 -p BEST -l ADDRSORT", PLAIN.toString());
        assertTrue(PLAIN.withCoalescing(true).toString().endsWith(" -C"));
    }
}
