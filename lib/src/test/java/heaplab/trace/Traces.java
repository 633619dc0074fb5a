package heaplab.trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/** What tests of traces share: oracles, random traces, equality. */
public final class Traces {
    /** The eight traces whose addresses were measured. */
    public static final List<String> ORACLES =
            List.of(
                    "binary",
                    "binary2",
                    "coalescing",
                    "realloc",
                    "realloc2",
                    "mixed-1",
                    "mixed-2",
                    "mixed-3");

    private Traces() {}

    public static Trace oracle(String name) {
        return TraceReader.read(name + ".rep.gz", resource(name + ".rep.gz"));
    }

    /** One measured address per malloc and realloc, in order. */
    public static int[] offsets(String nameAndFit) {
        try (InputStream in = new GZIPInputStream(resource(nameAndFit + ".offsets.gz"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return text.lines().mapToInt(Integer::parseInt).toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        return Traces.class.getResourceAsStream("/oracles/textbook/" + name);
    }

    static Trace strict(String text) {
        return TraceReader.read("test.rep", bytes(text));
    }

    static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Mallocs, reallocs and frees of everything that a trace may hold; ids are used again. */
    static Trace random(long seed, int operations, int largestSize) {
        Random random = new Random(seed);
        Trace.Builder trace = Trace.named("random");
        int ids = 1 + random.nextInt(1 + operations);
        boolean[] live = new boolean[ids];
        while (trace.operations() < operations) {
            int id = random.nextInt(ids);
            int bytes = random.nextInt(10) == 0 ? 0 : random.nextInt(1 + largestSize);
            int draw = random.nextInt(20);
            if (draw == 0) {
                trace.free(-1);
            } else if (!live[id]) {
                trace.malloc(id, bytes);
                live[id] = true;
            } else if (draw < 10) {
                trace.realloc(id, bytes);
                live[id] = bytes > 0;
            } else {
                trace.free(id);
                live[id] = false;
            }
        }
        return trace.build();
    }

    static void assertSame(Trace expected, Trace found) {
        assertArrayEquals(expected.codes, found.codes);
        assertArrayEquals(expected.sizes, found.sizes);
        assertEquals(expected.ids(), found.ids());
        assertEquals(expected.peakBytes(), found.peakBytes());
        assertEquals(expected.suggestedHeap(), found.suggestedHeap());
        assertEquals(expected.weight(), found.weight());
    }
}
