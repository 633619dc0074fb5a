package heaplab.policy;

import heaplab.heap.Fit;
import heaplab.heap.FreeBlocks;

/**
 * Good fit: the first block that is too large by no more than a bound; if there is none, the best
 * of all. Ends most searches early and still wastes little. Cost: linear in the number of blocks,
 * at the worst as best fit. Source: CS:APP 3e, section 9.9.7 and the malloc lab ("good fit").
 *
 * @param percent of the request that a block may have more, 0 or more; 0 is best fit
 */
public record GoodFit(int percent) implements Fit {
    /** At most an eighth too large. */
    public GoodFit() {
        this(12);
    }

    public GoodFit {
        if (percent < 0)
            throw new IllegalArgumentException(
                    "bound of %d %%: expected 0 or more".formatted(percent));
    }

    @Override
    public int find(FreeBlocks free, int size) {
        long most = size + (long) size * percent / 100;
        int best = FreeBlocks.NIL;
        int bestSize = Integer.MAX_VALUE;
        for (int b = free.first(); b != FreeBlocks.NIL; b = free.next(b)) {
            int found = free.size(b);
            if (found < size) continue;
            if (found <= most) return b;
            if (found < bestSize) {
                best = b;
                bestSize = found;
            }
        }
        return best;
    }

    @Override
    public String toString() {
        return percent == 12 ? "good fit" : "good fit within " + percent + " %";
    }
}
