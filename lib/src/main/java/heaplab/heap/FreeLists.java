package heaplab.heap;

import static heaplab.heap.FreeBlocks.NIL;

import heaplab.memory.Memory;
import java.util.ArrayList;
import java.util.List;

/**
 * Doubly linked lists of free blocks, with the links inside the blocks. Each list is a ring through
 * a sentinel, two words in the static variables, so no link is ever NIL and nothing is a special
 * case. A sentinel is named as if it were a block whose links follow its header; its address is
 * negative, which marks the end of a list.
 *
 * <pre>
 * block          block + 4   block + 8   block + 12
 * | size/0       | next      | previous  | ...
 * </pre>
 *
 * Insertion and removal take constant time. Source: CS:APP 3e, section 9.9.13; Knuth, TAOCP 1,
 * section 2.2.5 (rings).
 */
abstract class FreeLists extends FreeIndex {
    /** Bytes of the two links. */
    static final int LINK_BYTES = 2 * Memory.WORD;

    private static final int NEXT = Blocks.TAG; // offsets from a block
    private static final int PREVIOUS = Blocks.TAG + Memory.WORD;
    private static final String LAW_BACK = "a link back leads to where the link came from";

    private final int count;

    /**
     * A number of empty lists for the free ones among the blocks, in a memory whose static
     * variables for them are not used yet.
     */
    FreeLists(Blocks blocks, int count) {
        super(blocks);
        this.count = count;
        for (int i = 0; i < count; i++) {
            memory.word(sentinel(i) + NEXT, sentinel(i));
            memory.word(sentinel(i) + PREVIOUS, sentinel(i));
        }
    }

    /** Where a list begins and ends. */
    static int sentinel(int list) {
        return Statics.LISTS + LINK_BYTES * list;
    }

    /** The block after another one or after a sentinel, or NIL at the end of the list. */
    final int nextOf(int block) {
        int next = memory.word(block + NEXT);
        return next < 0 ? NIL : next;
    }

    /** The last block of a list, or NIL. */
    final int lastOf(int list) {
        int last = memory.word(sentinel(list) + PREVIOUS);
        return last < 0 ? NIL : last;
    }

    /** Whether there is no block in a list. */
    final boolean isEmpty(int list) {
        return nextOf(sentinel(list)) == NIL;
    }

    /** Size of a block in bytes, tags included: what searches compare. */
    public final int size(int block) {
        return memory.word(block) & Blocks.SIZE;
    }

    /** Puts a block after another one or after a sentinel; whether the list was empty before. */
    final boolean insertAfter(Memory memory, int previous, int block) {
        int next = memory.word(previous + NEXT);
        memory.word(block + NEXT, next);
        memory.word(block + PREVIOUS, previous);
        memory.word(previous + NEXT, block);
        memory.word(next + PREVIOUS, block);
        return previous == next;
    }

    /** Takes a block out of its list; whether the list is empty now. */
    final boolean unlink(Memory memory, int block) {
        int next = memory.word(block + NEXT);
        int previous = memory.word(block + PREVIOUS);
        memory.word(previous + NEXT, next);
        memory.word(next + PREVIOUS, previous);
        return previous == next;
    }

    /** The blocks of a list, up to the first link that leads to no block or to one of them. */
    final List<Integer> blocks(int list) {
        List<Integer> found = new ArrayList<>();
        int most = memory.brk() / Blocks.SMALLEST;
        int block = memory.word(sentinel(list) + NEXT);
        while (isBlock(block) && found.size() <= most) {
            found.add(block);
            block = memory.word(block + NEXT);
        }
        return found;
    }

    private boolean isBlock(int address) {
        return address > 0 && (address & 3) == 0 && address < memory.brk() - PREVIOUS;
    }

    /** The first link that leads astray, or null. */
    final Fault linkFault() {
        for (int list = 0; list < count; list++) {
            int from = sentinel(list);
            for (int block : blocks(list)) {
                if (memory.word(block + PREVIOUS) != from) return broken(block + PREVIOUS, from);
                from = block;
            }
            int end = memory.word(from + NEXT);
            if (end != sentinel(list))
                return new Fault(
                        "a link leads to a free block or to the end of its list",
                        from + NEXT,
                        "found %d, expected a free block or %d".formatted(end, sentinel(list)));
            int back = sentinel(list) + PREVIOUS;
            if (memory.word(back) != from) return broken(back, from);
        }
        return null;
    }

    private Fault broken(int address, int expected) {
        String found = "found %d, expected %d".formatted(memory.word(address), expected);
        return new Fault(LAW_BACK, address, found);
    }

    /**
     * Where an order puts a block that has just become free. What it looks at counts as scans: it
     * is the price of freeing.
     */
    final int predecessor(Order order, FreeBlocks free, int block, Work work) {
        long visits = work.visits;
        int previous = order.predecessor(free, block);
        work.scans += work.visits - visits;
        work.visits = visits;
        return previous;
    }

    /**
     * The first link between two blocks that an order does not want in this succession, or null.
     */
    final Fault orderFault(Order order) {
        Fault fault = null;
        for (Chain chain : chains()) if (fault == null) fault = outOfOrder(order, chain);
        return fault;
    }

    private Fault outOfOrder(Order order, Chain chain) {
        for (int i = 1; i < chain.blocks().size(); i++) {
            int block = chain.blocks().get(i - 1);
            int next = chain.blocks().get(i);
            int size = blocks.size(block);
            int nextSize = blocks.size(next);
            String objection = order.objection(block, size, next, nextSize);
            if (!objection.isEmpty())
                return new Fault("a list keeps its order", block + Blocks.TAG, objection);
        }
        return null;
    }
}
