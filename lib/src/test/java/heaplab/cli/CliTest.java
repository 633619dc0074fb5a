package heaplab.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import heaplab.RecipeNames;
import heaplab.heap.ListHeap;
import heaplab.trace.Replay;
import heaplab.trace.Trace;
import heaplab.trace.TraceWriter;
import heaplab.trace.Traces;
import heaplab.trace.Workloads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
    @TempDir Path directory;
    private String file; // a trace of nine lines

    @BeforeEach
    void aTrace() throws IOException {
        file =
                write(
                        "small.rep",
                        """
                        20000 3 7 1
                        a 0 10
                        a 1 5000
                        f 0
                        a 2 0
                        r 1 6000
                        f -1
                        f 1
                        """);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    @Test
    void addressesOfMallocsAndReallocs() {
        Cli run = Cli.run("addresses", "--allocator", "textbook-first-fit", file);
        assertEquals(new Cli(0, "16\n40\n-1\n5048\n", ""), run);
        run = Cli.run("addresses", "--allocator", "naive-bump", "--heap", "6000", file);
        assertEquals(new Cli(0, "8\n32\n-1\n-1\n", ""), run);
    }

    @Test
    void addressesAreThoseOfTheOriginals() {
        for (String fit : List.of("first", "next")) {
            Path oracle = directory.resolve("mixed-1.rep.gz");
            TraceWriter.write(Traces.oracle("mixed-1"), oracle);
            String name = "textbook-" + fit + "-fit";
            Cli run = Cli.run("addresses", "--allocator", name, oracle.toString());
            int[] found = run.out().lines().mapToInt(Integer::parseInt).toArray();
            assertArrayEquals(Traces.offsets("mixed-1." + fit.charAt(0) + "f"), found);
        }
    }

    @Test
    void benchWritesALineOfJsonForEachAllocator() throws IOException {
        Path path = directory.resolve("bimodal.rep.gz");
        Trace trace = Workloads.bimodal(4000);
        TraceWriter.write(trace, path);
        String[] names = {"best-fit", "naive-bump", "segregated/first-fit/immediate/boundary"};
        String list = String.join(",", names);
        Cli run = Cli.run("bench", "--allocators", list, "--seconds", "0.05", path.toString());
        assertEquals(0, run.exitCode(), run.err());
        List<String> lines = run.out().lines().toList();
        assertEquals(3, lines.size());
        for (int i = 0; i < names.length; i++) {
            JsonNode line = new ObjectMapper().readTree(lines.get(i));
            List<String> fields = new ArrayList<>();
            line.fieldNames().forEachRemaining(fields::add);
            assertEquals(
                    List.of(
                            "allocator",
                            "trace",
                            "operations",
                            "median_mops",
                            "best_mops",
                            "bytes_per_operation"),
                    fields.subList(0, 6));
            assertEquals(names[i], line.get("allocator").asText());
            assertEquals("bimodal", line.get("trace").asText());
            assertEquals(4000, line.get("operations").asInt());
            assertTrue(line.get("median_mops").asDouble() > 0.01);
            assertTrue(line.get("best_mops").asDouble() >= line.get("median_mops").asDouble());
            assertTrue(line.get("bytes_per_operation").asDouble() < 0.1, lines.get(i));
            var heap = NamedAllocator.named(names[i]).heap();
            int hash = new Replay(trace, heap).run().hash();
            assertEquals(Integer.toUnsignedLong(hash), line.get("hash").asLong());
        }
    }

    @Test
    void benchOfAnEmptyTraceEnds() throws IOException {
        String empty = write("empty.rep", "20000 0 0 1\n");
        Cli run = Cli.run("bench", "--allocators", "first-fit", "--seconds", "60", empty);
        JsonNode line = new ObjectMapper().readTree(run.out());
        assertEquals(0, line.get("median_mops").asDouble());
        assertEquals(0, line.get("bytes_per_operation").asDouble());
    }

    @Test
    void compareShowsATable() {
        Cli run = Cli.run("compare", "--recipes", "first-fit,best-fit,naive-bump", file);
        assertEquals(0, run.exitCode(), run.err());
        List<String> lines = run.out().lines().toList();
        assertEquals("small: 7 operations, 3 ids, peak 6,000 bytes", lines.get(0));
        assertEquals(6, lines.size());
        assertTrue(
                lines.get(2).matches("allocator +heap +utilization .* refused +Mops/s"), run.out());
        assertTrue(lines.get(3).matches("first-fit +15,128 +0\\.3966 .*"), run.out());
        assertTrue(
                lines.get(5).matches("naive-bump +11,040 +0\\.5435( +-){6} +0 +[0-9.]+"),
                run.out());
        assertEquals(lines.get(3).length(), lines.get(5).length());
    }

    @Test
    void compareWritesTheSameFiguresAsCsvAndJson() throws IOException {
        String quoted = write("a,b.rep", Files.readString(Path.of(file)));
        String[] command = {"compare", "--recipes", "first-fit,naive-bump", quoted, "--csv"};
        List<String> csv = Cli.run(command).out().lines().toList();
        command[4] = "--json";
        JsonNode json = new ObjectMapper().readTree(Cli.run(command).out());
        assertEquals(3, csv.size());
        assertEquals(2, json.size());
        List<String> fields = new ArrayList<>();
        json.get(0).fieldNames().forEachRemaining(fields::add);
        assertEquals(String.join(",", fields), csv.get(0));
        assertTrue(csv.get(1).startsWith("first-fit,\"a,b\",7,6000,"), csv.get(1));
        assertEquals("a,b", json.get(0).get("trace").asText());
        assertEquals(6000, json.get(0).get("peak_payload").asInt());
        assertTrue(json.get(1).get("internal").isNull());
        assertTrue(csv.get(2).contains(",,"));
        assertTrue(json.get(0).get("mops").asDouble() > 0);
        double utilization = json.get(0).get("peak_utilization").asDouble();
        assertEquals(6000.0 / json.get(0).get("peak_heap").asInt(), utilization, 1e-12);
        assertTrue(csv.get(1).contains("," + utilization + ","));
    }

    @Test
    void rasterDrawsAPanelForEachRecipe() throws IOException {
        Path png = Path.of(file).resolveSibling("small.png");
        Cli run = Cli.run("raster", "--recipes", "first-fit,naive-bump", "-o", "" + png, file);
        assertEquals(0, run.exitCode(), run.err());
        assertEquals(1920, ImageIO.read(png.toFile()).getWidth());
    }

    @Test
    void inspectCounts() {
        Cli run = Cli.run("inspect", file);
        assertEquals(
                """
                trace small
                operations 7 (3 malloc, 1 realloc, 3 free)
                ids 3
                peak payload 6,000 bytes, after operation 5
                live at the end 1 blocks, 0 bytes

                        bytes asked for     requests
                                      0            1  ####################
                                8 to 15            1  ####################
                         4,096 to 8,191            2  ########################################
                """,
                run.out().replace("\r\n", "\n"));
        assertEquals(0, run.exitCode());
    }

    @Test
    void recordingsAreFoundByName() {
        Cli run = Cli.run("inspect", "git-log");
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.out().startsWith("trace git-log"));
        run = Cli.run("inspect", "gitlog");
        assertEquals(1, run.exitCode());
        assertTrue(
                run.err().startsWith("gitlog: found no recording of that name, expected git-log"));
    }

    @Test
    void aRecipeIsNamedByItsParts() {
        String full = addresses("explicit-lifo/first-fit/immediate/boundary");
        assertEquals(addresses("explicit-lifo"), full);
        assertEquals(addresses("boundary/always-split/explicit-lifo"), full);
        assertEquals("8\n24\n-1\n5032\n", addresses("header-only"), "after no footer");
        assertEquals("8\n-1\n-1\n-1\n", addresses("header-only/limit-8192"));
        assertEquals("8\n24\n-1\n5032\n", addresses("header-only/limit-16384"));
    }

    private String addresses(String allocator) {
        Cli run = Cli.run("addresses", "--allocator", allocator, file);
        assertEquals(0, run.exitCode(), run.err());
        return run.out();
    }

    @Test
    void listShowsAllPartsOtherAllocatorsAndRecordings() {
        Cli run = Cli.run("list");
        assertEquals(0, run.exitCode());
        String words = run.out().replaceAll("\\s+", " ");
        assertTrue(words.contains(" fit first-fit best-fit "), words);
        assertTrue(words.contains(" index implicit explicit-"), words);
        assertTrue(words.contains(" coalesce immediate deferred "), words);
        assertTrue(words.contains(" textbook-next-fit "), words);
        assertTrue(words.contains(" git-log "), words);
        assertTrue(run.out().lines().allMatch(line -> line.length() <= 100), run.out());
    }

    @Test
    void theMainCommandListsEveryFullName() {
        Cli run = Cli.run("--list");
        assertEquals(0, run.exitCode());
        assertEquals(RecipeNames.all(), run.out().lines().toList());
    }

    @Test
    void everyOtherAllocatorIsTakenAndEveryFitAlone() {
        List<String> names = new ArrayList<>(NamedAllocator.own().keySet());
        names.addAll(RecipeNames.partsByKind().get("fit"));
        assertTrue(names.containsAll(List.of("textbook-first-fit", "naive-bump", "worst-fit")));
        for (String name : names) assertFalse(addresses(name).isEmpty());
        ListHeap heap = (ListHeap) NamedAllocator.named("worst-fit").heap();
        assertTrue(heap.recipe().toString().startsWith("implicit · worst fit"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "addresses --allocator first-fit",
                "bench --allocators first-fit",
                "compare --recipes first-fit",
                "inspect",
                "raster --recipes first-fit -o none.png"
            })
    void badInputIsToldWithFileAndLine(String command) throws IOException {
        String bad = write("bad.rep", "20000 1 2 1\na 0 10\nf 7\n");
        Cli run = Cli.run((command + " " + bad).split(" "));
        assertEquals(1, run.exitCode());
        assertEquals("", run.out());
        assertTrue(run.err().startsWith(bad + ":3: found id 7, expected"), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        run = Cli.run((command + " no/such.rep").split(" "));
        assertEquals(1, run.exitCode());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains("such.rep: found no such file"), run.err());
    }

    @Test
    void lenientReadingGoesOn() throws IOException {
        String bad = write("bad.rep", "20000 1 3 1\na 0 10\nf 7\nf 0\n");
        Cli run = Cli.run("addresses", "--allocator", "first-fit", "--lenient", bad);
        assertEquals(0, run.exitCode());
        assertEquals("16\n", run.out());
        assertTrue(run.err().startsWith(bad + ":3: found id 7 (not live)"), run.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "addresses",
                "addresses --allocator first-fit",
                "addresses FILE",
                "addresses --allocator frist-fit FILE",
                "addresses --allocator size-tree/first-fit FILE",
                "addresses --allocator first-fit/limit-5 FILE",
                "addresses --allocator first-fit/limit-2000000000 FILE",
                "addresses --allocator first-fit --heap -5 FILE",
                "addresses --allocator first-fit --heap 5 FILE",
                "addresses --allocator first-fit --heap many FILE",
                "bench --allocators first-fit,frist-fit FILE",
                "bench --allocators first-fit --seconds 0 FILE",
                "compare --recipes first-fit,x FILE",
                "compare --recipes first-fit --csv --json FILE",
                "inspect --unknown FILE",
                "raster --recipes first-fit FILE",
                "inspect FILE FILE"
            })
    void wrongUsage(String command) {
        String[] arguments = command.replace("FILE", file).trim().split(" +");
        Cli run = command.isEmpty() ? Cli.run() : Cli.run(arguments);
        assertEquals(2, run.exitCode());
        assertEquals("", run.out());
        assertTrue(run.err().contains("heaplab"), run.err()); // the usage, or nearest commands
        assertFalse(run.err().contains("\tat "), run.err());
    }

    @Test
    void aWrongNameIsAnsweredWithTheNearest() {
        String err = Cli.run("addresses", "--allocator", "frist-fit", file).err();
        assertTrue(err.contains("found frist-fit, expected first-fit, "), err);
        err = Cli.run("compare", "--recipes", "segregted/first-fit", file).err();
        assertTrue(err.contains("found segregted, expected segregated, "), err);
        err = Cli.run("compare", "--recipes", "textbok-first-fit", file).err();
        assertTrue(err.contains("found textbok-first-fit, expected textbook-first-fit, "), err);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "addresses", "bench", "compare", "inspect", "list"})
    void helpIsEverywhere(String command) {
        Cli run = Cli.run((command + " --help").trim().split(" "));
        assertEquals(0, run.exitCode());
        assertEquals("", run.err());
        assertTrue(run.out().startsWith(("Usage: heaplab " + command).trim()), run.out());
    }
}
