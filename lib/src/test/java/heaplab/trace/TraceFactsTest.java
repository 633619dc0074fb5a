package heaplab.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class TraceFactsTest {
    @Example
    void whatIsCounted() {
        Trace trace =
                Trace.named("x")
                        .malloc(0, 100)
                        .malloc(1, 0)
                        .realloc(0, 200)
                        .free(-1)
                        .malloc(2, 64)
                        .realloc(0, 0)
                        .malloc(3, Integer.MAX_VALUE - 64)
                        .build();
        TraceFacts facts = TraceFacts.of(trace);
        assertEquals(4, facts.mallocs());
        assertEquals(2, facts.reallocs());
        assertEquals(1, facts.frees());
        assertEquals(7, facts.peakOperation());
        assertEquals(3, facts.liveBlocks());
        assertEquals(Integer.MAX_VALUE, facts.liveBytes());
        long[] sizes = new long[33];
        sizes[0] = 2;
        sizes[7] = 2; // 100 and 64
        sizes[8] = 1;
        sizes[31] = 1;
        assertEquals(Arrays.toString(sizes), Arrays.toString(facts.sizes()));
    }

    @Example
    void rangesOfTheHistogram() {
        assertEquals("0", TraceFacts.range(0));
        assertEquals("1", TraceFacts.range(1));
        assertEquals("2 to 3", TraceFacts.range(2));
        assertEquals("1,024 to 2,047", TraceFacts.range(11));
        assertEquals("1,073,741,824 to 2,147,483,647", TraceFacts.range(31));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void everyOperationIsCountedOnce(@ForAll long seed) {
        Trace trace = Traces.random(seed, 500, 1000);
        TraceFacts facts = TraceFacts.of(trace);
        assertEquals(trace.operations(), facts.mallocs() + facts.reallocs() + facts.frees());
        assertEquals(facts.mallocs() + facts.reallocs(), Arrays.stream(facts.sizes()).sum());
    }
}
