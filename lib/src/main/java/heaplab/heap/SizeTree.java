package heaplab.heap;

import static heaplab.heap.FreeBlocks.NIL;

import heaplab.memory.Memory;
import java.util.ArrayList;
import java.util.List;

/**
 * Method 4: the free blocks in a balanced tree, sorted by size and among equals by address, with
 * the links inside the blocks. It is a treap: a search tree by size that is a heap by a random
 * priority, which is computed from the address, so nothing has to be stored to keep it balanced.
 *
 * <pre>
 * block          block + 4   block + 8   block + 12
 * | size/0       | smaller   | larger    | ...
 * </pre>
 *
 * Finds the block that best fit finds. Cost: search, insertion and removal are logarithmic in the
 * number of free blocks, on average. Source: lecture 2, "Keeping Track of Free Blocks"; Aragon and
 * Seidel, "Randomized search trees" (1989); Knuth, TAOCP 3, section 6.2.3 (alternatives).
 */
public final class SizeTree extends FreeIndex {
    private static final int SMALLER = Blocks.TAG; // offsets from a block
    private static final int LARGER = Blocks.TAG + Memory.WORD;
    private static final int DEEPEST = 1000; // a million nodes are some 50 deep

    private final Work work;

    /**
     * The free ones among the blocks; every node that a search looks at is a visit, every one
     * passed to put a block in or take it out a scan.
     */
    public SizeTree(Blocks blocks, Work work) {
        super(blocks);
        this.work = work;
    }

    @Override
    public int find(int size) {
        int best = NIL;
        int node = memory.word(Statics.TREE);
        while (node != NIL) {
            work.visits++;
            boolean fits = size(node) >= size;
            if (fits) best = node;
            node = memory.word(node + (fits ? SMALLER : LARGER));
        }
        return best;
    }

    /** Goes down to where its priority belongs, and cuts what is below into its two subtrees. */
    @Override
    public void insert(Memory memory, int block, int size) {
        int link = Statics.TREE; // address of the word that leads to the node
        int node = memory.word(link);
        while (node != NIL && priority(node) > priority(block)) {
            work.scans++;
            link = isBefore(node, block, size) ? node + LARGER : node + SMALLER;
            node = memory.word(link);
        }
        memory.word(link, block);
        split(node, block, size);
    }

    private void split(int root, int block, int size) {
        int smaller = block + SMALLER; // the word to which the next smaller node goes
        int larger = block + LARGER;
        int node = root;
        while (node != NIL) {
            work.scans++;
            if (isBefore(node, block, size)) {
                memory.word(smaller, node);
                smaller = node + LARGER;
                node = memory.word(smaller);
            } else {
                memory.word(larger, node);
                larger = node + SMALLER;
                node = memory.word(larger);
            }
        }
        memory.word(smaller, NIL);
        memory.word(larger, NIL);
    }

    /** Puts its two subtrees, joined by their priorities, into its place. */
    @Override
    public void remove(Memory memory, int block, int size) {
        int link = Statics.TREE;
        int node = memory.word(link);
        while (node != block) {
            work.scans++;
            link = isBefore(node, block, size) ? node + LARGER : node + SMALLER;
            node = memory.word(link);
        }
        int smaller = memory.word(block + SMALLER);
        int larger = memory.word(block + LARGER);
        while (smaller != NIL && larger != NIL) {
            work.scans++;
            boolean up = priority(smaller) > priority(larger);
            memory.word(link, up ? smaller : larger);
            link = up ? smaller + LARGER : larger + SMALLER;
            if (up) smaller = memory.word(link);
            else larger = memory.word(link);
        }
        memory.word(link, smaller == NIL ? larger : smaller);
    }

    private int size(int block) {
        return memory.word(block) & Blocks.SIZE;
    }

    /** Whether a node comes before a block of this size. */
    private boolean isBefore(int node, int block, int size) {
        int nodeSize = size(node);
        return nodeSize < size || nodeSize == size && node < block;
    }

    /** As good as random, and never the same for two addresses: each step can be undone. */
    private static int priority(int block) {
        int mixed = block * 0x9E3779B1;
        mixed = (mixed ^ mixed >>> 15) * 0x85EBCA6B;
        return mixed ^ mixed >>> 13;
    }

    /** All blocks by size. */
    @Override
    public List<Chain> chains() {
        Walk walk = new Walk();
        walk.below(Statics.TREE);
        return walk.blocks.isEmpty()
                ? List.of()
                : List.of(new Chain("by size", memory.word(Statics.TREE), walk.blocks));
    }

    @Override
    public Fault fault() {
        Walk walk = new Walk();
        walk.below(Statics.TREE);
        return walk.fault;
    }

    /** Goes through the tree in order, up to the first link that leads astray. */
    private final class Walk {
        private final List<Integer> blocks = new ArrayList<>();
        private Fault fault; // the first
        private int depth; // of the node that is looked at

        void below(int link) {
            int node = memory.word(link);
            if (node == NIL || fault != null) return;
            boolean isBlock = (node & 3) == 0 && node > 0 && node < memory.brk() - LARGER;
            if (!isBlock || ++depth > DEEPEST) {
                String found = "found %d, expected a free block or 0".formatted(node);
                fault = new Fault("a link leads to a free block", link, found);
                return;
            }
            below(node + SMALLER);
            if (fault == null) visit(node, link);
            below(node + LARGER);
            depth--;
        }

        private void visit(int node, int link) {
            int before = blocks.isEmpty() ? NIL : blocks.get(blocks.size() - 1);
            blocks.add(node);
            if (before != NIL && !isBefore(before, node, size(node)))
                fault =
                        new Fault(
                                "the tree is sorted by size, then by address",
                                link,
                                "found %d bytes at %d after %d bytes at %d"
                                        .formatted(size(node), node, size(before), before));
            for (int child : new int[] {node + SMALLER, node + LARGER})
                if (fault == null && outranks(memory.word(child), node))
                    fault =
                            new Fault(
                                    "no node has a higher priority than the one above it",
                                    child,
                                    "found the block at " + memory.word(child));
        }

        private boolean outranks(int child, int node) {
            return child != NIL && priority(child) > priority(node);
        }
    }
}
