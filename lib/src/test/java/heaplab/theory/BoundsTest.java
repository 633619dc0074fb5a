package heaplab.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BoundsTest {
    @Test
    void oneSizeNeedsNothingMore() {
        assertEquals(100, Bounds.anyAllocator(100, 1));
    }

    @Test
    void knuthsExampleOf16And2() {
        assertEquals(23, Bounds.anyAllocator(16, 2));
    }

    /** Whoever is not the best allocator needs at least as much as that one. */
    @Test
    void theBoundsAreInOrder() {
        for (int largest = 2; largest <= 1024; largest *= 2) {
            double any = Bounds.anyAllocator(4096, largest);
            assertTrue(any < Bounds.firstFit(4096, largest), "first fit, " + largest);
            assertTrue(any < Bounds.bestFit(4096, largest), "best fit, " + largest);
        }
    }

    /** Every doubling of the largest block adds half of what is live, but for the last block. */
    @Test
    void theBoundGrowsWithTheLogarithm() {
        double step = Bounds.anyAllocator(4096, 64) - Bounds.anyAllocator(4096, 32);
        assertEquals(4096 / 2.0 - 32, step);
        assertEquals((1 + 1 / 2.0 + 1 / 3.0) * 10 / Math.log(2), Bounds.firstFit(10, 3), 1e-12);
    }

    @Test
    void aFreeBlockForEveryTwoLiveOnesOfItsSizeIsAThird() {
        assertEquals(0.5, Bounds.freePerLive(1));
        assertEquals(0.25, Bounds.freePerLive(0.5));
        assertEquals(1 / 3.0, Bounds.unusedMemory(1));
    }
}
