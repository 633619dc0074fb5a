package heaplab.trace;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/**
 * Writes traces in the malloc lab's first format (suggested heap size, ids, operations, weight);
 * what is read back is the same trace.
 */
public final class TraceWriter {
    private TraceWriter() {}

    /**
     * Writes a trace to a file, as gzip when the name ends in ".gz".
     *
     * @throws UncheckedIOException when the file cannot be written
     */
    public static void write(Trace trace, Path file) {
        boolean gzip = file.toString().endsWith(".gz");
        try (OutputStream raw = Files.newOutputStream(file);
                OutputStream out = gzip ? new GZIPOutputStream(raw, 1 << 16) : raw) {
            write(trace, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a trace as plain text to a stream, and leaves that open. */
    public static void write(Trace trace, OutputStream out) throws IOException {
        Writer text =
                new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.US_ASCII), 1 << 16);
        text.write(
                "%d\n%d\n%d\n%d\n"
                        .formatted(
                                trace.suggestedHeap(),
                                trace.ids(),
                                trace.operations(),
                                trace.weight()));
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < trace.operations(); i++) {
            line.setLength(0);
            line.append("afr".charAt(trace.kind(i))).append(' ').append(trace.id(i));
            if (trace.kind(i) != Trace.FREE) line.append(' ').append(trace.bytes(i));
            text.append(line.append('\n'));
        }
        text.flush();
    }
}
