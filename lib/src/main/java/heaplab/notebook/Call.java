package heaplab.notebook;

import heaplab.heap.Allocator;

/** A function of the heap that a student writes: calloc or realloc. */
@FunctionalInterface
public interface Call {
    /**
     * The address it answers, or {@link Allocator#NULL}.
     *
     * @param heap to take memory from
     * @param first calloc: number of elements; realloc: address of the old block
     * @param second bytes: of an element, or of the new block
     */
    int apply(Allocator heap, int first, int second);
}
