package heaplab.trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import heaplab.Heaps;
import heaplab.alloc.NaiveBump;
import heaplab.heap.Allocator;
import heaplab.heap.Fit;
import heaplab.memory.FlatMemory;
import heaplab.policy.FirstFit;
import heaplab.policy.NextFit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses and heap sizes measured from the originals, operation by operation. */
class TextbookOracleTest {
    static final List<String> NAMES = Traces.ORACLES;

    @ParameterizedTest
    @FieldSource("NAMES")
    void firstFitGivesTheOriginalsAddresses(String name) {
        assertArrayEquals(Traces.offsets(name + ".ff"), addresses(name, new FirstFit()));
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void nextFitGivesTheOriginalsAddresses(String name) {
        assertArrayEquals(Traces.offsets(name + ".nf"), addresses(name, new NextFit()));
    }

    private static int[] addresses(String name, Fit fit) {
        return addresses(Traces.oracle(name), Heaps.textbook(fit));
    }

    private static int[] addresses(Trace trace, Allocator heap) {
        Replay replay = new Replay(trace, heap);
        return IntStream.range(0, trace.operations())
                .filter(i -> trace.kind(i) != Trace.FREE)
                .map(i -> replay.runTo(i + 1).address(trace.id(i)))
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({
        "binary,     1152000, 2097168, .549312, 2097168, .549312",
        "binary2,    576000,  1122320, .513223, 1122320, .513223",
        "coalescing, 8190,    12320,   .664773, 12320,   .664773",
        "realloc,    615040,  2315296, .265642, 2309152, .266349",
        "realloc2,   28119,   83056,   .338555, 62296,   .451377",
        "mixed-1,    203231,  229392,  .885955, 270352,  .751727",
        "mixed-2,    41768,   53264,   .784169, 65552,   .637174",
        "mixed-3,    2070048, 2272280, .911000, 2587952, .799879"
    })
    void heapsAndUtilizationsAreTheOriginals(
            String name, int peak, int first, String firstUtil, int next, String nextUtil) {
        Trace trace = Traces.oracle(name);
        assertEquals(peak, trace.peakBytes());
        heapAndUtilization(trace, new FirstFit(), first, firstUtil);
        heapAndUtilization(trace, new NextFit(), next, nextUtil);
    }

    private static void heapAndUtilization(Trace trace, Fit fit, int heap, String utilization) {
        Allocator allocator = Heaps.textbook(fit);
        new Replay(trace, allocator).run();
        assertEquals(heap, allocator.memory().brk());
        double found = (double) trace.peakBytes() / allocator.memory().brk();
        assertEquals("0" + utilization, String.format(Locale.ROOT, "%.6f", found));
    }

    /** The rules of the naive package: sizes rounded up to 8, headers of 8, nothing reused. */
    @Test
    void naiveBumpNeverReuses() {
        Trace trace =
                Trace.named("x")
                        .malloc(0, 1)
                        .malloc(1, 8)
                        .free(0)
                        .malloc(0, 9)
                        .realloc(1, 4)
                        .malloc(2, 0)
                        .build();
        NaiveBump bump = new NaiveBump(new FlatMemory(1000));
        assertArrayEquals(new int[] {8, 24, 40, 64, 0}, addresses(trace, bump));
    }

    /** Every oracle but "realloc", which asks for more than a heap can have. */
    @ParameterizedTest
    @ValueSource(strings = {"binary", "binary2", "coalescing", "realloc2", "mixed-1", "mixed-2"})
    void naiveBumpNeedsTheSumOfAllRequests(String name) {
        Trace trace = Traces.oracle(name);
        int[] ends = // of the block of each request
                IntStream.range(0, trace.operations())
                        .filter(i -> trace.kind(i) != Trace.FREE)
                        .map(i -> (trace.bytes(i) + 7) / 8 * 8 + 8)
                        .toArray();
        Arrays.parallelPrefix(ends, Integer::sum);
        NaiveBump bump = new NaiveBump(new FlatMemory(1 << 30));
        int[] found = addresses(trace, bump);
        assertEquals(8, found[0]);
        for (int i = 1; i < found.length; i++) assertEquals(ends[i - 1] + 8, found[i]);
        assertEquals(ends[ends.length - 1], bump.memory().brk());
    }
}
