package heaplab.alloc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The measured rows of the free-list simulator: results, searches and lists of the original. */
public final class FreeListRows {
    private FreeListRows() {}

    /** All lines of the file, the header first. */
    public static List<String> lines() {
        String file = "/oracles/freelist-simulator.csv.gz";
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(FreeListRows.class.getResourceAsStream(file)),
                                StandardCharsets.UTF_8))) {
            return in.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
