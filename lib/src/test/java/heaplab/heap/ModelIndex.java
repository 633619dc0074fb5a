package heaplab.heap;

import heaplab.policy.ExplicitTracking;
import heaplab.policy.ImplicitTracking;
import heaplab.policy.SegregatedTracking;
import heaplab.policy.SimpleSegregatedTracking;
import heaplab.policy.SizeTreeTracking;
import heaplab.policy.TlsfTracking;
import java.util.List;

/** How a {@link ModelHeap} finds its free blocks: what each tracking promises, with Java lists. */
interface ModelIndex {
    /** A free block of at least this many bytes, or null. */
    ModelBlock find(long size);

    void insert(ModelBlock block);

    void remove(ModelBlock block);

    /** A block, free or not, has become part of the one before it. */
    default void swallowed(ModelBlock block, ModelBlock by) {}

    /** Bytes of the equal blocks that new memory is cut into for a request; 0: it is not cut. */
    default long piece(long size) {
        return 0;
    }

    /** Starts of the blocks of each list that is not empty. */
    List<List<Integer>> chains();

    /** Start of the block at the cursor, or 0. */
    int cursor();

    /** Whether there is a model of a tracking, with its order and its classes. */
    static boolean knows(Tracking tracking) {
        if (tracking instanceof ExplicitTracking e)
            return ModelList.ORDERS.contains(Names.of(e.order()));
        if (tracking instanceof SegregatedTracking s)
            return ModelClasses.knows(s.classes())
                    && ModelList.ORDERS.contains(Names.of(s.order()));
        if (tracking instanceof TlsfTracking t) return ModelClasses.knows(t.classes());
        if (tracking instanceof SimpleSegregatedTracking s) return ModelClasses.knows(s.classes());
        return tracking instanceof ImplicitTracking || tracking instanceof SizeTreeTracking;
    }

    /** The index of a recipe; the blocks are those of the heap, in address order. */
    static ModelIndex of(Recipe recipe, ModelBlocks blocks, ModelSearch search) {
        boolean roves = Names.of(recipe.fit()).equals("next fit");
        Tracking tracking = recipe.tracking();
        if (tracking instanceof ImplicitTracking) return new ModelWalk(blocks, search, roves);
        if (tracking instanceof ExplicitTracking e)
            return new ModelList(Names.of(e.order()), search, roves);
        if (tracking instanceof SizeTreeTracking)
            return new ModelList("size, then address", search, false);
        if (tracking instanceof SegregatedTracking s)
            return new ModelLists(s.classes(), Names.of(s.order()), search, false, false);
        if (tracking instanceof TlsfTracking t)
            return new ModelLists(t.classes(), "LIFO", search, true, false);
        if (tracking instanceof SimpleSegregatedTracking s)
            return new ModelLists(s.classes(), "LIFO", search, true, true);
        throw new IllegalArgumentException(tracking + ": expected one that the model knows");
    }
}
