package heaplab.jar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.dflib.jjava.jupyter.Extension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests the jar as it is shipped, in JVMs of its own.
 *
 * <p>They run on the JDK of the build and on those that the environment variable {@code
 * HEAPLAB_JDKS} lists, separated like a class path.
 */
class JarIT {
    private static final Path JAR = Path.of(System.getProperty("heaplab.jar"));

    /** What Tablesaw, XChart and Guava mention and the kit never uses; kernels bring jjava. */
    private static final List<String> ABSENT =
            List.of(
                    "javax.annotation.",
                    "heaplab.shaded.google.errorprone.",
                    "org.dflib.jjava.",
                    "org.slf4j.event.EventConstants",
                    "smile.data.",
                    "de.erichseifert.",
                    "de.rototor.",
                    "com.madgag.",
                    "org.apache.pdfbox.",
                    "org.scilab.");

    @TempDir Path folder;

    static Stream<String> jdks() {
        String more = System.getenv().getOrDefault("HEAPLAB_JDKS", "");
        return Stream.concat(
                        Stream.of(System.getProperty("java.home")),
                        Arrays.stream(more.split(File.pathSeparator)))
                .filter(home -> !home.isBlank())
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void tablesChartsExtensionAndSourcesWorkWithoutAWordOnStderr(String jdk) throws Exception {
        String path = String.join(File.pathSeparator, JAR.toString(), here(), kernelClasses());
        assertEquals(
                List.of(
                        "written 4",
                        "types [STRING, INTEGER, DOUBLE]",
                        "first größte",
                        "sorted [5, 4, 3]",
                        "groups 2",
                        "joined 5",
                        "filtered 2",
                        "crossed 3",
                        "dates 0",
                        "html true",
                        "chart 800x400",
                        "extension heaplab.notebook.KernelExtension",
                        "source true"),
                run(jdk, "-cp", path, JarProbe.class.getName(), folder.toString()));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void jarRunsByItself(String jdk) throws Exception {
        List<String> lines = run(jdk, "-jar", JAR.toString(), "--version");
        assertTrue(lines.get(0).startsWith("heaplab 1."), lines.toString());
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void policiesAreFoundInTheJar(String jdk) throws Exception {
        Path trace = Files.writeString(folder.resolve("x.rep"), "20000 1 2 1\na 0 10\nr 0 20\n");
        String[] command = {"-jar", JAR.toString(), "addresses", "--allocator", "best-fit"};
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.add(trace.toString());
        assertEquals(List.of("16", "40"), run(jdk, arguments.toArray(String[]::new)));
    }

    @Test
    void numbersAreWrittenAlikeInEveryCountry() throws Exception {
        Path trace = Files.writeString(folder.resolve("x.rep"), "20000 1 1 1\na 0 5000\n");
        String[] command = {"-jar", JAR.toString(), "compare", "--recipes", "first-fit"};
        List<String> arguments = new ArrayList<>(List.of("-Duser.language=de"));
        arguments.addAll(List.of(command));
        arguments.add(trace.toString());
        List<String> lines = run(System.getProperty("java.home"), arguments.toArray(String[]::new));
        assertEquals("x: 1 operations, 1 ids, peak 5,000 bytes", lines.get(0));
    }

    @Test
    void jarIsAtMost12Megabytes() throws IOException {
        assertTrue(Files.size(JAR) <= 12_000_000, Files.size(JAR) + " bytes");
    }

    @Test
    void everyClassFindsTheClassesItMentions() {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        ToolProvider.findFirst("jdeps").orElseThrow().run(out, out, "--missing-deps", "" + JAR);
        List<String> missing =
                text.toString()
                        .lines()
                        .filter(line -> line.startsWith("   ") && line.endsWith("not found"))
                        .filter(line -> ABSENT.stream().noneMatch(line.split("-> ")[1]::startsWith))
                        .toList();
        assertEquals(List.of(), missing);
        assertTrue(text.toString().contains("smile.data."), "what jdeps wrote: " + text);
    }

    @Test
    void bundledLibrariesBringTheirLicencesAndNoSignatures() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            List<String> names = jar.stream().map(entry -> entry.getName()).toList();
            for (String library : List.of("classgraph", "commons-math3", "guava", "icu4j")) {
                String start = "META-INF/licenses/" + library;
                assertTrue(names.stream().anyMatch(name -> name.startsWith(start)), library);
            }
            assertTrue(names.contains("META-INF/NOTICE"));
            assertTrue(
                    names.stream()
                            .noneMatch(
                                    name ->
                                            name.endsWith("module-info.class")
                                                    || name.matches("META-INF/[^/]*\\.(SF|RSA)")
                                                    || name.startsWith("com/google/")));
        }
    }

    private List<String> run(String jdk, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(jdk, "bin", "java").toString()));
        command.addAll(List.of("-Djava.awt.headless=true", "-Dstdout.encoding=UTF-8"));
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-Xmx512m"));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertEquals("", Files.readString(err), "stderr of " + command);
        assertTrue(ended, "still running after 60 s: " + command);
        assertEquals(0, process.exitValue(), "exit code of " + command);
        return Files.readAllLines(out);
    }

    private static String here() {
        return location(JarProbe.class);
    }

    /** The kernel's own classes, which are not part of the jar. */
    private static String kernelClasses() {
        return location(Extension.class);
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
