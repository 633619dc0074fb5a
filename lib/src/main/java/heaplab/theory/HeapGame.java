package heaplab.theory;

import java.util.BitSet;

/**
 * Program against allocator, played to the end: can the allocator serve every program for ever in
 * this many words? A state is a way to cover the heap with free words and blocks; its number is a
 * sum over its blocks, because tilings are counted in the order of their first difference, so a
 * move is one addition.
 *
 * <p>A state is lost when a request can be made for which every place leads to a lost state, or
 * when freeing a block leads to one. Sweeps over all states until nothing changes. Cost: some 2.5
 * to the power of the words, a bit each; 2 s for 17 words. Setting: Robson 1971 and 1974.
 */
final class HeapGame {
    private static final int MOST_STATES = 1 << 26;

    private final int words;
    private final int live; // most words allocated at once
    private final int kinds; // sizes are 1, 2, 4 ... 2^(kinds - 1)
    private final int[][] codes; // by log2 of the size, then by word: what a block adds
    private final BitSet lost = new BitSet();
    private final int[] blocks; // codes of the blocks of the state that is looked at
    private boolean changed;

    HeapGame(int words, int live, int largest) {
        this.words = words;
        this.live = live;
        kinds = Integer.numberOfTrailingZeros(largest) + 1;
        codes = codes(words, kinds);
        blocks = new int[words];
    }

    /** Whether there is an allocator that no program can defeat. */
    boolean allocatorWins() {
        do {
            changed = false;
            visit(0, 0, 0, 0, 0);
        } while (changed && !lost.get(0));
        return !lost.get(0);
    }

    private static int[][] codes(int words, int kinds) {
        long[] tilings = tilings(words, kinds);
        if (tilings[words] > MOST_STATES)
            throw new IllegalArgumentException(
                    "%d words have %,d states: expected at most %,d"
                            .formatted(words, tilings[words], MOST_STATES));
        int[][] codes = new int[kinds][words];
        for (int p = 0; p < words; p++) {
            long before = tilings[words - p - 1];
            for (int k = 0; k < kinds && p + (1 << k) <= words; k++) {
                codes[k][p] = (int) before;
                before += tilings[words - p - (1 << k)];
            }
        }
        return codes;
    }

    private static long[] tilings(int words, int kinds) {
        long[] tilings = new long[words + 1];
        tilings[0] = 1;
        for (int length = 1; length <= words; length++) {
            tilings[length] = tilings[length - 1];
            for (int k = 0; k < kinds && 1 << k <= length; k++)
                tilings[length] += tilings[length - (1 << k)];
        }
        return tilings;
    }

    /** All states that begin with these blocks: the words from p on are still to be covered. */
    private void visit(int p, int code, int used, int count, long free) {
        if (p == words) {
            if (!lost.get(code) && isLost(code, used, count, free)) {
                lost.set(code);
                changed = true;
            }
            return;
        }
        visit(p + 1, code, used, count, free | 1L << p);
        for (int k = 0; k < kinds && p + (1 << k) <= words && used + (1 << k) <= live; k++) {
            blocks[count] = codes[k][p];
            visit(p + (1 << k), code + codes[k][p], used + (1 << k), count + 1, free);
        }
    }

    private boolean isLost(int code, int used, int count, long free) {
        for (int i = 0; i < count; i++) if (lost.get(code - blocks[i])) return true;
        long places = free; // where a block of 2^k words can start
        for (int k = 0; k < kinds && used + (1 << k) <= live; k++) {
            if (!hasSafePlace(code, places, codes[k])) return true;
            places &= places >> (1 << k);
        }
        return false;
    }

    private boolean hasSafePlace(int code, long places, int[] added) {
        for (long rest = places; rest != 0; rest &= rest - 1)
            if (!lost.get(code + added[Long.numberOfTrailingZeros(rest)])) return true;
        return false;
    }
}
