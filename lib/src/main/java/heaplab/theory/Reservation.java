package heaplab.theory;

import java.util.Arrays;

/**
 * Allocators for requests of one and two words that never put a single word at certain words, and
 * are free otherwise: such a one serves every program if enough words are left for singles, and if
 * leaving no pair of free neighbours takes more words than a program may have.
 *
 * <p>The first is a count. The second is a cheapest way through the words from left to right, so
 * one allocator is checked against all programs in linear time, and all sets of reserved words are
 * tried. Cost: 245,157 sets for 23 words and 16 live. Source: Knuth, TAOCP 1, section 2.5,
 * exercises 36 to 38 (a lunch counter for singles and pairs).
 */
final class Reservation {
    private static final int NEVER = 1 << 20;

    private final int words;
    private final int live; // most words allocated at once

    Reservation(int words, int live) {
        this.words = words;
        this.live = live;
    }

    /** The first set of reserved words that serves every program, a bit each; -1: there is none. */
    long find() {
        if (words == live) return isSafe(0) ? 0 : -1;
        long end = 1L << words;
        long set = (1L << words - live) - 1; // all others are open to single words
        while (set < end) {
            if (isSafe(set)) return set;
            long low = set & -set; // the next larger number with as many bits
            long up = set + low;
            set = up | (set ^ up) / low >> 2;
        }
        return -1;
    }

    /** Whether a pair finds room whenever at most live - 2 words are in use. */
    boolean isSafe(long reserved) {
        return cheapestSiege(reserved) > live - 2;
    }

    /** The fewest words in use, no single one reserved, between which no two free ones touch. */
    int cheapestSiege(long reserved) {
        int[] afterUsed = new int[words + 2]; // cost up to a word, the one before it being used
        int[] afterFree = new int[words + 2];
        Arrays.fill(afterUsed, NEVER);
        Arrays.fill(afterFree, NEVER);
        afterUsed[0] = 0;
        for (int p = 0; p < words; p++) {
            int any = Math.min(afterUsed[p], afterFree[p]);
            afterFree[p + 1] = afterUsed[p];
            if ((reserved >> p & 1) == 0) afterUsed[p + 1] = Math.min(afterUsed[p + 1], any + 1);
            if (p + 2 <= words) afterUsed[p + 2] = Math.min(afterUsed[p + 2], any + 2);
        }
        return Math.min(afterUsed[words], afterFree[words]);
    }
}
