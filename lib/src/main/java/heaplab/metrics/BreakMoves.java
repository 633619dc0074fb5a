package heaplab.metrics;

import heaplab.heap.ListHeap;
import heaplab.heap.Recipe;
import heaplab.trace.Replay;
import heaplab.trace.Trace;

/**
 * What a growth policy did on one trace: how often the allocator asked the system for memory, or
 * gave some back, against how much lay unused at the top of the heap meanwhile. Cost: the replay,
 * and a walk over the heap per sample.
 *
 * @param trace that was replayed
 * @param recipe of the heap; its chunk and its trim are the policy
 * @param moves of the break, up and down: each is a system call
 * @param requests of 1 byte or more
 * @param meanTop bytes of the free block at the end of the heap, mean over the samples
 * @param meanHeap bytes of heap, mean over the samples
 * @param peakHeap bytes of heap at most
 */
public record BreakMoves(
        Trace trace,
        Recipe recipe,
        long moves,
        long requests,
        double meanTop,
        double meanHeap,
        int peakHeap) {
    private static final int SAMPLES = 200;

    /** Replays a trace on a new heap. */
    public static BreakMoves of(Trace trace, Recipe recipe) {
        return new Run(trace, recipe).moves();
    }

    /** Moves of the break for a thousand requests. */
    public double movesPerThousand() {
        return 1000.0 * moves / Math.max(1, requests);
    }

    /** One replay. */
    private static final class Run {
        private final Trace trace;
        private final ListHeap heap;
        private final Replay replay;
        private long top; // bytes, sum over the samples
        private long heapBytes; // sum over the samples

        Run(Trace trace, Recipe recipe) {
            this.trace = trace;
            heap = recipe.heap();
            replay = new Replay(trace, heap);
        }

        BreakMoves moves() {
            int samples = Math.min(SAMPLES, trace.operations());
            for (int i = 1; i <= samples; i++) {
                replay.runTo((int) ((long) trace.operations() * i / samples));
                top += topBytes();
                heapBytes += heap.memory().brk();
            }
            double count = Math.max(1, samples);
            return new BreakMoves(
                    trace,
                    heap.recipe(),
                    heap.work().growths + heap.work().trims,
                    heap.work().mallocs,
                    top / count,
                    heapBytes / count,
                    heap.memory().highWater());
        }

        private int topBytes() {
            int[] last = {0};
            heap.walk((block, bytes, allocated) -> last[0] = allocated ? 0 : bytes);
            return last[0];
        }
    }
}
