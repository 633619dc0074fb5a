package heaplab.view;

import heaplab.heap.Blocks;
import heaplab.heap.Links;
import heaplab.heap.Tags;
import heaplab.memory.FlatMemory;
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
    private LayoutTable() {}

    static Table of() {
        return Table.create(
                "where sizes are kept",
                StringColumn.create("tags", Arrays.stream(Tags.values()).map(Tags::toString)),
                bytes("used block: tags", tags -> Blocks.TAG + tags.footerBytes(true)),
                bytes("free block: tags", tags -> Blocks.TAG + tags.footerBytes(false)),
                bytes("smallest block, alignment 8", tags -> smallest(tags, 8, Links.NONE)),
                bytes("smallest block, alignment 16", tags -> smallest(tags, 16, Links.NONE)),
                bytes("alignment 8, two links", tags -> smallest(tags, 8, Links.LIST)),
                bytes("alignment 16, two links", tags -> smallest(tags, 16, Links.LIST)));
    }

    private static int smallest(Tags tags, int alignment, Links links) {
        return new Blocks(new FlatMemory(0), tags, alignment, links.bytes()).minimum();
    }

    private static LongColumn bytes(String name, ToLongFunction<Tags> figure) {
        long[] bytes = Arrays.stream(Tags.values()).mapToLong(figure).toArray();
        return LongColumn.create(name + " (bytes)", bytes);
    }
}
