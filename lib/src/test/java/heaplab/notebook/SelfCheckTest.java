package heaplab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.trace.Datasets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelfCheckTest {
    @Test
    void oneLineWhereNothingIsMissing() {
        String line = SelfCheck.line();
        assertTrue(line.matches("Heap Lab .* · Java \\d+ · \\d+ recordings · all well"), line);
    }

    @Test
    void missingRecordingsAreNamedAndHowToMendIt(@TempDir Path empty) {
        System.setProperty(Datasets.PROPERTY, empty.toString());
        try {
            String[] lines = SelfCheck.line().split("\n");
            assertTrue(lines[0].endsWith("0 recordings"), lines[0]);
            assertEquals("To mend:", lines[1]);
            assertTrue(lines[2].contains("no recordings: start"), lines[2]);
        } finally {
            System.clearProperty(Datasets.PROPERTY);
        }
    }
}
