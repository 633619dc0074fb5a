package heaplab.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import heaplab.Heaps;
import heaplab.Policies;
import heaplab.heap.Fit;
import heaplab.heap.ListHeap;
import heaplab.heap.Recipe;
import heaplab.heap.Tracking;
import heaplab.policy.BestFit;
import heaplab.policy.FirstFit;
import heaplab.policy.GoodFit;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every address of a long trace is the one that an allocator of the same design in C gives. */
class YardstickTest {
    private static final int OPERATIONS = 200_000; // of a workload
    private static final Map<String, Fit> FITS =
            Map.of("tlsf", new GoodFit(), "size-tree", new BestFit());

    @ParameterizedTest
    @CsvFileSource(resources = "/oracles/c-addresses.csv")
    void addressesAndHeapAreThoseOfC(String tracking, String trace, long hash, int heapBytes) {
        Fit fit = FITS.getOrDefault(tracking, new FirstFit());
        Tracking index = Policies.trackings().get(tracking);
        Recipe recipe = Heaps.recipe(fit).with(index);
        ListHeap heap = recipe.heap();
        Replay replay = new Replay(trace(trace), heap).run();
        assertEquals(hash, Integer.toUnsignedLong(replay.hash()));
        assertEquals(heapBytes, heap.memory().brk());
    }

    private static Trace trace(String name) {
        return switch (name) {
            case "binary" -> Traces.oracle(name);
            case "uniform" -> Workloads.uniform(OPERATIONS);
            case "power law" -> Workloads.powerLaw(OPERATIONS);
            case "peak" -> Workloads.peak(OPERATIONS);
            default -> Datasets.trace(name);
        };
    }
}
