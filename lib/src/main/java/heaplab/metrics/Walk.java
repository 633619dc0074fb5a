package heaplab.metrics;

import heaplab.heap.Inspectable;

/** What one walk over a heap adds up. */
final class Walk implements Inspectable.BlockVisitor {
    int allocatedBlocks;
    long allocatedBytes; // tags included
    int freeBlocks;
    long freeBytes; // tags included
    int largestFree; // bytes

    Walk(Inspectable heap) {
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
        }
    }
}
