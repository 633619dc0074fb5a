package heaplab.heap;

import static heaplab.heap.FreeBlocks.NIL;

import heaplab.memory.Memory;

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
    private final Totals totals;
    private final Work work = new Work();

    /** A heap in a memory whose heap is still empty; it grows by one chunk at once. */
    public ListHeap(Recipe recipe, Memory memory) {
        this.recipe = recipe;
        this.memory = memory;
        blocks =
                new Blocks(
                        memory, recipe.tags(), recipe.alignment(), recipe.tracking().linkBytes());
        index = recipe.tracking().track(blocks, recipe.fit(), work);
        split = recipe.split();
        totals = new Totals(memory);
        joiner = new Joiner(blocks, index, recipe.coalesce(), totals, work);
        if (memory.limit() < fixedBytes())
            throw new IllegalArgumentException(
                    "limit of %d bytes: expected at least %d"
                            .formatted(memory.limit(), fixedBytes()));
        blocks.format();
        grow(blocks.minimum());
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
        return block != NIL ? block : grow(size);
    }

    /** Growth is just another free: of the bytes that the break has moved over. */
    private int grow(int size) {
        int room = (memory.limit() - memory.brk()) & -blocks.alignment();
        int bytes = Math.min(Math.max(size, recipe.chunkBytes()), room);
        if (bytes < size) return NIL;
        work.growths++;
        totals.addBlocks(1);
        int block = memory.sbrk(bytes) - Blocks.TAG; // the old epilogue becomes its header
        blocks.epilogue();
        return joiner.settle(block, bytes);
    }

    private void place(int block, int size) {
        int whole = blocks.size(block);
        index.remove(block, whole);
        if (isWorthSplitting(whole, size)) {
            cut();
            blocks.allocate(block, size);
            blocks.release(block + size, whole - size);
            index.insert(block + size, whole - size);
            totals.addLive(size);
        } else {
            blocks.allocate(block, whole);
            totals.addLive(whole);
        }
    }

    private boolean isWorthSplitting(int whole, int size) {
        return whole - size >= blocks.minimum() && split.worth(whole, size);
    }

    @Override
    public void free(int address) {
        if (address == NULL) return;
        work.frees++;
        int block = blocks.of(address);
        int size = blocks.size(block);
        totals.addLive(-size);
        joiner.settle(block, size);
        joiner.afterFree();
    }

    private void cut() {
        work.splits++;
        totals.addBlocks(1);
    }

    @Override
    public int realloc(int address, int bytes) {
        if (address == NULL || Allocator.requireSize(bytes) == 0)
            return Allocator.super.realloc(address, bytes);
        if (staysInPlace(address, bytes)) return address;
        int old = usable(address);
        int moved = Allocator.super.realloc(address, bytes);
        if (moved != NULL) work.copiedBytes += Math.min(bytes, old);
        return moved;
    }

    private boolean staysInPlace(int address, int bytes) {
        int block = blocks.of(address);
        int size = blocks.sizeFor(bytes);
        if (recipe.realloc() == Realloc.ALWAYS_MOVES || size < 0) return false;
        if (size <= blocks.size(block)) {
            if (recipe.realloc() == Realloc.IN_PLACE) trim(block, size);
            return true;
        }
        return recipe.realloc() == Realloc.IN_PLACE && growIntoNext(block, size);
    }

    private boolean growIntoNext(int block, int size) {
        int next = blocks.next(block);
        int old = blocks.size(block);
        if (blocks.isAllocated(next) || old + blocks.size(next) < size) return false;
        int whole = old + blocks.size(next);
        index.remove(next, whole - old);
        work.joins++;
        totals.addBlocks(-1);
        blocks.allocate(block, whole);
        index.swallowed(block, whole);
        totals.addLive(whole - old);
        trim(block, size);
        return true;
    }

    /** Gives the tail of an allocated block back, where the splitting policy finds it worth it. */
    private void trim(int block, int size) {
        int whole = blocks.size(block);
        if (!isWorthSplitting(whole, size)) return;
        cut();
        totals.addLive(size - whole);
        blocks.allocate(block, size);
        joiner.settle(block + size, whole - size);
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
        index.remove(block, blocks.size(block));
        for (int size : signedSizes) {
            if (size < 0) {
                blocks.allocate(block, -size);
                totals.addLive(-size);
            } else {
                blocks.release(block, size);
            }
            block += Math.abs(size);
        }
        totals.addBlocks(signedSizes.length - 1);
        for (int i = signedSizes.length - 1; i >= 0; i--) {
            block -= Math.abs(signedSizes[i]);
            if (signedSizes[i] > 0) index.insert(block, signedSizes[i]);
        }
    }

    /** Bytes that are in no block: before the first one, and the epilogue. */
    public int fixedBytes() {
        return blocks.fixedBytes();
    }

    /** Bytes in allocated blocks, tags and padding included. Constant time. */
    public int liveBytes() {
        return totals.liveBytes();
    }

    /** Number of blocks, free ones and allocated ones. Constant time. */
    public int blockCount() {
        return totals.blocks();
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
        return joiner.census().largestFree();
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
    public int linkBytes() {
        return recipe.tracking().linkBytes();
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
