package heaplab.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import heaplab.trace.Lifetimes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A movie in Vega-Lite: {@code movie.vl.json} with its blanks filled in. The slider filters the
 * blocks by their lifetimes; what is left is cut at the ends of the rows by the chart itself.
 */
final class MovieSpec {
    private static final String TEMPLATE = "movie.vl.json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SAMPLES = 400;
    private static final int ROW_HEIGHT = 18;
    private static final int MOST_HEIGHT = 400;
    private static final int BORDERED = 2048; // bytes: in longer rows borders would hide blocks

    private final Lifetimes all;
    private final MovieRows movie;
    private final Wrap wrap;

    MovieSpec(Lifetimes all, MovieRows movie, Wrap wrap) {
        this.all = all;
        this.movie = movie;
        this.wrap = wrap;
    }

    Map<String, Object> spec(String title, List<String> subtitle) {
        Map<String, Object> blanks = new LinkedHashMap<>();
        blanks.put("title", title);
        blanks.put("subtitle", subtitle);
        numbers(blanks);
        blanks.put("blocks", movie.csv(wrap));
        blanks.put("sizes", sizes());
        String unit = Axis.unit(all.peakHeapBytes());
        blanks.put("unit", unit);
        blanks.put("samples", samples(Axis.bytesPer(unit)));
        blanks.put("peak", (double) all.trace().peakBytes() / Axis.bytesPer(unit));
        return parse(blanks);
    }

    private void numbers(Map<String, Object> blanks) {
        int operations = all.trace().operations();
        blanks.put("operations", operations);
        blanks.put("longest", Math.max(10, operations));
        blanks.put("from", movie.from());
        blanks.put("to", movie.to());
        blanks.put("stride", movie.stride());
        blanks.put("start", movie.frame(0.5));
        blanks.put("rowBytes", wrap.rowBytes());
        blanks.put("rows", wrap.rows());
        blanks.put("height", Math.min(ROW_HEIGHT * wrap.rows(), MOST_HEIGHT));
        blanks.put("border", wrap.rowBytes() <= BORDERED ? 0.5 : 0);
        String columnUnit = Axis.exactUnit(wrap.rowBytes() / 8);
        blanks.put("columnUnit", Axis.bytesPer(columnUnit));
        blanks.put("withinRow", "address within the row (" + columnUnit + ")");
        blanks.put("rowUnit", Axis.bytesPer(wrap.unit()));
        blanks.put("ofRow", "address of the row (" + wrap.unit() + ")");
        blanks.put(
                "columns",
                IntStream.rangeClosed(0, 8).mapToObj(i -> wrap.rowBytes() / 8 * i).toList());
        blanks.put(
                "rowMiddles",
                IntStream.range(0, wrap.rows())
                        .filter(i -> i % wrap.labelled() == 0)
                        .mapToObj(i -> i + 0.5)
                        .toList());
    }

    /** One line per size the heap had: first and last operations done, bytes. */
    private String sizes() {
        StringBuilder csv = new StringBuilder("b,g,h\n");
        for (int i = 0; i < all.sizes(); i++) {
            int last = i + 1 < all.sizes() ? all.sizeSince(i + 1) - 1 : all.trace().operations();
            if (all.size(i) > 0 && last >= movie.from() && all.sizeSince(i) <= movie.to())
                csv.append("%d,%d,%d\n".formatted(all.sizeSince(i), last, all.size(i)));
        }
        return csv.toString();
    }

    /** Heap and allocated blocks over time, in a unit of this many bytes. */
    private String samples(int unitBytes) {
        long[] allocated = all.allocatedBytes();
        int span = movie.to() - movie.from();
        int samples = Math.max(1, Math.min(SAMPLES, span));
        StringBuilder csv = new StringBuilder("n,h,l\n");
        for (int i = 0; i <= samples; i++) {
            int n = movie.from() + (int) ((long) span * i / samples);
            csv.append(n).append(',').append(decimal(all.heapBytes(n), unitBytes));
            csv.append(',').append(decimal(allocated[n], unitBytes)).append('\n');
        }
        return csv.toString();
    }

    private static float decimal(long bytes, int unitBytes) {
        return (float) bytes / unitBytes;
    }

    private static Map<String, Object> parse(Map<String, Object> blanks) {
        try (InputStream in = MovieSpec.class.getResourceAsStream(TEMPLATE)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, Object> blank : blanks.entrySet())
                text = fill(text, blank.getKey(), JSON.writeValueAsString(blank.getValue()));
            return JSON.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(TEMPLATE + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Blanks are strings of their own, or stand within a string where a number is meant. */
    private static String fill(String text, String blank, String json) {
        return text.replace("\\\"@" + blank + "\\\"", json).replace("\"@" + blank + "\"", json);
    }
}
