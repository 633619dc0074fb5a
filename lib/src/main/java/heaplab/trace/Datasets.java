package heaplab.trace;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import heaplab.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The recordings of real programs, by name: {@code Datasets.trace("git-log")}. They lie in the
 * directory that the system property {@value #PROPERTY} names, else in {@code datasets} in the
 * working directory or the nearest directory above it that has one; {@code index.json} there says
 * what each of them is. Where there are none, all but {@link #directory} throw {@link
 * TraceException}.
 */
public final class Datasets {
    /** System property with the directory of the recordings. */
    public static final String PROPERTY = "heaplab.datasets";

    private static final String INDEX = "index.json";
    private static final String PLACES =
            "datasets/%s here or above, or a directory named by -D%s=".formatted(INDEX, PROPERTY);

    private Datasets() {}

    /** The names of all recordings. */
    public static List<String> names() {
        return recordings().stream().map(Recording::name).toList();
    }

    /**
     * The recording of a name.
     *
     * @throws TraceException that lists the nearest names when there is none
     */
    public static Trace trace(String name) {
        return TraceReader.read(file(name));
    }

    /** What is known of the recording of a name: the program, its command line, and so on. */
    public static Recording recording(String name) {
        return recordings().stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private static TraceException unknown(String name) {
        String expected = Nearest.list(name, names());
        return new TraceException(name, 0, "no recording of that name", expected);
    }

    /** The file of a recording. */
    public static Path file(String name) {
        return expectDirectory().resolve(recording(name).name() + ".rep.gz");
    }

    /** What is known of all recordings. */
    public static List<Recording> recordings() {
        Path index = expectDirectory().resolve(INDEX);
        try {
            return new ObjectMapper()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(index.toFile(), new TypeReference<List<Recording>>() {});
        } catch (IOException e) {
            String found = e.getMessage().lines().findFirst().orElse("nothing");
            throw new TraceException(index.toString(), 0, found, "an array of recordings");
        }
    }

    /** Where the recordings are, if there are any. */
    public static Optional<Path> directory() {
        String named = System.getProperty(PROPERTY);
        if (named != null)
            return Optional.of(Path.of(named)).filter(d -> Files.exists(d.resolve(INDEX)));
        for (Path p = Path.of("").toAbsolutePath(); p != null; p = p.getParent())
            if (Files.exists(p.resolve("datasets").resolve(INDEX)))
                return Optional.of(p.resolve("datasets"));
        return Optional.empty();
    }

    private static Path expectDirectory() {
        return directory()
                .orElseThrow(() -> new TraceException("datasets", 0, "no recordings", PLACES));
    }
}
