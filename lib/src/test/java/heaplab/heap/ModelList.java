package heaplab.heap;

import java.util.ArrayList;
import java.util.List;

/** One list of free blocks in an order; a tree by size is a list in the order of its nodes. */
final class ModelList implements ModelIndex {
    static final List<String> ORDERS = List.of("LIFO", "FIFO", "address order", "size order");

    private final String order;
    private final ModelSearch search;
    private final boolean roves;
    private final List<ModelBlock> list = new ArrayList<>();
    private ModelBlock cursor; // null: at the first block

    ModelList(String order, ModelSearch search, boolean roves) {
        this.order = order;
        this.search = search;
        this.roves = roves;
    }

    @Override
    public ModelBlock find(long size) {
        int from = cursor == null ? 0 : list.indexOf(cursor);
        List<ModelBlock> rest = new ArrayList<>(list.subList(from, list.size()));
        rest.addAll(list.subList(0, from));
        ModelBlock found = search.among(rest, size);
        if (roves && found != null) cursor = found;
        return found;
    }

    ModelBlock first() {
        return list.get(0);
    }

    boolean isEmpty() {
        return list.isEmpty();
    }

    @Override
    public void insert(ModelBlock block) {
        int at = order.equals("FIFO") ? list.size() : 0;
        while (at < list.size() && isBefore(list.get(at), block)) at++;
        list.add(at, block);
    }

    private boolean isBefore(ModelBlock listed, ModelBlock block) {
        return switch (order) {
            case "address order" -> listed.start < block.start;
            case "size order" -> listed.size < block.size;
            case "size, then address" ->
                    listed.size < block.size
                            || listed.size == block.size && listed.start < block.start;
            default -> false;
        };
    }

    /** A cursor to a block that leaves the list moves to the next one. */
    @Override
    public void remove(ModelBlock block) {
        int at = list.indexOf(block);
        list.remove(at);
        if (cursor == block) cursor = at < list.size() ? list.get(at) : null;
    }

    @Override
    public List<List<Integer>> chains() {
        return list.isEmpty() ? List.of() : List.of(list.stream().map(b -> b.start).toList());
    }

    @Override
    public int cursor() {
        return cursor == null ? 0 : cursor.start;
    }
}
