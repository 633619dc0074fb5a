package heaplab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.alloc.FreeListRows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Outputs are compared character by character with those of the original: {@code
 * readme-outputs.txt} has the three of its README (vm-freespace of ostep-homework), {@code
 * program-outputs.txt} what the program printed under Python 3 for the README's example and the
 * chapter's homework, as its users published it.
 */
class FreelistCommandTest {
    private static final String HEADER =
            "case,heap_size,base,header,align,policy,order,coalesce,op,id,size\n";
    private static final String HEAP = "7,100,0,4,4,BEST,ADDRSORT,1,";

    @TempDir Path directory;

    /** What an option line prints. */
    record Output(String options, String text) {
        @Override
        public String toString() {
            return options;
        }
    }

    static List<Output> program() throws IOException {
        return outputs("program-outputs.txt");
    }

    static List<Output> readme() throws IOException {
        return outputs("readme-outputs.txt");
    }

    private static List<Output> outputs(String file) throws IOException {
        try (var in = FreelistCommandTest.class.getResourceAsStream("/freelist/" + file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("(?m)^\\$ "))
                    .filter(part -> !part.isEmpty())
                    .map(part -> part.split("\n", 2))
                    .map(part -> new Output(part[0], part[1]))
                    .toList();
        }
    }

    private static String[] command(String options) {
        return ("freelist " + options).split(" ");
    }

    @ParameterizedTest
    @MethodSource("program")
    void outputsOfTheProgram(Output output) {
        assertEquals(new Cli(0, output.text, ""), Cli.run(command(output.options)));
    }

    @ParameterizedTest
    @MethodSource("readme")
    void outputsOfTheReadme(Output output) {
        Cli run = Cli.run(command("--readme-layout " + output.options));
        assertEquals(0, run.exitCode(), run.err());
        String[] parts = run.out().split("\n\n", 2); // the README leaves the option lines out
        assertEquals(13, parts[0].lines().count());
        assertEquals(output.text, parts[1]);
    }

    @Test
    void longNamesAreTheSameOptions() {
        Cli run = Cli.run(command("-s 5 -S 64 -b 0 -H 2 -a 2 -p WORST -l INSERT-BACK -n 4 -c -C"));
        assertEquals(
                run,
                Cli.run(
                        command(
                                "--seed 5 --size 64 --baseAddr 0 --headerSize 2 --alignment 2"
                                        + " --policy WORST --listOrder INSERT-BACK --numOps 4"
                                        + " --compute --coalesce")));
        assertTrue(run.out().contains("\ncoalesce True\n"), run.out());
    }

    /** Said in a translated README, in a note on the original's output. */
    @Test
    void theHeaderIsAddedToRandomResultsOnly() {
        String random = Cli.run(command("-S 8 -H 4 -r 1 -P 100 -n 2 -c")).out();
        assertTrue(random.contains("ptr[0] = Alloc(1) returned 1004 (searched 1"), random);
        assertTrue(random.contains("ptr[1] = Alloc(1) returned 3 (searched 1"), random);
        String listed = Cli.run(command("-S 8 -H 4 -A +1,+1 -c")).out();
        assertTrue(listed.contains("ptr[0] = Alloc(1) returned 1000 (searched 1"), listed);
        assertTrue(listed.contains("ptr[1] = Alloc(1) returned -1 (searched 1"), listed);
    }

    @Test
    void listsMayStartWithAFree() {
        String text = Cli.run(command("-A -0,+5,-0 -a -1 -c")).out();
        assertTrue(text.contains("compute True\n\nInvalid Free: Skipping\nptr[0] ="), text);
    }

    @Test
    void wrongOptionsSayWhatIsExpected() {
        assertWrong("--policy': found NEXT, expected FIRST, BEST or WORST", "-p NEXT");
        assertWrong("--listOrder': found UP, expected one of ADDRSORT, SIZESORT+", "-l UP");
        assertWrong("-A: found \"10\", expected +BYTES or -INDEX", "-A 10");
        assertWrong("0 percent: expected 1 to 100", "-P 0");
        assertWrong("heap of 0 bytes: expected 1 or more", "-S 0");
        assertWrong("found FILE and --numOps, expected one of them", "-n 5 some.csv");
    }

    private static void assertWrong(String message, String options) {
        Cli run = Cli.run(command(options));
        assertEquals(2, run.exitCode());
        assertEquals("", run.out());
        assertTrue(run.err().contains(message), run.err());
    }

