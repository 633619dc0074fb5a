package heaplab.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetsTest {
    @TempDir Path directory;

    @BeforeEach
    void twoRecordings() throws IOException {
        System.setProperty(Datasets.PROPERTY, directory.toString());
        index(
                """
                [{"name": "git-log", "program": "git", "version": "2.39", "command": "git log",
                  "operations": 1000, "ids": 500, "peakBytes": 7, "reallocs": 3, "sha256": "00",
                  "note": "", "licence": "CC0"},
                 {"name": "sort", "program": "sort", "command": "sort words"}]
                """);
        TraceWriter.write(Workloads.larson(1000), directory.resolve("git-log.rep.gz"));
    }

    /** Those of the project itself, when the tests run in it. */
    @Test
    void allRecordingsAreWhatTheIndexSays() {
        System.clearProperty(Datasets.PROPERTY);
        assertTrue(Datasets.names().size() >= 8);
        for (Recording recording : Datasets.recordings()) {
            Trace trace = Datasets.trace(recording.name());
            assertEquals(recording.operations(), trace.operations());
            assertEquals(recording.ids(), trace.ids());
            assertEquals(recording.peakBytes(), trace.peakBytes());
            assertEquals(recording.reallocs(), TraceFacts.of(trace).reallocs());
        }
    }

    @AfterEach
    void theUsualPlace() {
        System.clearProperty(Datasets.PROPERTY);
    }

    private void index(String text) throws IOException {
        Files.writeString(directory.resolve("index.json"), text);
    }

    @Test
    void aRecordingIsFoundByName() {
        assertEquals(List.of("git-log", "sort"), Datasets.names());
        Trace trace = Datasets.trace("git-log");
        assertEquals("git-log", trace.name());
        assertEquals(1000, trace.operations());
        assertEquals("git log", Datasets.recording("git-log").command());
        assertEquals(3, Datasets.recording("git-log").reallocs());
    }

    @Test
    void theNearestNamesAreListed() {
        var e = assertThrows(TraceException.class, () -> Datasets.trace("gitlog"));
        assertEquals(
                "gitlog: found no recording of that name, expected git-log or sort",
                e.getMessage());
    }

    @Test
    void aRecordingWhoseFileIsMissing() {
        var e = assertThrows(TraceException.class, () -> Datasets.trace("sort"));
        assertTrue(e.getMessage().endsWith("found no such file, expected a trace"));
    }

    @Test
    void aBadIndexIsRefused() throws IOException {
        index("[{\"name\": ");
        var e = assertThrows(TraceException.class, Datasets::names);
        assertTrue(e.getMessage().contains("index.json: found"), e::getMessage);
        assertTrue(e.getMessage().endsWith("expected an array of recordings"), e::getMessage);
    }

    @Test
    void withoutDirectoryItSaysWhereOneIsExpected() {
        System.setProperty(Datasets.PROPERTY, directory.resolve("none").toString());
        var e = assertThrows(TraceException.class, Datasets::names);
        assertTrue(e.getMessage().contains("-Dheaplab.datasets="), e::getMessage);
    }
}
