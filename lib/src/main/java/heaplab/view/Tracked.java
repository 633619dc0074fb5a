package heaplab.view;

import heaplab.heap.FreeIndex.Chain;
import heaplab.heap.Inspectable;
import heaplab.heap.Links;
import heaplab.memory.Memory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How a heap keeps track of its free blocks at one moment, in the terms of the lecture's four
 * methods: a row of blocks for each list, or a tree. Without links it is one row of all blocks.
 *
 * @param scan the heap
 * @param rows in the order of the index; a tree's one row is sorted by size
 * @param root of the tree, or null
 */
record Tracked(Scan scan, List<Row> rows, Node root) {
    static final String END = "end";

    /** A block as an index sees it. */
    record Entry(int address, int bytes, boolean allocated) {}

    /**
     * A list.
     *
     * @param name of the list, or which sizes it has
     * @param end what comes after the last block: where broken links form a circle, that is said
     */
    record Row(String name, List<Entry> entries, String end) {}

    /** A block in a tree, with its subtrees or null. */
    record Node(Entry entry, Node smaller, Node larger) {
        int depth() {
            return 1 + Math.max(depth(smaller), depth(larger));
        }

        int count() {
            return 1 + count(smaller) + count(larger);
        }

        static int depth(Node node) {
            return node == null ? 0 : node.depth();
        }

        static int count(Node node) {
            return node == null ? 0 : node.count();
        }
    }

    static Tracked of(Inspectable heap, Scan scan) {
        if (scan.links() == Links.NONE) {
            List<Entry> all = scan.blocks().stream().map(Tracked::entry).toList();
            return new Tracked(scan, List.of(new Row("all blocks", all, END)), null);
        }
        List<Row> rows = scan.chains().stream().map(chain -> row(scan, chain)).toList();
        boolean isTree = scan.links() == Links.TREE && !rows.isEmpty();
        Set<Integer> known = new HashSet<>(isTree ? scan.chains().get(0).blocks() : List.of());
        int top = isTree ? scan.chains().get(0).root() : 0;
        return new Tracked(scan, rows, node(heap.memory(), scan, top, known));
    }

    private static Entry entry(Scan.Block block) {
        return new Entry(block.address(), block.bytes(), block.allocated());
    }

    private static Entry entry(Scan scan, int address) {
        Scan.Block block = scan.at(address);
        return block == null || block.address() != address
                ? new Entry(address, 0, true)
                : entry(block);
    }

    private static Row row(Scan scan, Chain chain) {
        List<Entry> entries = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (int block : chain.blocks()) {
            if (!seen.add(block)) return new Row(chain.name(), entries, "back to " + block);
            entries.add(entry(scan, block));
        }
        return new Row(chain.name(), List.copyOf(entries), END);
    }

    /** The tree below a block, as far as its blocks are among the known ones; takes them out. */
    private static Node node(Memory memory, Scan scan, int block, Set<Integer> known) {
        if (!known.remove(block)) return null;
        int links = block + scan.headerBytes();
        return new Node(
                entry(scan, block),
                node(memory, scan, memory.word(links), known),
                node(memory, scan, memory.word(links + Memory.WORD), known));
    }

    boolean isImplicit() {
        return scan.links() == Links.NONE;
    }

    boolean isTree() {
        return scan.links() == Links.TREE;
    }

    /** The lists, with the sizes in their names in a unit of so many bytes. */
    List<Row> rows(int unit) {
        return rows.stream()
                .map(r -> new Row(named(r.name(), unit), r.entries(), r.end()))
                .toList();
    }

    private static String named(String list, int unit) {
        return unit == 1 ? list : Scan.numbers(list, bytes -> bytes / unit);
    }

    /** All blocks that a search may come by. */
    List<Entry> entries() {
        return rows.stream().flatMap(row -> row.entries().stream()).toList();
    }

    /** What a search has to look at, in one sentence. */
    String words() {
        int blocks = entries().size();
        if (blocks == 0) return "No block is free.";
        if (isImplicit())
            return "A search steps over all %,d blocks, %,d of them free."
                    .formatted(blocks, scan.count(false));
        if (isTree())
            return "%s in a tree: a search looks at %,d at the most."
                    .formatted(free(blocks), root == null ? 0 : root.depth());
        if (rows.size() == 1) return free(blocks) + " in one list, in the order of a search.";
        return "%s in %,d lists.".formatted(free(blocks), rows.size());
    }

    private static String free(int blocks) {
        return blocks == 1 ? "1 free block" : "%,d free blocks".formatted(blocks);
    }
}
