package heaplab.trace;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads traces in the formats of the malloc lab, plain or gzip: a header of four numbers, then one
 * operation per line, {@code a id bytes}, {@code r id bytes} or {@code f id}.
 *
 * <pre>
 * first number 100 or more:    suggested heap size, ids, operations, weight
 * 0 to 3, the last 0 or 1:     weight, ids, operations, whether to ignore ranges
 * 0 or 1, the last 2 or more:  weight, ids, operations, peak bytes
 * </pre>
 *
 * Also known: {@code f -1} is free(NULL), {@code r id 0} frees. Strict reading refuses a trace for
 * its first bad line; lenient reading reports each bad line and leaves it out. Cost: one pass.
 */
public final class TraceReader {
    private static final int LEAST_SUGGESTED_HEAP = 100;
    private static final int LARGEST_WEIGHT = 3;
    private static final String A_HEADER =
            "a header: suggested heap size (100 or more) or weight (0 to 3), ids, operations,"
                    + " and weight or peak";

    private final String file;
    private final Tokens text;
    private final Consumer<TraceException> complaints; // null: strict
    private final Trace.Builder trace;
    private long headerIds;
    private long headerOperations;

    private TraceReader(String file, InputStream in, Consumer<TraceException> complaints) {
        this.file = file;
        this.complaints = complaints;
        text = new Tokens(in);
        trace = Trace.named(nameOf(file));
    }

    /**
     * Reads a trace strictly.
     *
     * @throws TraceException when there is no such file, or for the first thing wrong in it
     */
    public static Trace read(Path file) {
        return open(file, null);
    }

    /**
     * Reads a trace as well as possible: bad lines are reported and left out.
     *
     * @throws TraceException when there is no such file, it has no header, or its gzip is damaged
     */
    public static Trace readLeniently(Path file, Consumer<TraceException> complaints) {
        return open(file, complaints);
    }

    /**
     * Reads a trace strictly from a stream, plain or gzip; the name is that of a file.
     *
     * @throws TraceException for the first thing wrong in it
     */
    public static Trace read(String file, InputStream in) {
        return parse(file, in, null);
    }

    private static Trace open(Path file, Consumer<TraceException> complaints) {
        if (Files.isDirectory(file))
            throw new TraceException(file.toString(), 0, "a directory", "a trace");
        try (InputStream in = Files.newInputStream(file)) {
            return parse(file.toString(), in, complaints);
        } catch (NoSuchFileException e) {
            throw new TraceException(file.toString(), 0, "no such file", "a trace");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Trace parse(String file, InputStream in, Consumer<TraceException> complaints) {
        try {
            return new TraceReader(file, plain(in), complaints).parse();
        } catch (EOFException | ZipException e) {
            throw new TraceException(file, 0, "damaged gzip (" + e.getMessage() + ")", "a header");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stream itself, or what is inside when it starts as gzip does. */
    private static InputStream plain(InputStream raw) throws IOException {
        InputStream in = new BufferedInputStream(raw);
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip ? new GZIPInputStream(in, 1 << 16) : in;
    }

    /** A file's name without its directories and its endings: "git-log" of "x/git-log.rep.gz". */
    static String nameOf(String file) {
        String last = file.substring(file.replace('\\', '/').lastIndexOf('/') + 1);
        return last.replaceFirst("\\.gz$", "").replaceFirst("(?<=.)\\.[A-Za-z]+$", "");
    }

    private Trace parse() throws IOException {
        try {
            header();
            while (text.toNext()) operation();
            compareWithHeader();
            return trace.build();
        } catch (EOFException | ZipException e) {
            String found = "damaged gzip (" + e.getMessage() + ")";
            throw new TraceException(file, text.line(), found, "the rest of the trace");
        } catch (Refusal e) {
            throw at(text.line(), e);
        }
    }

    private void header() throws IOException {
        long first = headerNumber();
        headerIds = headerNumber();
        headerOperations = headerNumber();
        long last = headerNumber();
        text.endLine();
        boolean heapFirst = first >= LEAST_SUGGESTED_HEAP;
        long weight = heapFirst ? last : first;
        boolean peakLast = !heapFirst && last > 1;
        if (weight > (peakLast ? 1 : LARGEST_WEIGHT))
            complain(new Refusal("the numbers %d ... %d".formatted(first, last), A_HEADER));
        if (heapFirst) trace.suggestedHeap((int) Math.min(first, Integer.MAX_VALUE));
        trace.weight((int) Math.min(weight, LARGEST_WEIGHT));
    }

    private long headerNumber() throws IOException {
        text.toNext();
        long number = text.number(A_HEADER);
        if (number < 0) throw new Refusal("" + number, A_HEADER);
        return number;
    }

    private void operation() throws IOException {
        try {
            if (trace.operations() == headerOperations && complaints == null)
                throw new Refusal("one operation more", headerOperations + ", as the header says");
            int letter = text.letter("arf", "a, r or f");
            int id = id();
            int bytes = letter == 'f' ? 0 : bytes();
            text.endLine();
            switch (letter) {
                case 'a' -> trace.malloc(id, bytes);
                case 'r' -> trace.realloc(id, bytes);
                default -> trace.free(id);
            }
        } catch (Refusal e) {
            complain(e);
            text.skipLine();
        }
    }

    private int id() throws IOException {
        long id = text.number("an id");
        if (id >= headerIds && complaints == null)
            throw new Refusal("id " + id, "ids below %d, as the header says".formatted(headerIds));
        return fitting(id, "an id");
    }

    private int bytes() throws IOException {
        return fitting(text.number("a size in bytes"), "a size");
    }

    private static int fitting(long number, String what) {
        if (number != (int) number)
            throw new Refusal("" + number, what + " of at most " + Integer.MAX_VALUE);
        return (int) number;
    }

    private void compareWithHeader() {
        compare(trace.operations(), headerOperations, "operations");
        compare(trace.ids(), headerIds, "ids");
    }

    private void compare(long found, long expected, String what) {
        if (found != expected)
            complain(
                    new Refusal(
                            "%d %s in the file".formatted(found, what),
                            "%d, as the header says".formatted(expected)));
    }

    private void complain(Refusal refusal) {
        TraceException complaint = at(text.line(), refusal);
        if (complaints == null) throw complaint;
        complaints.accept(complaint);
    }

    private TraceException at(int line, Refusal refusal) {
        return new TraceException(file, line, refusal.found, refusal.expected);
    }
}
