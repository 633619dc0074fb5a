package heaplab.heap;

import java.util.Locale;

/**
 * The names of policies, made from their classes, so that there is no registry: {@code BestFit}
 * reads "best fit", and is {@code best-fit} on the command line.
 */
public final class Names {
    private Names() {}

    /**
     * A policy's name in words: its own toString if it has one, else its class name taken apart.
     */
    public static String of(Object policy) {
        Class<?> type = policy.getClass();
        if (type.isHidden() || type.isSynthetic()) return "lambda";
        return hasOwnText(type) ? policy.toString() : words(type.getSimpleName());
    }

    private static boolean hasOwnText(Class<?> type) {
        try {
            return type.getMethod("toString").getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** "BestFit" in words: "best fit". */
    public static String words(String className) {
        return className.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    /** "BestFit" on the command line: "best-fit". */
    public static String kebab(String className) {
        return dashed(words(className));
    }

    /** "explicit LIFO" on the command line: "explicit-lifo". */
    public static String dashed(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-").replaceAll("-$", "");
    }
}
