package heaplab.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * Programs of the literature, and two tiny ones made by hand. Sizes in words are blocks with tags
 * of {@value #TAG_BYTES} bytes, so that the heap of boundary tags shows round numbers.
 */
public final class Classics {
    /** Bytes of tags in an allocated block with boundary tags. */
    public static final int TAG_BYTES = 8;

    private static final int WORD = 4;

    private Classics() {}

    /**
     * Knuth's simulation: at every tick of a clock first the blocks whose time has come are freed,
     * then a new one is allocated, with a random size and a lifetime of 1 to {@code longest} ticks,
     * all equally likely. So about half of {@code longest} blocks are live. Everything that is left
     * is freed in the end. Source: TAOCP 1, section 2.5.
     *
     * @param ticks 0 or more
     */
    public static Trace knuth(int ticks, int longest, Sizes sizes, long seed) {
        Random random = new Random(seed);
        Trace.Builder trace = Trace.named("Knuth's simulation");
        List<Deque<Integer>> due = new ArrayList<>(); // ids by the tick that frees them
        for (int tick = 0; tick <= ticks + longest; tick++) due.add(new ArrayDeque<>());
        for (int tick = 0; tick <= ticks + longest; tick++) {
            due.get(tick).forEach(trace::free);
            if (tick >= ticks) continue;
            trace.malloc(tick, sizes.next(random));
            due.get(tick + 1 + random.nextInt(longest)).add(tick);
        }
        return trace.build();
    }

    /**
     * Makes holes of 1300 and 1200 words in a heap and then asks for blocks of so many words, which
     * it keeps. What no hole takes makes the heap grow. For a heap that grows by what is asked for
     * ({@code recipe.withChunk(8)}): where chunks are larger, their rests are holes as well.
     */
    public static Trace holes(String name, int... requestWords) {
        Trace.Builder trace = Trace.named(name);
        int[] start = {1300, 4, 1200, 4};
        for (int words : start) trace.malloc(trace.ids(), payload(words));
        trace.free(0).free(2);
        for (int words : requestWords) trace.malloc(trace.ids(), payload(words));
        return trace.build();
    }

    /** Holes of 1300 and 1200 words, requests of 1000, 1100 and 250: first fit serves them all. */
    public static Trace firstFitWins() {
        return holes("first fit wins", 1000, 1100, 250);
    }

    /** Holes of 1300 and 1200 words, requests of 1100 and 1250: best fit serves them both. */
    public static Trace bestFitWins() {
        return holes("best fit wins", 1100, 1250);
    }

    /** Bytes to ask for so that a block with boundary tags has this many words, an even number. */
    public static int payload(int blockWords) {
        return blockWords * WORD - TAG_BYTES;
    }
}
