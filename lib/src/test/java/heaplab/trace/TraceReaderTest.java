package heaplab.trace;

import static heaplab.trace.Traces.strict;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceReaderTest {
    private static final String BODY = "a 0 10\nr 0 20\nf 0\n";

    @TempDir Path directory;

    @Test
    void threeDialectsAreToldApartByTheirNumbers() {
        Trace heapFirst = strict("20000\n1\n3\n2\n" + BODY);
        assertEquals(20000, heapFirst.suggestedHeap());
        assertEquals(2, heapFirst.weight());
        Trace ignoreRanges = strict("3\n1\n3\n1\n" + BODY);
        assertEquals(3, ignoreRanges.weight());
        Trace peakLast = strict("0\n1\n3\n123456\n" + BODY);
        assertEquals(0, peakLast.weight());
        for (Trace trace : List.of(heapFirst, ignoreRanges, peakLast)) {
            assertEquals(3, trace.operations());
            assertEquals(20, trace.peakBytes());
            assertEquals("test", trace.name());
        }
    }

    @Test
    void whiteSpaceOfAllKindsSeparates() {
        Trace trace = strict("  20000 1\t3\r\n\r\n 1\r\n\n a\t0  10 \r\nr 0 20\r\n\nf 0");
        Traces.assertSame(strict("20000\n1\n3\n1\n" + BODY), trace);
    }

    @Test
    void quirksOfPublicTraces() {
        Trace trace = strict("20000 1 6 1\nf -1\na 0 10\nr 0 0\na 0 7\nf 0\na 0 0\n");
        assertEquals("free(NULL)", trace.text(0));
        assertEquals("realloc(0, 0)", trace.text(2));
        assertEquals("malloc(7) as 0", trace.text(3));
        assertEquals(10, trace.peakBytes());
    }

    @Test
    void aBadHeaderIsRefused() {
        bad("", 1, "the end of the file", "a header");
        bad("   \n\n", 3, "the end of the file", "a header");
        bad("20000\n1\n3\n", 4, "the end of the file", "a header");
        bad("hello\n", 1, "\"hello\"", "a header");
        bad("50 1 3 1\n" + BODY, 1, "the numbers 50 ... 1", "a header");
        bad("2 1 3 5000\n" + BODY, 1, "the numbers 2 ... 5000", "a header");
        bad("20000 1 -3 1\n" + BODY, 1, "-3", "a header");
        bad("20000 1 3 1 a 0 10\n", 1, "\"a\"", "the end of the line");
        bad("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR", 1, "\"\\x89PNG\"", "a header");
    }

    @Test
    void aBadLineIsRefused() {
        badLine("b 0 10", "\"b\"", "a, r or f");
        badLine("alloc 0 10", "\"alloc\"", "a, r or f");
        badLine("a 0", "the end of the line", "a size");
        badLine("a", "the end of the line", "an id");
        badLine("a 0 10 7", "\"7\"", "the end of the line");
        badLine("a 0 1e5", "\"1e5\"", "a size");
        badLine("a 0 -5", "-5 bytes", "0 bytes or more");
        badLine("a 0 -", "\"-\"", "a size");
        badLine("a 0 2147483648", "2147483648", "at most 2147483647");
        badLine("a 0 99999999999999999999", "\"99999999999999999999\"", "a size");
        badLine("a 4294967296 1", "id 4294967296", "below 2");
        badLine("a 2 10", "id 2", "below 2");
        badLine("a -1 10", "id -1", "0 to");
        badLine("f 0", "id 0 (not live)", "a live one");
        badLine("f -2", "id -2 (not live)", "a live one");
        badLine("r 0 10", "id 0 (not live)", "a live one");
        badLine("a 1 10", "id 1 (live)", "one that is not live");
        badLine("a 0 2147483647", "2147483657 bytes live", "at most 2147483647");
        badLine("a 0 \u00ff\u0001", "\"\\xff\\x01\"", "a size");
    }

    /** The line comes after another one that allocates id 1. */
    private static void badLine(String line, String found, String expected) {
        bad("20000\n2\n2\n1\na 1 10\n" + line + "\n", 6, found, expected);
        bad("20000\n2\n2\n1\na 1 10\n" + line, 6, lineOrFile(found), expected);
    }

    private static String lineOrFile(String found) {
        return found.replace("end of the line", "end of the file");
    }

    private static void bad(String text, int line, String found, String expected) {
        TraceException e = assertThrows(TraceException.class, () -> strict(text));
        assertEquals("test.rep", e.file());
        assertEquals(line, e.line(), e::getMessage);
        assertEquals(found, e.found());
        assertTrue(e.expected().contains(expected), e::getMessage);
        assertEquals(
                "test.rep:%d: found %s, expected %s".formatted(line, found, e.expected()),
                e.getMessage());
    }

    @Test
    void theHeaderMustAgreeWithTheBody() {
        bad("20000 1 4 1\n" + BODY, 5, "3 operations in the file", "4, as the header says");
        bad("20000 1 2 1\n" + BODY, 4, "one operation more", "2, as the header says");
        bad("20000 2 3 1\n" + BODY, 5, "1 ids in the file", "2, as the header says");
        bad("20000 0 3 1\n" + BODY, 2, "id 0", "ids below 0, as the header says");
    }

    @Test
    void aLineOfTenMegabytesIsNotHeld() throws IOException {
        byte[] line = new byte[10_000_000];
        Arrays.fill(line, (byte) '1');
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("20000 1 1 1\na 0 ".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(line);
        Path path = write("long.rep", file.toByteArray());
        TraceException e = assertThrows(TraceException.class, () -> TraceReader.read(path));
        assertEquals("\"" + "1".repeat(40) + "...\"", e.found());
        assertEquals(2, e.line());
        assertTrue(e.getMessage().length() < 500);
        Arrays.fill(line, (byte) ' ');
        Path blank =
                write("blank.rep", ("20000 1 1 1\na 0 " + new String(line) + "5\n").getBytes());
        long before = Spent.bytes();
        assertEquals(5, TraceReader.read(blank).bytes(0));
        assertTrue(Spent.bytes() - before < 1_000_000, "a line is held as a whole");
    }

    @Test
    void aWildIdTakesNoMemory() {
        long before = Spent.bytes();
        assertThrows(
                TraceException.class, () -> strict("20000 500000000 500000000 1\na 499999999 1\n"));
        assertTrue(Spent.bytes() - before < 10_000_000);
    }

    @Test
    void filesThatAreNoTraces() throws IOException {
        Path missing = directory.resolve("missing.rep");
        TraceException e = assertThrows(TraceException.class, () -> TraceReader.read(missing));
        assertEquals(missing + ": found no such file, expected a trace", e.getMessage());
        e = assertThrows(TraceException.class, () -> TraceReader.read(directory));
        assertEquals(directory + ": found a directory, expected a trace", e.getMessage());
        Path empty = write("empty.rep", new byte[0]);
        e = assertThrows(TraceException.class, () -> TraceReader.read(empty));
        assertEquals(1, e.line());
    }

    @Test
    void damagedGzipIsRefused() throws IOException {
        byte[] whole = gzip("20000 1 3000 1\n" + BODY.repeat(1000));
        assertEquals(3000, TraceReader.read(write("whole.rep.gz", whole)).operations());
        for (int length : new int[] {2, 5, 12, whole.length / 2, whole.length - 1}) {
            Path path = write("cut.rep.gz", Arrays.copyOf(whole, length));
            TraceException e = assertThrows(TraceException.class, () -> TraceReader.read(path));
            assertTrue(e.found().startsWith("damaged gzip"), e::getMessage);
            TraceException lenient =
                    assertThrows(
                            TraceException.class, () -> TraceReader.readLeniently(path, c -> {}));
            assertTrue(lenient.found().startsWith("damaged gzip"), lenient::getMessage);
        }
        byte[] flipped = whole.clone();
        flipped[whole.length - 6] ^= 1; // in the checksum
        Path path = write("flipped.rep.gz", flipped);
        TraceException e = assertThrows(TraceException.class, () -> TraceReader.read(path));
        assertTrue(e.found().startsWith("damaged gzip"), e::getMessage);
    }

    @Test
    void lenientReadingReportsBadLinesAndLeavesThemOut() throws IOException {
        String text =
                """
                20000
                3
                5
                1
                a 0 10
                a 1
                f 1
                a 0 20
                a 2 30 and more
                r 0 5
                f 7
                a 2 2147483644
                a 2 8
                f 0
                """;
        Path path = write("quirky.rep", text.getBytes(StandardCharsets.US_ASCII));
        List<TraceException> complaints = new ArrayList<>();
        Trace trace = TraceReader.readLeniently(path, complaints::add);
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < trace.operations(); i++) kept.add(trace.text(i));
        assertEquals(
                List.of("malloc(10) as 0", "realloc(0, 5)", "malloc(8) as 2", "free(0)"), kept);
        assertEquals(
                List.of(6, 7, 8, 9, 11, 12, 15),
                complaints.stream().map(TraceException::line).toList());
        assertEquals(13, trace.peakBytes());
    }

    @Test
    void lenientReadingTakesMoreOperationsThanTheHeaderSays() throws IOException {
        Path path = write("more.rep", ("20000 1 2 1\n" + BODY).getBytes());
        List<TraceException> complaints = new ArrayList<>();
        assertEquals(3, TraceReader.readLeniently(path, complaints::add).operations());
        assertEquals("3 operations in the file", complaints.get(0).found());
    }

    @Test
    void aMillionLinesTakeLessThanHalfASecond() throws IOException {
        Path path = directory.resolve("million.rep");
        Trace trace = Workloads.bimodal(1_000_000);
        TraceWriter.write(trace, path);
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long start = Spent.cpuNanos();
            Traces.assertSame(trace, TraceReader.read(path));
            best = Math.min(best, (Spent.cpuNanos() - start) / 1e9);
        }
        assertTrue(best < 0.5, best + " s");
    }

    @Test
    void aTraceIsNamedAfterItsFile() {
        assertEquals("git-log", TraceReader.nameOf("x/y.z/git-log.rep.gz"));
        assertEquals("binary2-bal", TraceReader.nameOf("binary2-bal.rep"));
        assertEquals("plain", TraceReader.nameOf("plain"));
        assertEquals("v1.2", TraceReader.nameOf("v1.2.gz"));
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(directory.resolve(name), content);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return out.toByteArray();
    }
}
