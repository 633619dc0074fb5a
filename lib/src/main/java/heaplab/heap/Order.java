package heaplab.heap;

/**
 * Where in an explicit list a block goes that has just become free. Asked once per free; a pure
 * function. Source: lecture 2, "Keeping Track of Free Blocks"; CS:APP 3e, section 9.9.13.
 */
@FunctionalInterface
public interface Order {
    /**
     * The block of the list after which to put this one, whose tags are written already; or {@link
     * FreeBlocks#NIL}: at the front.
     */
    int predecessor(FreeBlocks free, int block);

    /**
     * Whether every block goes to the front. Such an order is not asked: that call would be the
     * only one on the way of a free that the JIT does not always see through.
     */
    default boolean isLifo() {
        return false;
    }

    /** What is wrong with two blocks in this succession, in words; empty for nothing: a law. */
    default String objection(int block, int size, int next, int nextSize) {
        return "";
    }
}
