package heaplab.heap;

import heaplab.memory.FlatMemory;

/**
 * All choices that make a {@link ListHeap}; its text is the legend of every chart. Change one with
 * a wither: {@code recipe.with(new BestFit()).with(Tags.HEADER_ONLY)}. Choices that do not go
 * together are refused when a heap is made, so that they can be changed one after the other.
 *
 * @param tracking how free blocks are kept track of
 * @param fit which free block a request gets
 * @param split whether the rest of a larger block is cut off
 * @param coalesce when free neighbours are joined
 * @param tags where sizes are kept
 * @param realloc how far realloc goes to stay in place
 * @param alignment of payloads, bytes: 8 or 16
 * @param growth how the end of the heap moves
 */
public record Recipe(
        Tracking tracking,
        Fit fit,
        Split split,
        Coalesce coalesce,
        Tags tags,
        Realloc realloc,
        int alignment,
        Growth growth) {

    public Recipe {
        if (growth.chunkBytes() % Blocks.requireAlignment(alignment) != 0)
            throw new IllegalArgumentException(
                    "chunk of %d bytes: expected a positive multiple of %d"
                            .formatted(growth.chunkBytes(), alignment));
    }

    public Recipe with(Tracking other) {
        return new Recipe(other, fit, split, coalesce, tags, realloc, alignment, growth);
    }

    public Recipe with(Fit other) {
        return new Recipe(tracking, other, split, coalesce, tags, realloc, alignment, growth);
    }

    public Recipe with(Split other) {
        return new Recipe(tracking, fit, other, coalesce, tags, realloc, alignment, growth);
    }

    public Recipe with(Coalesce other) {
        return new Recipe(tracking, fit, split, other, tags, realloc, alignment, growth);
    }

    public Recipe with(Tags other) {
        return new Recipe(tracking, fit, split, coalesce, other, realloc, alignment, growth);
    }

    public Recipe with(Realloc other) {
        return new Recipe(tracking, fit, split, coalesce, tags, other, alignment, growth);
    }

    /**
     * How the end of the heap moves.
     *
     * @throws IllegalArgumentException when the alignment does not divide the chunk
     */
    public Recipe with(Growth other) {
        return new Recipe(tracking, fit, split, coalesce, tags, realloc, alignment, other);
    }

    /**
     * Payloads at multiples of 8 or 16 bytes.
     *
     * @throws IllegalArgumentException for another number, or one that does not divide the chunk
     */
    public Recipe withAlignment(int bytes) {
        return new Recipe(tracking, fit, split, coalesce, tags, realloc, bytes, growth);
    }

    /**
     * Growth by at least this many bytes.
     *
     * @throws IllegalArgumentException when it is not a positive multiple of the alignment
     */
    public Recipe withChunk(int bytes) {
        return with(growth.withChunk(bytes));
    }

    /** Whole chunks go back when the last block is free and has so many bytes; 0: never. */
    public Recipe withTrim(int bytes) {
        return with(growth.withTrim(bytes));
    }

    /** A heap of at most this many bytes, 0 to 2^30. */
    public Recipe withLimit(int bytes) {
        return with(growth.withLimit(bytes));
    }

    /** What does not go together in this recipe; empty when it makes a heap. */
    public String objection() {
        return tracking.objection(this);
    }

    /**
     * A new heap made to this recipe, in a memory of its own.
     *
     * @throws IllegalArgumentException when the limit has no room for an empty heap, or when
     *     choices do not go together: see {@link #objection}
     */
    public ListHeap heap() {
        return new ListHeap(this, new FlatMemory(growth.limitBytes()));
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
