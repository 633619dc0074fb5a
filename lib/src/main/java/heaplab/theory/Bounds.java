package heaplab.theory;

import java.util.stream.IntStream;

/**
 * What is known in general of fragmentation, as formulas to draw beside measurements. Live is the
 * most words a program has allocated at once (Robson's M), largest its largest request (his n).
 *
 * <p>Sources: J. M. Robson, "Bounds for Some Functions Concerning Dynamic Storage Allocation"
 * (Journal of the ACM 21, 1974); the same, "Worst Case Fragmentation of First Fit and Best Fit
 * Storage Allocation Strategies" (Computer Journal 20, 1977); Knuth, TAOCP 1, section 2.5, with
 * exercises 38 to 43; P. J. Denning, "Virtual Memory" (Computing Surveys 2, 1970).
 */
public final class Bounds {
    private Bounds() {}

    /**
     * The smallest heap, in words, in which an allocator can serve every program whose requests are
     * powers of two: live / 2 log2(largest) + live - largest + 1, where largest divides live.
     * Robson 1974.
     */
    public static double anyAllocator(double live, double largest) {
        double log2 = Math.log(largest) / Math.log(2);
        return live * log2 / 2 + live - largest + 1;
    }

    /**
     * A heap, in words, that is always enough for first fit: live H / ln 2, where H is the sum of
     * 1/k for k from 1 to largest. Knuth's exercise 43, after Robson 1977.
     */
    public static double firstFit(double live, double largest) {
        double harmonic = IntStream.rangeClosed(1, (int) largest).mapToDouble(k -> 1.0 / k).sum();
        return live * harmonic / Math.log(2);
    }

    /**
     * What best fit can be made to need, in words, but for terms that do not grow with live times
     * largest: live largest. Knuth's exercise 42, after Robson 1977.
     */
    public static double bestFit(double live, double largest) {
        return live * largest;
    }

    /**
     * The fifty-percent rule: free blocks for each live one in equilibrium, p / 2, where p is the
     * probability (0 to 1) that a request leaves a rest. Knuth, theorem A.
     */
    public static double freePerLive(double p) {
        return p / 2;
    }

    /**
     * The part of memory that is free where the fifty-percent rule holds with p = 1 and a free
     * block is on average k times as large as a live one: k / (k + 2). Denning 1970.
     */
    public static double unusedMemory(double k) {
        return k / (k + 2);
    }
}
