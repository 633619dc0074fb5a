package heaplab.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import heaplab.Heaps;
import heaplab.heap.ListHeap;
import heaplab.heap.Recipe;
import heaplab.policy.ExplicitTracking;
import heaplab.policy.FirstFit;
import heaplab.trace.Lifetimes;
import heaplab.trace.Replay;
import heaplab.trace.Trace;
import heaplab.trace.Workloads;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MovieTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Movie movie(Trace trace) {
        return Movie.of(trace, Heaps.textbook(new FirstFit()));
    }

    private static JsonNode spec(Movie movie) {
        return JSON.valueToTree(movie.bundle().data().get(Bundle.VEGA_LITE));
    }

    /** What the chart shows at a step: "block+bytes", each put together from its pieces again. */
    private static TreeSet<String> shown(String csv, int step) {
        TreeMap<Integer, Integer> pieces = new TreeMap<>(); // block to bytes of its pieces
        TreeSet<String> blocks = new TreeSet<>();
        for (String line : csv.lines().skip(1).toList()) {
            String[] f = line.split(",", -1);
            int a = Integer.parseInt(f[0]);
            if (Integer.parseInt(f[2]) > step || step > Integer.parseInt(f[3])) continue;
            int piece = f[9].isEmpty() ? Integer.parseInt(f[1]) : Integer.parseInt(f[9]);
            if (pieces.merge(a, piece, Integer::sum) == Integer.parseInt(f[1]))
                blocks.add(a + "+" + f[1]);
        }
        assertEquals(pieces.size(), blocks.size(), "blocks that miss a piece");
        return blocks;
    }

    private static TreeSet<String> walked(Trace trace, int step) {
        ListHeap heap = Heaps.textbook(new FirstFit());
        new Replay(trace, heap).runTo(step);
        TreeSet<String> blocks = new TreeSet<>();
        heap.walk(
                (block, bytes, allocated) -> {
                    if (allocated) blocks.add(block + "+" + bytes);
                });
        return blocks;
    }

    @Property(tries = 20)
    void blocksAtAStepAreThoseOfTheHeapsWalk(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 400) int step) {
        Trace trace = Workloads.bimodal(400, seed);
        String csv = spec(movie(trace)).at("/datasets/blocks").asText();
        assertEquals(walked(trace, step), shown(csv, step));
    }

    @Test
    void everyFrameOfALongTraceIsComplete() {
        Trace trace = Workloads.uniform(50_000);
        JsonNode spec = spec(movie(trace));
        JsonNode slider = spec.at("/params/2/bind");
        assertEquals(50, slider.at("/step").asInt());
        assertEquals(50_000, slider.at("/max").asInt());
        String csv = spec.at("/datasets/blocks").asText();
        for (int frame : new int[] {50, 24_950, 49_000})
            assertEquals(walked(trace, frame), shown(csv, frame));
        assertTrue(spec.at("/title/subtitle/1").asText().startsWith("every 50 operations a frame"));
    }

    @Test
    void windowIsExactAndSaysSo() {
        Trace trace = Workloads.uniform(50_000);
        JsonNode spec = spec(movie(trace).window(20_000, 21_000));
        assertEquals(1, spec.at("/params/2/bind/step").asInt());
        assertEquals(20_000, spec.at("/params/2/bind/min").asInt());
        String csv = spec.at("/datasets/blocks").asText();
        for (int step : new int[] {20_000, 20_517, 21_000})
            assertEquals(walked(trace, step), shown(csv, step));
        assertEquals(
                "operations 20,000 to 21,000 of 50,000", spec.at("/title/subtitle/1").asText());
        assertThrows(IllegalArgumentException.class, () -> movie(trace).window(5, 5));
        assertThrows(IllegalArgumentException.class, () -> movie(trace).window(0, 50_001));
    }

    @Test
    void bundleOfALongTraceIsModest() throws IOException {
        Trace.Builder all = Trace.named("only mallocs");
        for (int i = 0; i < 300_000; i++) all.malloc(i, 8 + i % 50);
        Recipe explicit = Heaps.recipe(new FirstFit()).with(new ExplicitTracking()); // to be quick
        Movie movie = Movie.of(all.build(), explicit.heap());
        Bundle bundle = movie.bundle();
        int bytes = JSON.writeValueAsBytes(bundle.data().get(Bundle.VEGA_LITE)).length;
        assertTrue(bytes < 2_000_000, bytes + " bytes");
        MovieRows rows = movie.rows();
        assertTrue(rows.rows().length <= MovieRows.MOST_ROWS);
        assertTrue(rows.leftOut().startsWith("operations 0 to "), rows.leftOut());
    }

    @Test
    void tooManyBlocksAtOnceAreTheLargest() {
        Trace.Builder all = Trace.named("many at once");
        for (int i = 0; i < 40_000; i++) all.malloc(i, i < 20_000 ? 8 : 800);
        Lifetimes lifetimes = Lifetimes.of(all.build(), Heaps.textbook(new FirstFit()));
        MovieRows rows = new MovieRows(lifetimes, 39_000, 40_000);
        assertTrue(rows.leftOut().endsWith("only the 19,001 largest blocks"), rows.leftOut());
        for (int row : rows.rows()) assertEquals(800, lifetimes.asked(row));
    }

    @Test
    void everyBlankIsFilledIn() throws IOException {
        String json = JSON.writeValueAsString(spec(movie(Workloads.bimodal(100))));
        assertFalse(json.contains("\"@"), json);
        assertFalse(json.contains("\\\"@"), json);
        assertFalse(json.contains("NaN"), json);
    }

    @Test
    void heapSizesCoverEveryStepOnce() {
        Trace trace = Workloads.powerLaw(300);
        Lifetimes lifetimes = Lifetimes.of(trace, Heaps.textbook(new FirstFit()));
        String csv = spec(Movie.of(lifetimes)).at("/datasets/sizes").asText();
        for (int step = 0; step <= 300; step++) {
            int covering = 0;
            for (String line : csv.lines().skip(1).toList()) {
                String[] f = line.split(",");
                if (Integer.parseInt(f[0]) > step || step > Integer.parseInt(f[1])) continue;
                covering++;
                assertEquals(lifetimes.heapBytes(step), Integer.parseInt(f[2]));
            }
            assertEquals(1, covering, "sizes at step " + step);
        }
    }

    @Test
    void keyFramesAreDrawnWhereNothingCanMove() throws IOException {
        Bundle bundle = movie(Workloads.bimodal(2000)).bundle();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bundle.png()));
        int free = 0;
        int block = 0;
        for (int x = 0; x < image.getWidth(); x++)
            for (int y = 0; y < image.getHeight(); y++) {
                int rgb = image.getRGB(x, y) & 0xFFFFFF;
                if (rgb == 0xE4E4E4) free++;
                else if ((rgb >> 16 & 255) != (rgb & 255)) block++;
            }
        assertTrue(free > 10_000 && block > 10_000, free + " free, " + block + " block pixels");
        assertTrue(bundle.text().contains("blocks"), bundle.text());
    }

    @Test
    void emptyTraceIsAnEmptyHeap() {
        Movie movie = movie(Trace.named("empty").build());
        assertTrue(movie.bundle().text().startsWith("empty: its heap, step by step"));
    }
}
