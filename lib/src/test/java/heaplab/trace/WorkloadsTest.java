package heaplab.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkloadsTest {
    private static final Map<String, BiFunction<Integer, Long, Trace>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("uniform", Workloads::uniform);
        ALL.put("power law", Workloads::powerLaw);
        ALL.put("bimodal", Workloads::bimodal);
        ALL.put("ramp", Workloads::ramp);
        ALL.put("plateau", Workloads::plateau);
        ALL.put("peak", Workloads::peak);
        ALL.put("LIFO", Workloads::lifo);
        ALL.put("FIFO", Workloads::fifo);
        ALL.put("larson", Workloads::larson);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 10, 100, 1001, 20_000})
    void everyBlockIsFreedInTheEnd(int operations) {
        ALL.forEach(
                (name, workload) -> {
                    Trace trace = workload.apply(operations, 1L);
                    assertEquals(name, trace.name());
                    assertEquals(operations & -2, trace.operations(), name);
                    assertEquals(trace.operations() / 2, trace.ids(), name);
                    assertEquals(0, live(trace)[trace.operations()], name);
                });
    }

    @Test
    void aSeedMakesATrace() {
        ALL.forEach(
                (name, workload) -> {
                    Trace trace = workload.apply(5000, 1L);
                    Traces.assertSame(trace, workload.apply(5000, 1L));
                    int[] other = workload.apply(5000, 2L).sizes;
                    assertFalse(Arrays.equals(trace.sizes, other), name);
                });
        Traces.assertSame(Workloads.larson(5000), Workloads.larson(5000, 1));
    }

    /** Pins the seeded traces: they must never change, on no Java. */
    @Test
    void theSameOnEveryJava() {
        StringBuilder found = new StringBuilder();
        ALL.forEach(
                (name, workload) -> {
                    Trace t = workload.apply(10_000, 1L);
                    int hash = 31 * Arrays.hashCode(t.codes) + Arrays.hashCode(t.sizes);
                    found.append("%s %08x\n".formatted(name, hash));
                });
        assertEquals(
                """
                uniform c855ceab
                power law 0dd4e951
                bimodal 31599644
                ramp ddb05711
                plateau 26eb90bd
                peak 118d77dd
                LIFO 0307dccc
                FIFO 2abeaa5c
                larson d685a916
                """,
                found.toString());
    }

    @Test
    void equilibriumIsWhereItShouldBe() {
        for (String name : new String[] {"uniform", "power law", "bimodal", "LIFO", "FIFO"}) {
            int[] live = live(ALL.get(name).apply(200_000, 1L));
            double mean = IntStream.range(20_000, 180_000).map(i -> live[i]).average().orElse(0);
            assertTrue(mean > 900 && mean < 1100, name + " " + mean);
        }
        int[] larson = live(Workloads.larson(100_000));
        for (int i = 1000; i < 99_000; i++) assertTrue(larson[i] >= 999 && larson[i] <= 1000);
    }

    @Test
    void shapesAreWhatTheirNamesSay() {
        int n = 100_000;
        int[] ramp = live(Workloads.ramp(n));
        assertTrue(ramp[n / 4] > 0.8 * n / 8 && Arrays.stream(ramp).max().orElse(0) > 0.3 * n);
        int[] plateau = live(Workloads.plateau(n));
        for (int i = n / 8; i < 3 * n / 4; i++)
            assertTrue(plateau[i] >= n / 8 && plateau[i] <= n / 8 + 8);
        int[] peak = live(Workloads.peak(n));
        int phases = 0;
        for (int i = 1; i < n; i++)
            if (peak[i] > peak[i - 1] && peak[i] > peak[i + 1] && peak[i] > n / 25) phases++;
        assertTrue(phases >= 9 && phases <= 11, "peaks: " + phases);
    }

    @Test
    void newestOrOldestIsFreedFirst() {
        Trace fifo = Workloads.fifo(10_000);
        int next = 0;
        for (int i = 0; i < fifo.operations(); i++)
            if (fifo.kind(i) == Trace.FREE) assertEquals(next++, fifo.id(i));
        Trace lifo = Workloads.lifo(10_000);
        boolean[] live = new boolean[lifo.ids()];
        int newest = -1;
        int last = lifo.operations();
        while (lifo.kind(last - 1) == Trace.FREE) last--; // the end, where everything is freed
        for (int i = 0; i < last; i++) {
            live[lifo.id(i)] = lifo.kind(i) == Trace.MALLOC;
            if (live[lifo.id(i)]) newest = lifo.id(i);
            else assertEquals(newest, lifo.id(i));
            while (newest >= 0 && !live[newest]) newest--;
        }
    }

    @Test
    void mostBlocksAreSmallAndMostBytesInLargeOnes() {
        Trace trace = Workloads.powerLaw(100_000);
        int[] sizes = Arrays.stream(trace.sizes).filter(s -> s > 0).toArray();
        long small = Arrays.stream(sizes).filter(s -> s < 64).count();
        assertEquals(0.75, (double) small / sizes.length, 0.01);
        long bytes = Arrays.stream(sizes).asLongStream().sum();
        long inLarge = Arrays.stream(sizes).filter(s -> s >= 256).asLongStream().sum();
        assertTrue(inLarge > 0.5 * bytes);
        assertTrue(Arrays.stream(sizes).allMatch(s -> s >= 16 && s < 65536));
    }

    @Test
    void aNegativeNumberIsRefused() {
        var e = assertThrows(IllegalArgumentException.class, () -> Workloads.ramp(-1));
        assertEquals("-1 operations: expected a number of 0 or more", e.getMessage());
    }

    /** Number of live blocks before each operation, and at the end. */
    private static int[] live(Trace trace) {
        int[] live = new int[trace.operations() + 1];
        for (int i = 0; i < trace.operations(); i++)
            live[i + 1] = live[i] + (trace.kind(i) == Trace.MALLOC ? 1 : -1);
        return live;
    }
}
