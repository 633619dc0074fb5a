package heaplab.view;

import heaplab.heap.Blocks;
import heaplab.heap.Tags;
import heaplab.memory.FlatMemory;
import heaplab.memory.Memory;
import java.util.Arrays;
import java.util.function.ToLongFunction;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What the place of a block's size costs: tags in each block, and the smallest block there is,
 * without links in free blocks and with two of them, as a list or a tree has.
 */
final class LayoutTable {
    private static final int NO_LINKS = 0;
    private static final int TWO_LINKS = 2 * Memory.WORD;

    private LayoutTable() {}

    static Table of() {
        return Table.create(
                "where sizes are kept",
                StringColumn.create("tags", Arrays.stream(Tags.values()).map(Tags::toString)),
                bytes("used block: tags", tags -> Blocks.TAG + tags.footerBytes(true)),
                bytes("free block: tags", tags -> Blocks.TAG + tags.footerBytes(false)),
                bytes("smallest block, alignment 8", tags -> smallest(tags, 8, NO_LINKS)),
                bytes("smallest block, alignment 16", tags -> smallest(tags, 16, NO_LINKS)),
                bytes("alignment 8, two links", tags -> smallest(tags, 8, TWO_LINKS)),
                bytes("alignment 16, two links", tags -> smallest(tags, 16, TWO_LINKS)));
    }

    private static int smallest(Tags tags, int alignment, int linkBytes) {
        return new Blocks(new FlatMemory(0), tags, alignment, linkBytes).minimum();
    }

    private static LongColumn bytes(String name, ToLongFunction<Tags> figure) {
        long[] bytes = Arrays.stream(Tags.values()).mapToLong(figure).toArray();
        return LongColumn.create(name + " (bytes)", bytes);
    }
}
