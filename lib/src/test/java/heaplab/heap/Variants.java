package heaplab.heap;

import heaplab.policy.AlwaysSplit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every way to put a list heap together. The policies are found by scanning their package, so a new
 * one is tested without another edit; each must have a constructor without parameters.
 */
public final class Variants {
    static final List<Tracking> TRACKINGS = List.of(Tracking.IMPLICIT);
    static final List<Fit> FITS = policies(Fit.class);
    static final List<Split> SPLITS = policies(Split.class);
    static final List<Coalesce> COALESCES = policies(Coalesce.class);

    private static final int CHUNK_BYTES = 64;
    private static final int LIMIT_BYTES = 2048;

    private Variants() {}

    /** All recipes: tracking x fit x split x coalesce x tags x alignment x realloc. */
    public static List<Recipe> recipes() {
        List<Recipe> all = new ArrayList<>();
        for (Tracking tracking : TRACKINGS)
            for (Fit fit : FITS)
                for (Split split : SPLITS)
                    for (Coalesce coalesce : COALESCES) addAll(all, tracking, fit, split, coalesce);
        return all;
    }

    private static void addAll(
            List<Recipe> all, Tracking tracking, Fit fit, Split split, Coalesce coalesce) {
        for (Tags tags : Tags.values())
            for (int alignment : new int[] {8, 16})
                for (Realloc realloc : Realloc.values())
                    all.add(
                            new Recipe(
                                    tracking,
                                    fit,
                                    split,
                                    coalesce,
                                    tags,
                                    realloc,
                                    alignment,
                                    CHUNK_BYTES,
                                    LIMIT_BYTES));
    }

    /** One of each policy of a kind, by name. */
    static <P> List<P> policies(Class<P> kind) {
        Class<?> witness = AlwaysSplit.class;
        try (Stream<Path> files =
                Files.list(Path.of(witness.getResource("AlwaysSplit.class").toURI()).getParent())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$"))
                    .sorted()
                    .map(name -> witness.getPackageName() + "." + name.replace(".class", ""))
                    .map(Variants::load)
                    .filter(kind::isAssignableFrom)
                    .map(type -> kind.cast(instance(type)))
                    .toList();
        } catch (IOException | java.net.URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Object instance(Class<?> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(
                    type + ": expected a public constructor without parameters", e);
        }
    }
}
