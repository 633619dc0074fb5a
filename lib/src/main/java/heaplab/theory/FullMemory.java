package heaplab.theory;

import heaplab.heap.Allocator;
import heaplab.heap.ListHeap;
import heaplab.heap.Recipe;
import heaplab.trace.Sizes;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * Shore's experiment: a memory of fixed size, and requests that wait in a line. Each is served as
 * soon as there is room, in order, and holds its block for a random time around 1; while the first
 * cannot be served, time goes on to the next free. So memory is as full as the policy can make it.
 *
 * <p>Cost: a search per request and per free. Sources: J. E. Shore, "On the External Storage
 * Fragmentation Produced by First-Fit and Best-Fit Allocation Strategies" (Communications of the
 * ACM 18, 1975); C. Bays, "A Comparison of Next-Fit, First-Fit, and Best-Fit" (20, 1977).
 */
public final class FullMemory {
    private static final double SETTLED = 0.2; // part of the requests that is not measured
    private static final int LARGEST_PART = 2; // no request beyond half of memory

    private record Held(double until, int address, int bytes) {}

    private final ListHeap heap;
    private final int largest; // request, bytes
    private final Sizes sizes;
    private final Random random;
    private final PriorityQueue<Held> held =
            new PriorityQueue<>((a, b) -> Double.compare(a.until, b.until));
    private double now;
    private double measuredFrom;
    private long used; // bytes asked for and live
    private double usedTime; // bytes x time since measuredFrom

    private FullMemory(Recipe recipe, int bytes, Sizes sizes, long seed) {
        heap = recipe.withChunk(bytes / 16 * 16).withLimit(bytes / 16 * 16 + 16).heap();
        largest = bytes / LARGEST_PART;
        this.sizes = sizes;
        random = new Random(seed);
    }

    /**
     * The part of memory that is in use by what was asked for, averaged over time, 0 to 1.
     *
     * @param bytes of memory
     * @param requests to serve
     */
    public static double use(Recipe recipe, int bytes, Sizes sizes, int requests, long seed) {
        FullMemory memory = new FullMemory(recipe, bytes, sizes, seed);
        for (int i = 0; i < requests; i++) {
            if (i == (int) (SETTLED * requests)) memory.measure();
            memory.serve();
        }
        return memory.usedTime / (memory.now - memory.measuredFrom) / bytes;
    }

    /** The percentage of 64 KiB that is not in use so, over 10,000 requests. */
    public static double idle(Recipe recipe, Sizes sizes) {
        return 100 - 100 * use(recipe, 64 << 10, sizes, 10_000, 1);
    }

    private void measure() {
        measuredFrom = now;
        usedTime = 0;
    }

    private void serve() {
        int bytes = sizes.next(random);
        while (bytes > largest) bytes = sizes.next(random);
        double time = 0.5 + random.nextDouble();
        int address = heap.malloc(bytes);
        while (address == Allocator.NULL) {
            free(held.remove());
            address = heap.malloc(bytes);
        }
        used += bytes;
        held.add(new Held(now + time, address, bytes));
    }

    private void free(Held block) {
        usedTime += used * (block.until - now);
        now = block.until;
        used -= block.bytes;
        heap.free(block.address);
    }
}
