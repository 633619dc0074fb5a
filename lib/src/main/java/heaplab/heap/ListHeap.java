package heaplab.heap;

import static heaplab.heap.FreeBlocks.NIL;

import heaplab.memory.Memory;
import java.util.List;

/**
 * A heap of blocks with headers, put together from a {@link Recipe}: all of the lecture's implicit,
 * explicit, segregated and tree allocators are this class with other policies.
 *
 * <pre>
 * malloc: find a free block, or make room; place: allocate the front, split off the rest
 * free:   join with free neighbours, write the tags, tell the index
 * </pre>
 *
 * Everything it knows is in memory; the Java fields are configuration and counters. Each policy is
 * called once per operation. Source: lecture 2, "Key Issues in Dynamic Memory Allocation".
 */
public final class ListHeap implements Allocator, Inspectable {
    private final Recipe recipe;
    private final Memory memory;
    private final Blocks blocks;
    private final FreeIndex index;
    private final Split split;
    private final Joiner joiner;
    private final HeapEnd end;
    private final Resizer resizer;
    private final boolean trims; // whether free may move the end
    private final Work work = new Work();

    /** A heap in a memory whose heap is still empty; it grows by one chunk at once. */
    public ListHeap(Recipe recipe, Memory memory) {
        if (!recipe.objection().isEmpty()) throw new IllegalArgumentException(recipe.objection());
        this.recipe = recipe;
        this.memory = memory;
        Tracking tracking = recipe.tracking();
        blocks = new Blocks(memory, recipe.tags(), recipe.alignment(), tracking.links().bytes());
        index = tracking.track(blocks, searching(recipe), work);
        split = recipe.split();
        joiner = new Joiner(index, recipe.coalesce(), work);
        end = new HeapEnd(index, joiner, recipe.growth(), work);
        resizer = new Resizer(this, index, joiner, end);
        trims = recipe.growth().trimBytes() > 0;
        if (memory.limit() < fixedBytes())
            throw new IllegalArgumentException(
                    "limit of %d bytes: expected at least %d"
                            .formatted(memory.limit(), fixedBytes()));
        blocks.format();
        if (index.pieceBytes(blocks.minimum()) == 0) end.grow(blocks.minimum());
    }

    /**
     * The recipe's fit; one that joins what it comes by, where the coalescing policy wants that.
     */
    private Fit searching(Recipe recipe) {
        return recipe.coalesce().joinsWhileSearching()
                ? (free, size) -> recipe.fit().find(new JoiningBlocks(free, joiner), size)
                : recipe.fit();
    }

    @Override
    public int malloc(int bytes) {
        if (Allocator.requireSize(bytes) == 0) return NULL;
        work.mallocs++;
        int size = blocks.sizeFor(bytes);
        int block = size < 0 ? NIL : index.find(size);
        if (block == NIL) block = makeRoom(size);
        if (block == NIL) return refuse();
        place(block, size);
        return blocks.payload(block);
    }

    private int refuse() {
        work.refused++;
        return NULL;
    }

    private int makeRoom(int size) {
        if (size < 0) return NIL;
        int block = joiner.beforeGrowing() ? index.find(size) : NIL;
        return block != NIL ? block : end.grow(size);
    }

    private void place(int block, int size) {
        int whole = blocks.size(block);
        index.remove(blocks.memory, block, whole);
        if (isWorthSplitting(whole, size)) {
            cut();
            blocks.allocate(block, size);
            blocks.release(block + size, whole - size);
            index.insert(blocks.memory, block + size, whole - size);
            blocks.addLive(size);
        } else {
            blocks.allocate(block, whole);
            blocks.addLive(whole);
        }
    }

    /** Whether the splitting policy wants a rest cut off that is large enough to be a block. */
    boolean isWorthSplitting(int whole, int size) {
        return whole - size >= blocks.minimum() && split.worth(whole, size);
    }

    @Override
    public void free(int address) {
        if (address == NULL) return;
        work.frees++;
        int block = blocks.of(address);
        int size = blocks.size(block);
        blocks.addLive(-size);
        int whole = joiner.settle(block, size);
        boolean swept = joiner.afterFree();
        if (trims) end.trim(swept ? lastBlock() : whole);
    }

