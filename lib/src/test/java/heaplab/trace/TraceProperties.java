package heaplab.trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TraceProperties {
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void whatIsWrittenIsReadBack(
            @ForAll long seed,
            @ForAll @IntRange(max = 3000) int operations,
            @ForAll @IntRange(max = 100_000) int largestSize,
            @ForAll boolean gzip)
            throws IOException {
        Trace trace = Traces.random(seed, operations, largestSize);
        Path file = Files.createTempFile("trace", gzip ? ".rep.gz" : ".rep");
        try {
            TraceWriter.write(trace, file);
            int first = Files.readAllBytes(file)[0] & 0xff;
            assertEquals(gzip ? 0x1f : '2', first);
            Traces.assertSame(trace, TraceReader.read(file));
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void headerFieldsAreReadBack(
            @ForAll @IntRange(min = 100) int heap, @ForAll @IntRange(max = 3) int weight)
            throws IOException {
        Trace trace = Trace.named("x").suggestedHeap(heap).weight(weight).malloc(0, 5).build();
        Traces.assertSame(trace, TraceReader.read("x", new ByteArrayInputStream(text(trace))));
    }

    @Property(tries = 500)
    void anyBytesAreATraceOrRefused(@ForAll byte[] junk, @ForAll boolean header) {
        String text = (header ? "20000 9 9 1\na 0 1\n" : "") + latin(junk);
        try {
            Traces.strict(text);
        } catch (TraceException e) {
            assertTrue(e.line() >= 0 && e.getMessage().length() < 400, e::getMessage);
        }
    }

    /** A byte of a good trace replaced: read as something or refused, never anything else. */
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void oneWrongByteIsReadOrRefused(@ForAll long seed, @ForAll int at, @ForAll byte wrong)
            throws IOException {
        byte[] text = text(Traces.random(seed, 50, 100));
        text[Math.floorMod(at, text.length)] = wrong;
        int lines = (int) latin(text).chars().filter(c -> c == '\n').count() + 1;
        try {
            TraceReader.read("x", new ByteArrayInputStream(text));
        } catch (TraceException e) {
            assertTrue(e.line() >= 1 && e.line() <= lines, e::getMessage);
        }
    }

    @Example
    void theEmptyTraceIsReadBack() throws IOException {
        Trace none = Trace.named("none").build();
        Traces.assertSame(none, TraceReader.read("x", new ByteArrayInputStream(text(none))));
    }

    @Example
    void theOraclesAreWrittenAsTheyWereRead() throws IOException {
        for (String name : Traces.ORACLES) {
            byte[] text = text(Traces.oracle(name));
            Traces.assertSame(
                    Traces.oracle(name), TraceReader.read("x", new ByteArrayInputStream(text)));
            assertArrayEquals(text, text(TraceReader.read("x", new ByteArrayInputStream(text))));
        }
    }

    private static byte[] text(Trace trace) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TraceWriter.write(trace, out);
        return out.toByteArray();
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
