package heaplab.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import heaplab.policy.BestFit;
import heaplab.policy.FirstFit;
import heaplab.policy.NextFit;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BareHeapTest {
    private static void assertBlocks(String expected, BareHeap heap) {
        assertEquals(expected, heap.toString());
    }

    /** Lecture 2, "External Fragmentation": 4, 5 and 6 words of 17. */
    @Test
    void sevenFreeWordsInTwoPiecesHaveNoRoomForSix() {
        BareHeap heap = new BareHeap(17, new FirstFit());
        heap.malloc(4);
        int p2 = heap.malloc(5);
        heap.malloc(6);
        assertBlocks("A4 A5 A6 F2", heap);
        heap.free(p2);
        assertBlocks("A4 F5 A6 F2", heap);
        assertEquals(7, heap.freeWords());
        assertEquals(5, heap.largestFree());
        assertEquals(BareHeap.NONE, heap.malloc(6));
        assertEquals(p2, heap.malloc(5));
    }

    @Test
    void freeBetweenTwoFreeBlocksJoinsAll() {
        BareHeap heap = new BareHeap(6, new FirstFit());
        int[] p = {heap.malloc(1), heap.malloc(2), heap.malloc(2)};
        heap.free(p[0]);
        assertBlocks("F1 A2 A2 F1", heap);
        heap.free(p[2]);
        assertBlocks("F1 A2 F3", heap);
        heap.free(p[1]);
        assertBlocks("F6", heap);
    }

    @Test
    void anyFitWorks() {
        BareHeap best = new BareHeap(9, new BestFit());
        BareHeap next = new BareHeap(9, new NextFit());
        for (BareHeap heap : new BareHeap[] {best, next}) {
            int large = heap.malloc(3);
            heap.malloc(1);
            int small = heap.malloc(2);
            heap.malloc(1);
            heap.free(large);
            heap.free(small);
            heap.malloc(2);
        }
        assertBlocks("F3 A1 A2 A1 F2", best);
        assertBlocks("F3 A1 F2 A1 A2", next);
    }

    @Test
    void blocksAlwaysCoverTheHeap() {
        Random random = new Random(1);
        BareHeap heap = new BareHeap(40, new NextFit());
        int[] blocks = new int[12];
        Arrays.fill(blocks, BareHeap.NONE);
        for (int i = 0; i < 2000; i++) {
            int at = random.nextInt(blocks.length);
            heap.free(blocks[at]);
            blocks[at] = random.nextBoolean() ? heap.malloc(1 + random.nextInt(9)) : BareHeap.NONE;
            int[] sum = {0};
            heap.walk((block, bytes, allocated) -> sum[0] += bytes);
            assertEquals(160, sum[0]);
        }
        for (int block : blocks) heap.free(block);
        assertBlocks("F40", heap);
    }

    @Test
    void whatIsDrawnIsThere() {
        BareHeap heap = BareHeap.parse("F1300 A2 F1200", new BestFit());
        assertBlocks("F1300 A2 F1200", heap);
        assertEquals(1302 * 4, heap.malloc(1000));
        assertBlocks("F1300 A2 A1000 F200", heap);
        assertBlocks("F5 A1", BareHeap.parse(" F2  F3 A1 ", new BestFit()));
        assertThrows(IllegalArgumentException.class, () -> BareHeap.parse("F2 B3", new BestFit()));
    }

    @Test
    void impossibleSizesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new BareHeap(0, new FirstFit()));
        assertThrows(IllegalArgumentException.class, () -> new BareHeap(16_369, new FirstFit()));
        BareHeap heap = new BareHeap(1, new FirstFit());
        assertThrows(IllegalArgumentException.class, () -> heap.malloc(0));
    }
}