    private int lastBlock() {
        int block = blocks.first();
        while (!blocks.isEnd(blocks.next(block))) block = blocks.next(block);
        return block;
    }

    /** Counts that a block was cut in two. */
    void cut() {
        work.splits++;
        blocks.addCount(1);
    }

    @Override
    public int realloc(int address, int bytes) {
        if (address == NULL || Allocator.requireSize(bytes) == 0)
            return Allocator.super.realloc(address, bytes);
        if (resizer.resize(blocks.of(address), blocks.sizeFor(bytes))) return address;
        int old = usable(address);
        int moved = Allocator.super.realloc(address, bytes);
        if (moved != NULL) work.copiedBytes += Math.min(bytes, old);
        return moved;
    }

    @Override
    public int usable(int address) {
        return blocks.usable(blocks.of(address));
    }

    @Override
    public void walk(BlockVisitor visitor) {
        int end = memory.brk() - Blocks.TAG;
        int block = blocks.first();
        while (block < end) {
            int size = blocks.size(block);
            if (size < blocks.minimum() || size > end - block)
                throw Laws.impossibleSize(this, block);
            visitor.block(block, size, blocks.isAllocated(block));
            block += size;
        }
    }

    /**
     * Checks every law of this heap, by a few walks.
     *
     * @throws BrokenHeap that names the first law found broken
     */
    public void check() {
        Laws.check(this);
    }

    /**
     * Makes the heap, one free block so far, into these: sizes in bytes, negative for allocated
     * ones.
     */
    void lay(int[] signedSizes) {
        int block = blocks.first();
        index.remove(blocks.memory, block, blocks.size(block));
        for (int size : signedSizes) {
            if (size < 0) {
                blocks.allocate(block, -size);
                blocks.addLive(-size);
            } else {
                blocks.release(block, size);
            }
            block += Math.abs(size);
        }
        blocks.addCount(signedSizes.length - 1);
        for (int i = signedSizes.length - 1; i >= 0; i--) {
            block -= Math.abs(signedSizes[i]);
            if (signedSizes[i] > 0) index.insert(blocks.memory, block, signedSizes[i]);
        }
    }

    /** Bytes that are in no block: before the first one, and the epilogue. */
    public int fixedBytes() {
        return blocks.fixedBytes();
    }

    /** Bytes in allocated blocks, tags and padding included. Constant time. */
    public int liveBytes() {
        return blocks.liveBytes();
    }

    /** Number of blocks, free ones and allocated ones. Constant time. */
    public int blockCount() {
        return blocks.count();
    }

    /** What the coalescing policy sees of this heap. */
    Merger merger() {
        return joiner;
    }

    /** Bytes in free blocks. Constant time. */
    public int freeBytes() {
        return joiner.freeBytes();
    }

    /** Bytes of the largest free block; 0 when there is none. Linear. */
    public int largestFree() {
        int[] largest = {0};
        walk(
                (block, bytes, allocated) -> {
                    if (!allocated) largest[0] = Math.max(largest[0], bytes);
                });
        return largest[0];
    }

    @Override
    public Memory memory() {
        return memory;
    }

    @Override
    public int headerBytes() {
        return Blocks.TAG;
    }

    @Override
    public int footerBytes(boolean allocated) {
        return recipe.tags().footerBytes(allocated);
    }

    @Override
    public int sizeFor(int payloadBytes) {
        return blocks.sizeFor(payloadBytes);
    }

    @Override
    public int classFor(int blockBytes) {
        return index.classFor(blockBytes);
    }

    @Override
    public Links links() {
        return recipe.tracking().links();
    }

    @Override
    public List<FreeIndex.Chain> chains() {
        return index.chains();
    }

    /** The first thing that is wrong with the links of the index, or null. */
    FreeIndex.Fault linkFault() {
        return index.fault();
    }

    @Override
    public int cursor() {
        return index.cursorBlock();
    }

    public Recipe recipe() {
        return recipe;
    }

    public Blocks blocks() {
        return blocks;
    }

    /** What this heap has done so far; the object stays the same and goes on counting. */
    public Work work() {
        return work;
    }

    /** The blocks in address order, A allocated and F free, with their bytes: "A16 F24 A16". */
    @Override
    public String toString() {
        return HeapText.of(this);
    }
}
