package heaplab.alloc;

import java.math.BigInteger;

/**
 * The random numbers that Python gives for a whole-number seed, so that an exercise with a seed is
 * the same exercise in both languages: {@code random.seed(seed)}, then {@code random.random()}.
 *
 * <p>A state of 624 words is twisted as a whole, and each word tempered as it is drawn; a double
 * takes 27 bits of one word and 26 of the next. The sign of a seed does not count.
 *
 * <p>Cost: 2.5 KB, and constant time per number. Source: Matsumoto and Nishimura, Mersenne Twister,
 * ACM TOMACS 8(1), 1998, with the initialization by array of 2002.
 */
public final class MersenneTwister {
    private static final int WORDS = 624;
    private static final int SHIFT = 397;
    private static final int UPPER = 0x80000000; // the bit taken from the word itself
    private static final int MATRIX = 0x9908b0df;

    private final int[] state = new int[WORDS];
    private int drawn = WORDS; // words of the state

    /** For a seed of any size. */
    public MersenneTwister(BigInteger seed) {
        initialize(words(seed.abs()));
    }

    public MersenneTwister(long seed) {
        this(BigInteger.valueOf(seed));
    }

    /** At least 0 and below 1, with 53 random bits. */
    public double random() {
        long high = word() >>> 5;
        long low = word() >>> 6;
        return (high * (1L << 26) + low) / (double) (1L << 53);
    }

    /** A whole number from 0 on, below the bound, as {@code int(random.random() * bound)}. */
    public int below(int bound) {
        return (int) (random() * bound);
    }

    /** The words of a number, the lowest first; at least one. */
    private static int[] words(BigInteger number) {
        int[] words = new int[Math.max(1, (number.bitLength() + 31) / 32)];
        for (int i = 0; i < words.length; i++) words[i] = number.shiftRight(32 * i).intValue();
        return words;
    }

    private void initialize(int[] key) {
        state[0] = 19650218;
        for (int i = 1; i < WORDS; i++) state[i] = 1812433253 * mixed(i - 1) + i;
        int i = 1;
        int j = 0;
        for (int k = Math.max(WORDS, key.length); k > 0; k--) {
            state[i] = (state[i] ^ mixed(i - 1) * 1664525) + key[j] + j;
            i = next(i);
            j = (j + 1) % key.length;
        }
        for (int k = WORDS - 1; k > 0; k--) {
            state[i] = (state[i] ^ mixed(i - 1) * 1566083941) - i;
            i = next(i);
        }
        state[0] = UPPER;
    }

    private int mixed(int i) {
        return state[i] ^ state[i] >>> 30;
    }

    /** The position after this one; past the end the last word comes round to the front. */
    private int next(int i) {
        if (i + 1 < WORDS) return i + 1;
        state[0] = state[WORDS - 1];
        return 1;
    }

    private int word() {
        if (drawn == WORDS) twist();
        int y = state[drawn++];
        y ^= y >>> 11;
        y ^= y << 7 & 0x9d2c5680;
        y ^= y << 15 & 0xefc60000;
        return y ^ y >>> 18;
    }

    private void twist() {
        for (int i = 0; i < WORDS; i++) {
            int y = state[i] & UPPER | state[(i + 1) % WORDS] & ~UPPER;
            state[i] = state[(i + SHIFT) % WORDS] ^ y >>> 1 ^ ((y & 1) == 0 ? 0 : MATRIX);
        }
        drawn = 0;
    }
}
