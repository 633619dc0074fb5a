package heaplab.heap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** No list: a search steps over all blocks, from the cursor on if it roves. */
final class ModelWalk implements ModelIndex {
    private final ModelBlocks blocks;
    private final ModelSearch search;
    private final boolean roves;
    private ModelBlock cursor; // null: at the first block

    ModelWalk(ModelBlocks blocks, ModelSearch search, boolean roves) {
        this.blocks = blocks;
        this.search = search;
        this.roves = roves;
    }

    @Override
    public ModelBlock find(long size) {
        int start = cursor();
        List<ModelBlock> order = new ArrayList<>(blocks.free());
        order.sort(Comparator.comparing(b -> b.start < start)); // those before the cursor last
        ModelBlock found = search.among(order, size);
        if (roves && found != null) cursor = found;
        return found;
    }

    @Override
    public void insert(ModelBlock block) {}

    @Override
    public void remove(ModelBlock block) {
        if (block == cursor && block.gone) cursor = null; // it was trimmed
    }

    @Override
    public void swallowed(ModelBlock block, ModelBlock by) {
        if (cursor == block) cursor = by;
    }

    @Override
    public List<List<Integer>> chains() {
        return List.of();
    }

    @Override
    public int cursor() {
        return cursor == null ? 0 : cursor.start;
    }
}
