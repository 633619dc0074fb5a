package heaplab.policy;

import heaplab.heap.Blocks;
import heaplab.heap.Fit;
import heaplab.heap.FreeIndex;
import heaplab.heap.ImplicitList;
import heaplab.heap.Tracking;
import heaplab.heap.Work;

/** Method 1: the sizes in the headers link all blocks, and a search steps over allocated ones. */
public final class ImplicitTracking implements Tracking {
    @Override
    public FreeIndex track(Blocks blocks, Fit fit, Work work) {
        return new ImplicitList(blocks, fit, work);
    }

    @Override
    public boolean isInAddressOrder() {
        return true;
    }

    @Override
    public String toString() {
        return "implicit";
    }
}
