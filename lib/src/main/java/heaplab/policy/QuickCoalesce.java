package heaplab.policy;

import heaplab.heap.Coalesce;
import heaplab.heap.Merger;

/**
 * Quick lists: a small block that is freed stays as it is, for the next request of its size; larger
 * ones are joined at once. When nothing fits a request, one sweep joins all. Goes best with a list
 * for each small size ({@link ExactClasses}). Source: Lea, "A Memory Allocator" (1996) (fast bins);
 * Weinstock and Wulf, "Quick fit" (1988).
 *
 * @param bytes largest block, tags included, that is left alone
 */
public record QuickCoalesce(int bytes) implements Coalesce {
    /** Blocks of up to 80 bytes are left alone. */
    public QuickCoalesce() {
        this(80);
    }

    public QuickCoalesce {
        if (bytes < 0)
            throw new IllegalArgumentException("%d bytes: expected 0 or more".formatted(bytes));
    }

    @Override
    public void freed(Merger heap) {
        if (heap.freedBytes() <= bytes) return;
        heap.joinNext();
        heap.joinPrevious();
    }

    @Override
    public boolean sweepBeforeGrowing(Merger heap) {
        return true;
    }

    @Override
    public String toString() {
        return "quick lists ≤ " + bytes;
    }
}
