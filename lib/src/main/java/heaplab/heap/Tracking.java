package heaplab.heap;

/** Which kind of index keeps track of the free blocks: makes one for a heap. */
public interface Tracking {
    /** Method 1: the implicit list. */
    Tracking IMPLICIT =
            new Tracking() {
                @Override
                public FreeIndex track(Blocks blocks, Fit fit, Work work) {
                    return new ImplicitList(blocks, fit, work);
                }

                @Override
                public String toString() {
                    return "implicit";
                }
            };

    /** An index of the free ones among the blocks, searched by a fit, that counts its visits. */
    FreeIndex track(Blocks blocks, Fit fit, Work work);

    /** Bytes of links that the index needs in each free block. */
    default int linkBytes() {
        return 0;
    }
}
