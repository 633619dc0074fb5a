package heaplab.trace;

import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * Random programs, each with one habit of real ones. All take the number of operations, 0 or more,
 * rounded down to an even one, since every block is freed in the end; and a seed, 1 if none is
 * given: it gives the same trace on every Java, because {@link Random}'s algorithm is specified.
 *
 * <p>Source of the habits: Wilson, Johnstone, Neely, Boles, "Dynamic Storage Allocation: A Survey
 * and Critical Review" (1995), where ramps, peaks and plateaus are found in real programs; for
 * {@link #larson} see there. Random lifetimes are the null hypothesis: no real program has them.
 */
public final class Workloads {
    private static final long SEED = 1;
    private static final int LIVE = 1000; // blocks at the equilibrium of a long trace

    private Workloads() {}

    public static Trace uniform(int operations) {
        return uniform(operations, SEED);
    }

    /**
     * Sizes from 1 to 1024 bytes, all equally likely; about 1000 blocks live, each equally likely
     * to be freed next. The classic simulation since Knuth (TAOCP 1, section 2.5), kind to every
     * policy.
     */
    public static Trace uniform(int operations, long seed) {
        Random random = new Random(seed);
        return equilibrium("uniform", operations, random, () -> 1 + random.nextInt(1024));
    }

    public static Trace powerLaw(int operations) {
        return powerLaw(operations, SEED);
    }

    /**
     * Half of the blocks have 16 to 31 bytes, a quarter 32 to 63, an eighth 64 to 127 and so on up
     * to 64 KiB: most blocks are small, most bytes are in large ones, as in most real programs
     * (Johnstone and Wilson, "The Memory Fragmentation Problem: Solved?", 1998).
     */
    public static Trace powerLaw(int operations, long seed) {
        Random random = new Random(seed);
        return equilibrium("power law", operations, random, () -> powerLawBytes(random));
    }

    private static int powerLawBytes(Random random) {
        int least = 16 << Math.min(Integer.numberOfTrailingZeros(random.nextInt()), 11);
        return least + random.nextInt(least);
    }

    public static Trace bimodal(int operations) {
        return bimodal(operations, SEED);
    }

    /**
     * Three nodes of 16 to 64 bytes to one buffer of 1 to 4 KiB: list or tree cells beside strings
     * and I/O buffers. Small blocks land in large holes and keep them from being used again.
     */
    public static Trace bimodal(int operations, long seed) {
        Random random = new Random(seed);
        return equilibrium(
                "bimodal",
                operations,
                random,
                () ->
                        random.nextInt(4) > 0
                                ? 16 + random.nextInt(49)
                                : 1024 + random.nextInt(3073));
    }

    public static Trace ramp(int operations) {
        return ramp(operations, SEED);
    }

    /**
     * Memory only grows: two blocks to keep, one that is freed at once; all is freed at the end, in
     * the order it came. A program that builds up a result: a log, a table, an index.
     */
    public static Trace ramp(int operations, long seed) {
        Random random = new Random(seed);
        LiveBlocks live = new LiveBlocks("ramp", operations);
        while (live.roomFor(2)) {
            live.malloc(powerLawBytes(random));
            if (random.nextInt(3) == 0) live.freeNewest();
        }
        return live.freeAll();
    }

    public static Trace plateau(int operations) {
        return plateau(operations, SEED);
    }

    /**
     * A quarter of the trace builds a structure, the rest of it works with that: blocks that live
     * for a few operations. An interpreter that has loaded its program, a compiler its headers.
     */
    public static Trace plateau(int operations, long seed) {
        Random random = new Random(seed);
        LiveBlocks live = new LiveBlocks("plateau", operations);
        int kept = operations / 8;
        for (int i = 0; i < kept; i++) live.malloc(powerLawBytes(random));
        while (live.roomFor(2)) {
            if (live.count() > kept && random.nextInt(8) < live.count() - kept)
                live.free(kept + random.nextInt(live.count() - kept));
            else live.malloc(1 + random.nextInt(256));
        }
        return live.freeAll();
    }

    public static Trace peak(int operations) {
        return peak(operations, SEED);
    }

    /**
     * Ten times memory grows, and all but every sixteenth block is freed again: a compiler that
     * goes through a file function by function, a server through its requests. What is left over
     * pins the pages of each phase.
     */
    public static Trace peak(int operations, long seed) {
        Random random = new Random(seed);
        LiveBlocks live = new LiveBlocks("peak", operations);
        int blocks = Math.max(1, operations / 20); // of each peak
        while (live.roomFor(2 * blocks)) {
            int before = live.count();
            for (int i = 0; i < blocks; i++) live.malloc(powerLawBytes(random));
            for (int i = live.count() - 1; i >= before; i--)
                if (random.nextInt(16) > 0) live.free(i);
        }
        return live.freeAll();
    }

    public static Trace lifo(int operations) {
        return lifo(operations, SEED);
    }

    /**
     * The newest block is freed first, as by recursion: a parser, a tree walk. Free memory stays in
     * one piece under every policy.
     */
    public static Trace lifo(int operations, long seed) {
        return ends("LIFO", operations, seed, LiveBlocks::freeNewest);
    }

    public static Trace fifo(int operations) {
        return fifo(operations, SEED);
    }

    /**
     * The oldest block is freed first: messages in a queue, lines in a pipe, events. The used part
     * of the heap moves on and on.
     */
    public static Trace fifo(int operations, long seed) {
        return ends("FIFO", operations, seed, LiveBlocks::freeOldest);
    }

    public static Trace larson(int operations) {
        return larson(operations, SEED);
    }

    /**
     * A table of 1000 objects of 10 to 500 bytes; again and again a random one is replaced by a new
     * one. A long-running server, as in the benchmark of Larson and Krishnan, "Memory Allocation
     * for Long-Running Server Applications" (1998), here with one thread.
     */
    public static Trace larson(int operations, long seed) {
        Random random = new Random(seed);
        LiveBlocks live = new LiveBlocks("larson", operations);
        int slots = Math.max(1, Math.min(LIVE, operations / 8));
        while (live.count() < slots && live.roomFor(2)) live.malloc(10 + random.nextInt(491));
        while (live.roomFor(2)) {
            live.free(random.nextInt(live.count()));
            live.malloc(10 + random.nextInt(491));
        }
        return live.freeAll();
    }

    private static Trace ends(String name, int operations, long seed, Consumer<LiveBlocks> death) {
        Random random = new Random(seed);
        return walk(name, operations, random, () -> powerLawBytes(random), death);
    }

    private static Trace equilibrium(
            String name, int operations, Random random, IntSupplier bytes) {
        return walk(
                name, operations, random, bytes, live -> live.free(random.nextInt(live.count())));
    }

    /**
     * The more blocks are live, the likelier is a free: the numbers swing around {@link #LIVE}, as
     * they do with blocks of random lifetimes that come at a constant rate.
     */
    private static Trace walk(
            String name,
            int operations,
            Random random,
            IntSupplier bytes,
            Consumer<LiveBlocks> death) {
        LiveBlocks live = new LiveBlocks(name, operations);
        int middle = Math.max(1, Math.min(LIVE, operations / 8));
        while (live.roomFor(2)) {
            if (random.nextInt(2 * middle) < live.count()) death.accept(live);
            else live.malloc(bytes.getAsInt());
        }
        return live.freeAll();
    }
}
