package heaplab.trace;

import java.util.Random;

/**
 * How large the requests of a random program are. Spread is the coefficient of variation: standard
 * deviation / mean. All answers are 1 byte or more, and the same on every Java.
 */
@FunctionalInterface
public interface Sizes {
    /** The next request, in bytes. */
    int next(Random random);

    /** Always the same: spread 0. */
    static Sizes fixed(int bytes) {
        return random -> bytes;
    }

    /** Any of these, equally likely: exact fits are frequent. */
    static Sizes of(int... bytes) {
        return random -> bytes[random.nextInt(bytes.length)];
    }

    /** From a least to a most, all equally likely. */
    static Sizes uniform(int least, int most) {
        return random -> least + random.nextInt(most - least + 1);
    }

    /**
     * With a mean and a spread, by the simplest distribution that has them: uniform up to a spread
     * of 0.57, exponential at 1, two exponentials in a mixture above (balanced means), and in
     * between the sum of a constant and an exponential.
     *
     * @param mean in bytes, 1 or more
     * @param spread 0 or more
     */
    static Sizes spread(int mean, double spread) {
        if (mean < 1 || !(spread >= 0))
            throw new IllegalArgumentException(
                    "mean %d, spread %s: expected 1 or more, 0 or more".formatted(mean, spread));
        double half = StrictMath.sqrt(3) * spread * mean;
        if (half < mean) return random -> round(mean - half + 2 * half * random.nextDouble());
        if (spread <= 1) return random -> round(mean * (1 - spread + spread * exponential(random)));
        double square = spread * spread;
        double often = (1 + StrictMath.sqrt((square - 1) / (square + 1))) / 2; // probability
        return random -> {
            double share = random.nextDouble() < often ? often : 1 - often;
            return round(mean / (2 * share) * exponential(random));
        };
    }

    private static double exponential(Random random) {
        return -StrictMath.log(1 - random.nextDouble());
    }

    private static int round(double bytes) {
        return (int) Math.max(1, Math.rint(bytes));
    }
}
