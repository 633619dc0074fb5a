package heaplab.heap;

import static heaplab.heap.FreeBlocks.NIL;

import java.util.ArrayList;
import java.util.List;

/**
 * A list of free blocks for each size class, and a map of those that are not empty: what all
 * segregated indexes have in common.
 */
final class ClassLists {
    private final FreeLists lists;
    private final ClassMap map;
    private final SizeClasses classes;
    private final Blocks blocks;

    ClassLists(Blocks blocks, SizeClasses classes) {
        lists = new FreeLists(blocks.memory, classes.count());
        map = new ClassMap(blocks.memory, classes.count());
        this.classes = classes;
        this.blocks = blocks;
    }

    /** The first class from this one on whose list is not empty, or -1. */
    int from(int sizeClass) {
        return map.from(sizeClass);
    }

    /** Where the list of a class begins and ends. */
    int sentinel(int sizeClass) {
        return FreeLists.sentinel(sizeClass);
    }

    /** The block after another one or after a sentinel, or NIL at the end of the list. */
    int next(int block) {
        return lists.next(block);
    }

    /** Puts a block after another one of its class, or NIL: at the front. */
    void insert(int sizeClass, int previous, int block) {
        int after = previous == NIL ? sentinel(sizeClass) : previous;
        if (lists.insertAfter(after, block)) map.set(sizeClass);
    }

    void remove(int block, int size) {
        if (lists.remove(block)) map.clear(classes.of(size));
    }

    List<FreeIndex.Chain> chains() {
        List<FreeIndex.Chain> chains = new ArrayList<>();
        for (int c = 0; c < classes.count(); c++)
            if (!lists.blocks(c).isEmpty())
                chains.add(new FreeIndex.Chain(range(c), lists.blocks(c)));
        return chains;
    }

    private String range(int sizeClass) {
        int least = classes.least(sizeClass);
        if (sizeClass == classes.count() - 1) return least + " bytes or more";
        int end = classes.least(sizeClass + 1);
        return end - least <= 8 ? least + " bytes" : "%d to %d bytes".formatted(least, end - 1);
    }

    /** The first link, block or bit that is not where it should be, or null. */
    FreeIndex.Fault fault() {
        FreeIndex.Fault fault = lists.fault();
        for (int c = 0; fault == null && c < classes.count(); c++) {
            fault = inWrongList(c);
            if (fault == null) fault = map.fault(c, !lists.blocks(c).isEmpty());
        }
        return fault;
    }

    private FreeIndex.Fault inWrongList(int sizeClass) {
        for (int block : lists.blocks(sizeClass)) {
            int size = blocks.size(block);
            if (size < Blocks.SMALLEST || classes.of(size) != sizeClass)
                return new FreeIndex.Fault(
                        "a free block is in the list of its size class",
                        block,
                        "found %d bytes, expected %s".formatted(size, range(sizeClass)));
        }
        return null;
    }
}
