package heaplab.heap;

import heaplab.memory.FlatMemory;

/**
 * All choices that make a {@link ListHeap}; its text is the legend of every chart. Change one with
 * a wither: {@code recipe.with(new BestFit()).with(Tags.HEADER_ONLY)}.
 *
 * @param tracking how free blocks are kept track of
 * @param fit which free block a request gets
 * @param split whether the rest of a larger block is cut off
 * @param coalesce when free neighbours are joined
 * @param tags where sizes are kept
 * @param realloc how far realloc goes to stay in place
 * @param alignment of payloads, bytes: 8 or 16
 * @param chunkBytes least growth of the heap, bytes: a multiple of the alignment
 * @param limitBytes most bytes the heap can have
 */
public record Recipe(
        Tracking tracking,
        Fit fit,
        Split split,
        Coalesce coalesce,
        Tags tags,
        Realloc realloc,
        int alignment,
        int chunkBytes,
        int limitBytes) {

    public Recipe {
        if (chunkBytes <= 0 || chunkBytes % Blocks.requireAlignment(alignment) != 0)
            throw new IllegalArgumentException(
                    "chunk of %d bytes: expected a positive multiple of %d"
                            .formatted(chunkBytes, alignment));
    }

    public Recipe with(Tracking newTracking) {
        return new Recipe(
                newTracking,
                fit,
                split,
                coalesce,
                tags,
                realloc,
                alignment,
                chunkBytes,
                limitBytes);
    }

    public Recipe with(Fit newFit) {
        return new Recipe(
                tracking,
                newFit,
                split,
                coalesce,
                tags,
                realloc,
                alignment,
                chunkBytes,
                limitBytes);
    }

    public Recipe with(Split newSplit) {
        return new Recipe(
                tracking,
                fit,
                newSplit,
                coalesce,
                tags,
                realloc,
                alignment,
                chunkBytes,
                limitBytes);
    }

    public Recipe with(Coalesce newCoalesce) {
        return new Recipe(
                tracking,
                fit,
                split,
                newCoalesce,
                tags,
                realloc,
                alignment,
                chunkBytes,
                limitBytes);
    }

    public Recipe with(Tags newTags) {
        return new Recipe(
                tracking,
                fit,
                split,
                coalesce,
                newTags,
                realloc,
                alignment,
                chunkBytes,
                limitBytes);
    }

    public Recipe with(Realloc newRealloc) {
        return new Recipe(
                tracking,
                fit,
                split,
                coalesce,
                tags,
                newRealloc,
                alignment,
                chunkBytes,
                limitBytes);
    }

    /**
     * Payloads at multiples of 8 or 16 bytes.
     *
     * @throws IllegalArgumentException for another number, or one that does not divide the chunk
     */
    public Recipe withAlignment(int bytes) {
        return new Recipe(
                tracking, fit, split, coalesce, tags, realloc, bytes, chunkBytes, limitBytes);
    }

    /**
     * Growth by at least this many bytes.
     *
     * @throws IllegalArgumentException when it is not a positive multiple of the alignment
     */
    public Recipe withChunk(int bytes) {
        return new Recipe(
                tracking, fit, split, coalesce, tags, realloc, alignment, bytes, limitBytes);
    }

    /** A heap of at most this many bytes, 0 to 2^30. */
    public Recipe withLimit(int bytes) {
        return new Recipe(
                tracking, fit, split, coalesce, tags, realloc, alignment, chunkBytes, bytes);
    }

    /**
     * A new heap made to this recipe, in a memory of its own.
     *
     * @throws IllegalArgumentException when the limit has no room for an empty heap
     */
    public ListHeap heap() {
        return new ListHeap(this, new FlatMemory(limitBytes));
    }

    /** For example "implicit · first fit · always split · immediate coalesce · boundary tags". */
    @Override
    public String toString() {
        return String.join(
                " · ",
                tracking.toString(),
                Names.of(fit),
                Names.of(split),
                Names.of(coalesce),
                tags.toString());
    }
}
