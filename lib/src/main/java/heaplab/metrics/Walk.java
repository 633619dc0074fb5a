package heaplab.metrics;

import heaplab.heap.Inspectable;

/** What one walk over a heap adds up. */
final class Walk implements Inspectable.BlockVisitor {
    int allocatedBlocks;
    long allocatedBytes; // tags included
    int freeBlocks;
    long freeBytes; // tags included
    int largestFree; // bytes

    private final Inspectable.BlockVisitor freeOnes; // is told of each free block; null: nobody

    Walk(Inspectable heap) {
        this(heap, null);
    }

    Walk(Inspectable heap, Inspectable.BlockVisitor freeOnes) {
        this.freeOnes = freeOnes;
        heap.walk(this);
    }

    @Override
    public void block(int block, int bytes, boolean allocated) {
        if (allocated) {
            allocatedBlocks++;
            allocatedBytes += bytes;
        } else {
            freeBlocks++;
            freeBytes += bytes;
            largestFree = Math.max(largestFree, bytes);
            if (freeOnes != null) freeOnes.block(block, bytes, false);
        }
    }
}