    @Test
    void theMeasuredTableIsFilledIn() throws IOException {
        List<String> lines = FreeListRows.lines();
        String whole = String.join("\n", lines) + "\n";
        List<String> spoiled = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (String line : lines) {
            String[] cell = line.split(",", -1);
            open.add(String.join(",", List.of(cell).subList(0, 12)));
            for (int i = 12; i < 15 && !spoiled.isEmpty(); i++) cell[i] = "?";
            spoiled.add(String.join(",", cell));
        }
        assertEquals(whole, fill(String.join("\n", open)).out());
        assertEquals(whole, fill(String.join("\r\n", spoiled) + "\r\n").out());
    }

    private Cli fill(String table) throws IOException {
        Path file = Files.writeString(directory.resolve("heaps.csv"), table);
        return Cli.run("freelist", file.toString());
    }

    @Test
    void columnsKeepTheirPlaceAndTheirText() throws IOException {
        String table =
                """
                note,op,id,size,result,heap_size,base,header,align,policy,order,coalesce
                "a ""b"", c",malloc,x1,5,,100,0,0,-1,FIRST,ADDRSORT,0
                """
                        .replace("x1", "1");
        assertEquals(
                """
                note,op,id,size,result,heap_size,base,header,align,policy,order,coalesce,searched,free_list
                "a ""b"", c",malloc,1,5,0,100,0,0,-1,FIRST,ADDRSORT,0,1,5:95
                """,
                fill(table).out());
    }

    @Test
    void aTableWithoutCasesHasAHeapForEachChoiceOfParameters() throws IOException {
        String table =
                """
                heap_size,base,header,align,policy,order,coalesce,op,id,size
                100,0,0,-1,FIRST,ADDRSORT,0,malloc,0,5
                100,50,0,-1,FIRST,ADDRSORT,0,malloc,0,5
                100,0,0,-1,FIRST,ADDRSORT,0,malloc,1,5
                """;
        assertEquals(
                List.of("0,1,5:95", "50,1,55:95", "5,1,10:90"),
                fill(table)
                        .out()
                        .lines()
                        .skip(1)
                        .map(line -> line.split("5,(?=\\d+,1,)", 2)[1])
                        .toList());
    }

    @Test
    void theFirstBadLineIsNamedAndNothingPrinted() throws IOException {
        assertBad(
                ":2: found 10 cells, expected 11, as above",
                "7,100,0,4,4,BEST,ADDRSORT,malloc,0,3");
        assertBad(":2: found op \"alloc\", expected malloc or free", HEAP + "alloc,0,3");
        assertBad(":2: found size \"\", expected a whole number", HEAP + "malloc,0,");
        assertBad(":2: found size -3, expected 0 or more", HEAP + "malloc,0,-3");
        assertBad(":2: found id \"p\", expected a whole number", HEAP + "malloc,p,3");
        assertBad(
                ":3: found free of id 1, expected an id that a malloc above has given",
                HEAP + "malloc,0,3\n" + HEAP + "free,1,");
        assertBad(
                ":3: found base 8, expected 0, as in line 2 of case 7",
                HEAP + "malloc,0,3\n" + HEAP.replace(",0,4", ",8,4") + "free,0,");
        assertBad(
                ":2: found GOOD, expected FIRST, BEST or WORST",
                HEAP.replace("BEST", "GOOD") + "malloc,0,3");
        assertBad(":2: found coalesce yes, expected 0 or 1", HEAP.replace("T,1", "T,yes") + "x,0,");
        assertBad(
                ":2: heap of 0 bytes: expected 1 or more", HEAP.replace("100", "0") + "malloc,0,3");
    }

    private void assertBad(String message, String rows) throws IOException {
        Cli run = fill(HEADER + rows + "\n");
        assertEquals(1, run.exitCode());
        assertEquals("", run.out());
        assertEquals(directory.resolve("heaps.csv") + message, run.err().strip());
    }

    @Test
    void badTablesAreNamed() throws IOException {
        Cli run = fill("op,id,size\nmalloc,0,3\n");
        assertTrue(
                run.err()
                        .contains(
                                "heaps.csv:1: found no column heap_size, expected columns"
                                        + " heap_size, base, header, align, policy, order,"
                                        + " coalesce, op, id, size"),
                run.err());
        run = fill("op,id,op\n");
        assertTrue(run.err().contains(":1: found column op twice, expected each once"), run.err());
        run = fill("");
        assertTrue(run.err().contains(":1: found no column heap_size"), run.err());
        run = Cli.run("freelist", directory.resolve("none.csv").toString());
        assertEquals(1, run.exitCode());
        assertTrue(run.err().contains("none.csv: found no such file"), run.err());
    }

    @Test
    void aRefusedBlockIsFreedInVain() throws IOException {
        String text = fill(HEADER + HEAP + "malloc,0,300\n" + HEAP + "free,0,\n").out();
        assertTrue(text.endsWith("malloc,0,300,-1,1,0:100\n" + HEAP + "free,0,,-1,,0:100\n"), text);
    }
}
