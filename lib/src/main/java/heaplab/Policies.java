package heaplab;

import heaplab.heap.Names;
import heaplab.heap.Order;
import heaplab.heap.SizeClasses;
import heaplab.heap.Tracking;
import heaplab.policy.ExplicitTracking;
import heaplab.policy.FirstFit;
import heaplab.policy.SegregatedTracking;
import heaplab.policy.TlsfTracking;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The policies by name: what lies in package {@code heaplab.policy}, so there is no registry, and a
 * new file there is all that a new policy takes. Works from a directory of classes and from a jar.
 */
public final class Policies {
    private static final Class<?> WITNESS = FirstFit.class; // a class of the package
    private static final String CLASS = ".class";

    private Policies() {}

    /** One of each policy of a kind, for instance {@code all(Fit.class)}: "best-fit" and so on. */
    public static <P> SortedMap<String, P> all(Class<P> kind) {
        SortedMap<String, P> found = new TreeMap<>();
        for (Class<?> type : types())
            if (kind.isAssignableFrom(type))
                found.put(Names.kebab(type.getSimpleName()), kind.cast(instance(type)));
        return Collections.unmodifiableSortedMap(found);
    }

    /**
     * Every way to keep track of free blocks, by name: {@code implicit}, {@code explicit-lifo} and
     * so on. Where one is made with an order or with size classes, there is one for each of those.
     */
    public static SortedMap<String, Tracking> trackings() {
        List<Tracking> all = new ArrayList<>(all(Tracking.class).values());
        for (Order order : all(Order.class).values()) all.add(new ExplicitTracking(order));
        for (SizeClasses classes : all(SizeClasses.class).values()) {
            all.add(new SegregatedTracking(classes));
            all.add(new TlsfTracking(classes));
        }
        SortedMap<String, Tracking> named = new TreeMap<>();
        for (Tracking tracking : all) named.put(Names.dashed(tracking.toString()), tracking);
        return Collections.unmodifiableSortedMap(named);
    }

    /**
     * The policy of a kind and a name.
     *
     * @throws IllegalArgumentException that lists the nearest names when there is none
     */
    public static <P> P named(Class<P> kind, String name) {
        SortedMap<String, P> all = all(kind);
        if (all.containsKey(name)) return all.get(name);
        throw new IllegalArgumentException(
                "found %s, expected %s".formatted(name, Nearest.list(name, all.keySet())));
    }

    private static Iterable<Class<?>> types() {
        try {
            Path place =
                    Path.of(WITNESS.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(place)) return types(place);
            try (FileSystem jar = FileSystems.newFileSystem(place)) {
                return types(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Iterable<Class<?>> types(Path root) throws IOException {
        Path directory = root.resolve(WITNESS.getPackageName().replace('.', '/'));
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(CLASS) && !name.contains("$"))
                    .<Class<?>>map(name -> load(name.substring(0, name.length() - CLASS.length())))
                    .filter(type -> Modifier.isPublic(type.getModifiers()))
                    .toList();
        }
    }

    private static Class<?> load(String simpleName) {
        try {
            return Class.forName(WITNESS.getPackageName() + "." + simpleName);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object instance(Class<?> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    type + ": expected a public constructor without parameters", e);
        }
    }
}
