package heaplab.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.Heaps;
import heaplab.heap.Fit;
import heaplab.policy.BestFit;
import heaplab.policy.FirstFit;
import heaplab.policy.NextFit;
import heaplab.trace.Sizes;
import org.junit.jupiter.api.Test;

class FullMemoryTest {
    private static double use(Fit fit, Sizes sizes) {
        return FullMemory.use(Heaps.recipe(fit), 64 << 10, sizes, 10_000, 1);
    }

    /** 126 blocks of 520 bytes with tags fit into 65,536 bytes, and there are always as many. */
    @Test
    void oneSizeFillsMemoryUpToTheLastBlock() {
        assertEquals(126 * 512 / 65536.0, use(new FirstFit(), Sizes.fixed(512)), 1e-9);
    }

    /** Shore 1975, Bays 1977. */
    @Test
    void theWinnerDependsOnTheSpreadAndNextFitLoses() {
        Sizes narrow = Sizes.spread(512, 0.3);
        Sizes wide = Sizes.spread(512, 2);
        assertTrue(use(new BestFit(), narrow) > use(new FirstFit(), narrow));
        assertTrue(use(new FirstFit(), wide) > use(new BestFit(), wide));
        assertTrue(use(new NextFit(), wide) < use(new FirstFit(), wide));
        assertTrue(use(new NextFit(), narrow) < use(new FirstFit(), narrow));
    }

    @Test
    void aSeedMakesAnExperiment() {
        Sizes sizes = Sizes.spread(300, 1);
        assertEquals(use(new FirstFit(), sizes), use(new FirstFit(), sizes));
    }
}
