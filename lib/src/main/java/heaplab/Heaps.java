package heaplab;

import heaplab.alloc.FreeListOptions;
import heaplab.alloc.FreeListSimulator;
import heaplab.alloc.NaiveBump;
import heaplab.heap.Fit;
import heaplab.heap.Growth;
import heaplab.heap.ListHeap;
import heaplab.heap.Realloc;
import heaplab.heap.Recipe;
import heaplab.heap.Tags;
import heaplab.memory.FlatMemory;
import heaplab.policy.AlwaysSplit;
import heaplab.policy.ImmediateCoalesce;
import heaplab.policy.ImplicitTracking;

/** Ready-made assemblies. */
public final class Heaps {
    private static final int CHUNK_BYTES = 4096;

    /** The most bytes a heap grows to unless its recipe says otherwise. */
    public static final int LIMIT_BYTES = 512 << 20;

    private Heaps() {}

    /**
     * The lecture's allocator with a fit of your choice: implicit list, boundary tags, always
     * split, immediate coalescing, alignment 8, growth by at least 4096 bytes; realloc stays where
     * it fits.
     */
    public static Recipe recipe(Fit fit) {
        return new Recipe(
                new ImplicitTracking(),
                fit,
                new AlwaysSplit(),
                new ImmediateCoalesce(),
                Tags.BOUNDARY_TAGS,
                Realloc.STAYS_IF_IT_FITS,
                8,
                new Growth(CHUNK_BYTES, 0, LIMIT_BYTES));
    }

    /** The simplest allocator: every block is new memory, and free does nothing. */
    public static NaiveBump bump() {
        return new NaiveBump(new FlatMemory(LIMIT_BYTES));
    }

    /**
     * The implicit list allocator of Bryant and O'Hallaron, CS:APP 3e, section 9.9.12: the same
     * address for every operation, with {@code new FirstFit()} or {@code new NextFit()}.
     */
    public static ListHeap textbook(Fit fit) {
        return recipe(fit).with(Realloc.ALWAYS_MOVES).heap();
    }

    /**
     * The free-list simulator of Arpaci-Dusseau, Operating Systems: Three Easy Pieces: the same
     * result, search and list for every operation. {@code FreeListOptions.DEFAULTS} are its own.
     */
    public static FreeListSimulator freeListSimulator(FreeListOptions options) {
        return new FreeListSimulator(options);
    }
}
