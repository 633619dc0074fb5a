package heaplab.cli;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Lines of comma-separated values: cells with a comma or a quote are quoted. */
final class Csv {
    private static final char QUOTE = '"';
    private static final String BYTE_ORDER_MARK = "\uFEFF"; // some spreadsheets write one

    private Csv() {}

    /**
     * The lines of a file, plain or gzip.
     *
     * @throws BadFile when there is no such file, or it cannot be read
     */
    static List<String> lines(Path file) {
        if (Files.isDirectory(file)) throw new BadFile("" + file, 0, "a directory", "a file");
        try (InputStream raw = Files.newInputStream(file);
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(plain(raw), StandardCharsets.UTF_8))) {
            List<String> lines = new ArrayList<>(in.lines().toList());
            if (!lines.isEmpty()) lines.set(0, lines.get(0).replaceFirst(BYTE_ORDER_MARK, ""));
            return lines;
        } catch (NoSuchFileException e) {
            throw new BadFile("" + file, 0, "no such file", "lines of comma-separated values");
        } catch (IOException | UncheckedIOException e) { // the latter while reading lines
            throw new BadFile("" + file, 0, e.toString(), "lines of comma-separated values");
        }
    }

    /** The stream itself, or what is inside when it starts as gzip does. */
    private static InputStream plain(InputStream raw) throws IOException {
        InputStream in = new BufferedInputStream(raw);
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip ? new GZIPInputStream(in) : in;
    }

    /** The cells of a line, without their quotes. */
    static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean twice = quoted && c == QUOTE && line.startsWith("\"\"", i);
            if (twice) cell.append(line.charAt(i++));
            else if (c == QUOTE) quoted = !quoted;
            else if (c != ',' || quoted) cell.append(c);
            else {
                cells.add(cell.toString());
                cell.setLength(0);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** A line of these cells, quoted where they need it. */
    static String line(List<?> cells) {
        List<String> quoted = cells.stream().map(Csv::quoted).toList();
        return String.join(",", quoted);
    }

    private static String quoted(Object cell) {
        String text = cell == null ? "" : cell.toString();
        return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
