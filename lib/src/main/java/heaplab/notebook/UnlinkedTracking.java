package heaplab.notebook;

import heaplab.heap.Blocks;
import heaplab.heap.Fit;
import heaplab.heap.FreeIndex;
import heaplab.heap.Links;
import heaplab.heap.Tracking;
import heaplab.heap.Work;
import heaplab.memory.Memory;
import heaplab.policy.ExplicitTracking;
import java.util.List;

/**
 * An explicit list, last in first out, from which blocks are taken out in a way of your own: for
 * hunting mistakes in it. Works with every fit that has no cursor.
 *
 * @param unlinking that is used instead of the list's own
 */
public record UnlinkedTracking(Unlinking unlinking) implements Tracking {
    @Override
    public FreeIndex track(Blocks blocks, Fit fit, Work work) {
        return new Index(blocks, new ExplicitTracking().track(blocks, fit, work), unlinking);
    }

    @Override
    public Links links() {
        return Links.LIST;
    }

    @Override
    public String toString() {
        return "explicit, own unlinking";
    }

    /** The list, but for how a block leaves it. */
    private static final class Index extends FreeIndex {
        private final FreeIndex list;
        private final Unlinking unlinking;

        Index(Blocks blocks, FreeIndex list, Unlinking unlinking) {
            super(blocks);
            this.list = list;
            this.unlinking = unlinking;
        }

        @Override
        public int find(int size) {
            return list.find(size);
        }

        @Override
        public void insert(Memory memory, int block, int size) {
            list.insert(memory, block, size);
        }

        @Override
        public void remove(Memory memory, int block, int size) {
            unlinking.unlink(memory, block);
        }

        @Override
        public List<Chain> chains() {
            return list.chains();
        }

        @Override
        public Fault fault() {
            return list.fault();
        }
    }
}
