package heaplab.heap;

import static heaplab.heap.FreeBlocks.NIL;

import heaplab.memory.Memory;
import java.util.ArrayList;
import java.util.List;

/**
 * A list of free blocks for each size class, and a map of those that are not empty: what all
 * segregated indexes have in common.
 */
abstract class ClassLists extends FreeLists {
    private final ClassMap map;
    final SizeClasses classes;

    ClassLists(Blocks blocks, SizeClasses classes) {
        super(blocks, classes.count());
        map = new ClassMap(classes.count());
        this.classes = classes;
    }

    /** The first class from this one on whose list is not empty, or -1. */
    final int classFrom(int sizeClass) {
        return map.from(memory, sizeClass);
    }

    /** Puts a block after another one of its class, or NIL: at the front. */
    final void link(Memory memory, int sizeClass, int previous, int block) {
        int after = previous == NIL ? sentinel(sizeClass) : previous;
        if (insertAfter(memory, after, block)) map.set(memory, sizeClass);
    }

    /** At the front of the list of its class. */
    @Override
    public void insert(Memory memory, int block, int size) {
        link(memory, classes.of(size), NIL, block);
    }

    @Override
    public final void remove(Memory memory, int block, int size) {
        if (unlink(memory, block)) map.clear(memory, classes.of(size));
    }

    @Override
    public final List<Chain> chains() {
        List<Chain> chains = new ArrayList<>();
        for (int c = 0; c < classes.count(); c++)
            if (!blocks(c).isEmpty()) chains.add(new Chain(range(c), blocks(c)));
        return chains;
    }

    private String range(int sizeClass) {
        int least = classes.least(sizeClass);
        if (sizeClass == classes.count() - 1) return least + " bytes or more";
        int end = classes.least(sizeClass + 1);
        return end - least <= 8 ? least + " bytes" : "%d to %d bytes".formatted(least, end - 1);
    }

    /** The first link, block or bit that is not where it should be, or null. */
    @Override
    public Fault fault() {
        Fault fault = linkFault();
        for (int c = 0; fault == null && c < classes.count(); c++) {
            fault = inWrongList(c);
            if (fault == null) fault = map.fault(blocks.memory, c, !blocks(c).isEmpty());
        }
        return fault;
    }

    private Fault inWrongList(int sizeClass) {
        for (int block : blocks(sizeClass)) {
            int size = blocks.size(block);
            if (size < Blocks.SMALLEST || classes.of(size) != sizeClass)
                return new Fault(
                        "a free block is in the list of its size class",
                        block,
                        "found %d bytes, expected %s".formatted(size, range(sizeClass)));
        }
        return null;
    }
}
