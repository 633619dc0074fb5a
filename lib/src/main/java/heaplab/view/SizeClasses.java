package heaplab.view;

import heaplab.trace.Trace;
import heaplab.trace.TraceFacts;
import java.util.Arrays;
import java.util.stream.IntStream;

/** How many requests of a trace fall into each class of sizes from one power of two to the next. */
final class SizeClasses {
    private final long[] counts; // by log2 of the least size

    SizeClasses(Trace trace) {
        counts = Arrays.copyOfRange(TraceFacts.of(trace).sizes(), 1, Integer.SIZE);
    }

    long count(int log2) {
        return counts[log2];
    }

    long total() {
        return Arrays.stream(counts).sum();
    }

    /** The classes from the first that has a request to the last; none for an empty trace. */
    IntStream used() {
        int last = counts.length - 1;
        while (last >= 0 && counts[last] == 0) last--;
        int first = 0;
        while (first < last && counts[first] == 0) first++;
        return IntStream.rangeClosed(first, last);
    }

    /** "512", "4 Ki": a power of two. */
    static String least(int log2) {
        return (1L << log2 % 10) + new String[] {"", " Ki", " Mi", " Gi"}[log2 / 10];
    }

    /** The sizes of a class: "1", "512 to 1 Ki", the latter exclusive. */
    static String range(int log2) {
        return log2 == 0 ? "1" : least(log2) + " to " + least(log2 + 1);
    }
}
