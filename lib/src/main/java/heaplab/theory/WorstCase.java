package heaplab.theory;

/**
 * Robson's N(live, largest), found by search instead of by his formula: the smallest heap, in
 * words, in which an allocator can serve every program that never has more than so many words live,
 * if requests are 1, 2, 4 ... largest words, blocks have no headers, may start at any word and are
 * never moved.
 *
 * <p>Sources: J. M. Robson, "An Estimate of the Store Size Necessary for Dynamic Storage
 * Allocation" (Journal of the ACM 18, 1971) and Robson 1974, see {@link Bounds}.
 */
public final class WorstCase {
    private WorstCase() {}

    /**
     * N(live, largest), every move of both sides tried. Seconds up to a heap of 17 words; see
     * {@link HeapGame} for the cost.
     *
     * @param live 1 word or more
     * @param largest a power of two, at most live
     * @throws IllegalArgumentException when a heap that has to be tried has too many states
     */
    public static int heap(int live, int largest) {
        require(live, largest);
        int words = live;
        while (!new HeapGame(words, live, largest).allocatorWins()) words++;
        return words;
    }

    /**
     * N(live, 2) from both sides: one program defeats every allocator in a heap that is one word
     * smaller, and one allocator withstands every program in this one. Well under a second for 16
     * words live.
     *
     * @param live 2 to 20 words
     * @throws IllegalStateException when the two do not meet, so that neither proves anything
     */
    public static Pairs pairs(int live) {
        require(live, 2);
        int words = live;
        long reserved = new Reservation(words, live).find();
        while (reserved < 0) reserved = new Reservation(++words, live).find();
        RobsonAttack attack = new RobsonAttack(words - 1, live, 2);
        if (words > live && !attack.succeeds())
            throw new IllegalStateException(
                    "N(%d, 2): %d words are enough, %d not shown to be too few"
                            .formatted(live, words, words - 1));
        return new Pairs(live, words, reserved, attack.answers());
    }

    private static void require(int live, int largest) {
        if (largest < 1 || largest > live || Integer.bitCount(largest) != 1)
            throw new IllegalArgumentException(
                    "largest %d: expected a power of two from 1 to %d".formatted(largest, live));
    }

    /**
     * What {@link #pairs} has found.
     *
     * @param live most words allocated at once
     * @param heap the smallest heap, words
     * @param reserved words of it, a bit each, that the allocator never gives to a single word
     * @param answers of allocators that were tried in the heap that is one word smaller
     */
    public record Pairs(int live, int heap, long reserved, long answers) {
        /** The words from left to right: "-" is open to all requests, "2" to pairs only. */
        public String map() {
            StringBuilder map = new StringBuilder();
            for (int p = 0; p < heap; p++) map.append((reserved >> p & 1) == 0 ? '-' : '2');
            return map.toString();
        }

        @Override
        public String toString() {
            return ("N(%d, 2) = %d. In %d words one program defeats every allocator (%,d answers"
                            + " tried); in %d words an allocator that keeps the words marked 2 for"
                            + " pairs serves every program: %s")
                    .formatted(live, heap, heap - 1, answers, heap, map());
        }
    }
}
