package heaplab;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Packages know each other in one direction only. Reads the sources, comments left out. */
class ArchitectureTest {
    private static final Path SOURCES = Path.of("src/main/java/heaplab");
    private static final String ROOT = ""; // classes directly in package heaplab

    private static final Set<String> CORE = Set.of("memory", "heap", "policy", "alloc", ROOT);

    /** What each package may use, besides itself. A new package gets a line here. */
    private static final Map<String, Set<String>> MAY_USE =
            Map.ofEntries(
                    entry("memory", Set.of()),
                    entry("heap", Set.of("memory")),
                    entry("policy", Set.of("memory", "heap")),
                    entry("alloc", Set.of("memory", "heap")),
                    entry(ROOT, Set.of("memory", "heap", "policy", "alloc")),
                    entry("trace", CORE),
                    entry("metrics", plus(CORE, "trace")),
                    entry("theory", plus(CORE, "trace")),
                    entry("view", plus(CORE, "trace", "metrics")),
                    entry("notebook", plus(CORE, "trace", "metrics", "theory", "view")),
                    entry("cli", plus(CORE, "trace", "metrics", "view")));

    /** Where each of the libraries and of Java's process-wide doors may be used. */
    private static final Map<String, Set<String>> HOMES =
            Map.of(
                    "org\\.knowm\\.xchart", Set.of("view"),
                    "tech\\.tablesaw", Set.of("view", "notebook"),
                    "org\\.dflib|io\\.github\\.spencerpark", Set.of("notebook"),
                    "picocli", Set.of("cli"),
                    "System\\s*\\.\\s*(out|err|exit)\\b", Set.of("cli"));

    private static final Pattern COMMENT_OR_STRING =
            Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*|\"(\\\\.|[^\"\\\\\\n])*\"");
    private static final Pattern REFERENCE =
            Pattern.compile("\\bheaplab\\.(?:([a-z]+)\\.)?([A-Z]\\w*|\\*)");

    private record Source(Path file, String pack, String code) {}

    private static Set<String> plus(Set<String> base, String... more) {
        return Stream.concat(base.stream(), Stream.of(more)).collect(toSet());
    }

    private static List<Source> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(ArchitectureTest::source)
                    .toList();
        }
    }

    private static Source source(Path file) {
        try {
            String code = COMMENT_OR_STRING.matcher(Files.readString(file)).replaceAll(" ");
            Path pack = SOURCES.relativize(file).getParent();
            return new Source(file, pack == null ? ROOT : pack.toString(), code);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyPackageHasItsLine() throws IOException {
        Set<String> found = new TreeSet<>();
        for (Source source : sources()) found.add(source.pack);
        assertEquals(new TreeSet<>(MAY_USE.keySet()), found);
    }

    @Test
    void packagesUseOnlyThoseBelow() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Source source : sources())
            for (String used : usedBy(source))
                if (!used.equals(source.pack) && !MAY_USE.get(source.pack).contains(used))
                    wrong.add(source.file + " uses package heaplab." + used);
        assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
    }

    private static Set<String> usedBy(Source source) {
        Set<String> used = new TreeSet<>();
        Matcher matcher = REFERENCE.matcher(source.code);
        while (matcher.find()) used.add(matcher.group(1) == null ? ROOT : matcher.group(1));
        return used;
    }

    @Test
    void librariesStayWhereTheyBelong() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Source source : sources())
            HOMES.forEach(
                    (name, homes) -> {
                        Matcher matcher = Pattern.compile(name).matcher(source.code);
                        if (!homes.contains(source.pack) && matcher.find())
                            wrong.add(source.file + " uses " + matcher.group());
                    });
        assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
    }

    @Test
    void importsNameClasses() throws IOException {
        for (Source source : sources())
            assertTrue(!source.code.contains(".*;"), () -> source.file + ": wildcard import");
    }

    /** The reader itself: it must see what it is to find. */
    @Test
    void referencesAreFound() {
        String code =
                """
                import heaplab.heap.Fit; // heaplab.trace.Trace
                import static heaplab.metrics.Use.PAYLOAD;
                class A { heaplab.Heaps h; String s = "heaplab.cli.Main"; }
                """;
        String bare = COMMENT_OR_STRING.matcher(code).replaceAll(" ");
        assertEquals(
                Set.of("heap", "metrics", ROOT), usedBy(new Source(Path.of("A"), "view", bare)));
    }
}
