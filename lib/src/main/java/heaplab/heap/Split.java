package heaplab.heap;

/**
 * A splitting policy: whether to cut a free block that is larger than needed, or to give it away
 * whole. The heap never cuts off less than its smallest block. Source: lecture 2, "Allocating in
 * Free Block".
 */
@FunctionalInterface
public interface Split {
    /** Whether to cut a block of the first size for a request of the second, both with tags. */
    boolean worth(int blockSize, int request);
}
