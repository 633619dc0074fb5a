package heaplab.notebook;

import heaplab.heap.HeapText;
import heaplab.heap.ListHeap;
import heaplab.memory.Memory;
import java.util.ArrayList;
import java.util.List;

/**
 * What malloc must not do: all allocated blocks pushed together at the start of the heap, all that
 * is free in one piece behind them. The program's pointers, in its variables and in its blocks, are
 * not told. Cost: a copy of all that is live.
 */
final class Compaction {
    private final ListHeap from;
    private final List<int[]> live = new ArrayList<>(); // block and bytes of each
    private int freeBytes;

    private Compaction(ListHeap from) {
        this.from = from;
        from.walk(
                (block, bytes, allocated) -> {
                    if (allocated) live.add(new int[] {block, bytes});
                    else freeBytes += bytes;
                });
    }

    /** A new heap with the same blocks, pushed together; the old one stays as it is. */
    static ListHeap of(ListHeap heap) {
        return new Compaction(heap).to();
    }

    private ListHeap to() {
        StringBuilder text = new StringBuilder();
        for (int[] block : live) text.append("A").append(block[1]).append(' ');
        if (freeBytes > 0) text.append("F").append(freeBytes);
        ListHeap to = HeapText.parse(from.recipe(), text.toString());
        int start = Integer.MAX_VALUE;
        for (int[] block : live) start = Math.min(start, block[0]);
        int at = firstBlock(to);
        for (int[] block : live) {
            int payload = from.blocks().usable(block[0]) & -Memory.WORD;
            for (int i = 0; i < payload; i += Memory.WORD)
                to.memory()
                        .word(
                                to.blocks().payload(at) + i,
                                from.memory().word(from.blocks().payload(block[0]) + i));
            at += block[1];
        }
        return to;
    }

    private static int firstBlock(ListHeap heap) {
        List<Integer> blocks = new ArrayList<>();
        heap.walk((block, bytes, allocated) -> blocks.add(block));
        return blocks.get(0);
    }
}
