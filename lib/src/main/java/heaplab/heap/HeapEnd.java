package heaplab.heap;

import static heaplab.heap.FreeBlocks.NIL;

/**
 * The end of the heap, which sbrk moves: up when nothing fits a request, down when the last block
 * is free and large. Source: lecture 2, "The malloc/free Functions".
 */
final class HeapEnd {
    private final FreeIndex index;
    private final Joiner joiner;
    private final Growth growth;
    private final Work work;

    HeapEnd(FreeIndex index, Joiner joiner, Growth growth, Work work) {
        this.index = index;
        this.joiner = joiner;
        this.growth = growth;
        this.work = work;
    }

    /** Growth is just another free: of the bytes that the break has moved over. */
    int grow(int size) {
        int piece = index.pieceBytes(size);
        int needed = Math.max(size, piece);
        int room = (index.memory.limit() - index.memory.brk()) & -index.blocks.alignment();
        int bytes = Math.min(Math.max(needed, growth.chunkBytes()), room);
        if (bytes < needed) return NIL;
        work.growths++;
        int block = index.memory.sbrk(bytes) - Blocks.TAG; // the old epilogue becomes its header
        index.blocks.epilogue();
        return piece == 0 ? settle(block, bytes) : cutUp(block, bytes, piece);
    }

    private int settle(int block, int bytes) {
        index.blocks.addCount(1);
        return joiner.settle(block, bytes);
    }

    /** Equal pieces, the first one last, so that it is found first; the last one gets the rest. */
    private int cutUp(int block, int bytes, int piece) {
        int at = block + (bytes / piece - 1) * piece;
        settle(at, block + bytes - at);
        while (at > block) settle(at -= piece, piece);
        return block;
    }

    /** Gives whole chunks back where the heap ends in this block, if it is free and large. */
    void trim(int block) {
        int size = index.blocks.size(block);
        boolean isLarge = size >= growth.trimBytes() && !index.blocks.isAllocated(block);
        if (!isLarge || !index.blocks.isEnd(block + size)) return;
        int chunk = growth.chunkBytes();
        int back = size / chunk * chunk;
        if (size - back > 0 && size - back < index.blocks.minimum()) back -= chunk;
        if (back <= 0) return;
        index.remove(index.memory, block, size);
        if (back == size) drop(block);
        work.trims++;
        index.blocks.shrink(block, back);
        if (back < size) joiner.settle(block, size - back);
    }

    private void drop(int block) {
        index.blocks.addCount(-1);
        index.dropped(block);
    }
}
