package heaplab.heap;

/**
 * How a heap keeps track of its free blocks: configuration, of which {@link #track} makes the index
 * of one heap. Source: lecture 2, "Keeping Track of Free Blocks".
 */
public interface Tracking {
    /** An index of the free ones among the blocks, searched by a fit, that counts its visits. */
    FreeIndex track(Blocks blocks, Fit fit, Work work);

    /** Bytes of links that the index needs in each free block, right after its header. */
    default int linkBytes() {
        return 0;
    }

    /** What in a recipe does not go with this tracking, and what does; empty for nothing. */
    default String objection(Recipe recipe) {
        return recipe.coalesce().joinsWhileSearching() && !isInAddressOrder()
                ? "%s: expected a list in address order, found %s"
                        .formatted(Names.of(recipe.coalesce()), this)
                : "";
    }

    /** Whether a search meets the blocks in the order of their addresses. */
    default boolean isInAddressOrder() {
        return false;
    }

    /** Whether a search that finds nothing means that no free block is large enough. */
    default boolean findsEveryFit() {
        return true;
    }
}
