package heaplab.notebook;

import heaplab.heap.Allocator;
import heaplab.heap.HeapText;
import heaplab.heap.ListHeap;
import heaplab.heap.Recipe;
import heaplab.metrics.Contestant;
import heaplab.view.Bundle;
import heaplab.view.HtmlTable;
import heaplab.view.Picture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How the work of one malloc and one free grows with the number of free blocks: n of them, of 16 to
 * 976 bytes, between n allocated ones; a request that is too large for all of them, and a free in
 * the middle, which joins two of them. As a picture a table of both.
 */
public final class SearchCost implements Picture {
    private static final int[] FREE_BLOCKS = {100, 1000, 10_000};
    private static final int LARGEST = 976; // bytes of a free block
    private static final int REQUEST = 1000; // bytes

    /** What one heap showed. */
    private record Cost(long visits, long scans) {}

    private final List<String> names;
    private final List<Cost[]> costs = new ArrayList<>(); // of a recipe, for each number of blocks

    SearchCost(Recipe... recipes) {
        names = Contestant.of(recipes).stream().map(Contestant::name).toList();
        for (Recipe recipe : recipes)
            costs.add(
                    Arrays.stream(FREE_BLOCKS)
                            .mapToObj(n -> measure(recipe, n))
                            .toArray(Cost[]::new));
    }

    private static Cost measure(Recipe recipe, int freeBlocks) {
        ListHeap heap = HeapText.parse(recipe, blocks(freeBlocks));
        long before = heap.work().visits;
        heap.malloc(REQUEST);
        long visits = heap.work().visits - before;
        before = heap.work().scans;
        heap.free(middle(heap));
        return new Cost(visits, heap.work().scans - before);
    }

    private static String blocks(int freeBlocks) {
        Random random = new Random(1);
        StringBuilder blocks = new StringBuilder();
        for (int i = 0; i < freeBlocks; i++)
            blocks.append(" F%d A16".formatted(16 * (1 + random.nextInt(LARGEST / 16))));
        return blocks.toString();
    }

    /** The address of the payload of an allocated block in the middle of a heap. */
    private static int middle(ListHeap heap) {
        int[] middle = {Allocator.NULL};
        int half = heap.memory().brk() / 2;
        heap.walk(
                (block, bytes, allocated) -> {
                    if (allocated && block < half) middle[0] = block + heap.headerBytes();
                });
        return middle[0];
    }

    /**
     * Blocks that the malloc looked at, by the name of a recipe in the table and the number of free
     * blocks: 100, 1000 or 10,000.
     */
    public long visits(String name, int freeBlocks) {
        return cost(name, freeBlocks).visits();
    }

    /** Blocks that the free walked over. */
    public long scans(String name, int freeBlocks) {
        return cost(name, freeBlocks).scans();
    }

    private Cost cost(String name, int freeBlocks) {
        int recipe = names.indexOf(name);
        int column = Arrays.binarySearch(FREE_BLOCKS, freeBlocks);
        if (recipe < 0 || column < 0)
            throw new IllegalArgumentException(
                    "found %s with %d free blocks, expected one of %s with one of %s"
                            .formatted(name, freeBlocks, names, Arrays.toString(FREE_BLOCKS)));
        return costs.get(recipe)[column];
    }

    @Override
    public Bundle bundle() {
        return HtmlTable.of(table());
    }

    /** A row for each recipe, a column for each number of free blocks. */
    public Table table() {
        Table table =
                Table.create(
                        "one malloc and one free among n free blocks",
                        StringColumn.create("policy", names));
        for (int i = 0; i < FREE_BLOCKS.length; i++) {
            int column = i;
            table.addColumns(
                    LongColumn.create(
                            "malloc: visits, n = %,d".formatted(FREE_BLOCKS[i]),
                            costs.stream().mapToLong(c -> c[column].visits()).toArray()));
        }
        int last = FREE_BLOCKS.length - 1;
        table.addColumns(
                LongColumn.create(
                        "free: scans, n = %,d".formatted(FREE_BLOCKS[last]),
                        costs.stream().mapToLong(c -> c[last].scans()).toArray()));
        return table;
    }
}
