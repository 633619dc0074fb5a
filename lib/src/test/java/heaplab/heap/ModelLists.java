package heaplab.heap;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A list for each size class. */
final class ModelLists implements ModelIndex {
    private final SortedMap<Long, ModelList> lists = new TreeMap<>(); // those that have a block
    private final ModelClasses classes;
    private final String order;
    private final ModelSearch search;
    private final boolean roundsUp; // to a class all of whose blocks fit, and takes the first one
    private final boolean ownClassOnly; // and has blocks of one size in each class

    ModelLists(
            SizeClasses classes,
            String order,
            ModelSearch search,
            boolean roundsUp,
            boolean ownClassOnly) {
        this.classes = new ModelClasses(classes);
        this.order = order;
        this.search = search;
        this.roundsUp = roundsUp;
        this.ownClassOnly = ownClassOnly;
    }

    @Override
    public ModelBlock find(long size) {
        long wanted = roundsUp ? classes.roundedUp(size) : classes.of(size);
        if (ownClassOnly) return lists.containsKey(wanted) ? lists.get(wanted).first() : null;
        for (ModelList list : lists.tailMap(wanted).values()) {
            ModelBlock found = roundsUp ? list.first() : list.find(size);
            if (found != null) return found;
        }
        return null;
    }

    @Override
    public void insert(ModelBlock block) {
        lists.computeIfAbsent(classes.of(block.size), c -> new ModelList(order, search, false))
                .insert(block);
    }

    @Override
    public void remove(ModelBlock block) {
        ModelList list = lists.get(classes.of(block.size));
        list.remove(block);
        if (list.isEmpty()) lists.remove(classes.of(block.size));
    }

    @Override
    public long piece(long size) {
        return ownClassOnly ? classes.roundedUp(size) : 0;
    }

    @Override
    public List<List<Integer>> chains() {
        List<List<Integer>> chains = new ArrayList<>();
        for (ModelList list : lists.values()) chains.addAll(list.chains());
        return chains;
    }

    @Override
    public int cursor() {
        return 0;
    }
}
