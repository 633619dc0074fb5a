package heaplab.theory;

/**
 * Robson's program against every allocator at once: whatever places an allocator chooses, a heap of
 * so few words is not enough. Before each doubling of its requests the program keeps the blocks
 * that occupy one word in every 2^i, at an offset of its choice, frees the others, and asks for
 * blocks of 2^i words up to its limit.
 *
 * <p>Depth first: the allocator's answer to equal requests in a row is a set of places, whatever
 * their order. Cost: for 22 words and 16 live the 74,613 ways to place 16 single words, and few
 * answers to each. Source: Robson 1974; {@link RobsonProgram} plays it against real allocators.
 */
final class RobsonAttack {
    private final int words;
    private final int live; // most words allocated at once
    private final int last; // log2 of the largest request
    private long answers; // sets of places tried

    RobsonAttack(int words, int live, int largest) {
        this.words = words;
        this.live = live;
        last = Integer.numberOfTrailingZeros(largest);
    }

    /** Whether this program alone defeats every allocator; a no says nothing of other programs. */
    boolean succeeds() {
        return defeats(0, new long[last + 1]);
    }

    /** How many answers of allocators were tried. */
    long answers() {
        return answers;
    }

    /** Whether requests of 2^i words and larger defeat every allocator, from these blocks on. */
    private boolean defeats(int i, long[] starts) {
        if (i > last) return false;
        for (int offset = 0; offset < 1 << i; offset++) {
            long[] kept = kept(i, offset, starts);
            int count = live - used(kept) >> i;
            if (everyAnswerFails(i, kept, free(kept), 0, count)) return true;
        }
        return false;
    }

    /** The blocks that occupy a word which leaves this rest when divided by 2^i. */
    private long[] kept(int i, int offset, long[] starts) {
        long[] kept = new long[starts.length];
        for (int k = 0; k < i; k++)
            for (long rest = starts[k]; rest != 0; rest &= rest - 1) {
                int p = Long.numberOfTrailingZeros(rest);
                if ((offset - p & (1 << i) - 1) < 1 << k) kept[k] |= 1L << p;
            }
        return kept;
    }

    private static int used(long[] starts) {
        int used = 0;
        for (int k = 0; k < starts.length; k++) used += Long.bitCount(starts[k]) << k;
        return used;
    }

    private long free(long[] starts) {
        long free = (1L << words) - 1;
        for (int k = 0; k < starts.length; k++)
            for (long rest = starts[k]; rest != 0; rest &= rest - 1)
                free &= ~(((1L << (1 << k)) - 1) << Long.numberOfTrailingZeros(rest));
        return free;
    }

    /** Tries all ways to place so many blocks of 2^i words at or after a word. */
    private boolean everyAnswerFails(int i, long[] starts, long free, int from, int count) {
        if (count == 0) {
            answers++;
            return defeats(i + 1, starts);
        }
        int size = 1 << i;
        for (int p = from; p + size <= words; p++) {
            long block = (1L << size) - 1 << p;
            if ((free & block) != block) continue;
            starts[i] |= 1L << p;
            boolean fails = everyAnswerFails(i, starts, free & ~block, p + size, count - 1);
            starts[i] &= ~(1L << p);
            if (!fails) return false;
        }
        return true;
    }
}
