package heaplab.heap;

import static heaplab.heap.FreeBlocks.NIL;

import heaplab.memory.Memory;

/**
 * A heap of blocks with headers, put together from a {@link Recipe}: all of the lecture's implicit,
 * explicit, segregated and tree allocators are this class with other policies.
 *
 * <pre>
 * malloc: find a free block, or make room; place: allocate the front, split off the rest
 * free:   clear the allocated bit; coalesce; write the tags; tell the index
 * </pre>
 *
 * Everything it knows is in memory; the Java fields are configuration and counters. Each policy is
 * called once per operation. Source: lecture 2, "Key Issues in Dynamic Memory Allocation".
 */
public final class ListHeap implements Allocator, Inspectable, Merger {
    private static final int LIVE_BYTES =
            -8; // static variable: bytes in allocated blocks, with tags
    private static final int NOTE = -12; // static variables: two words for the coalescing policy

    private final Recipe recipe;
    private final Memory memory;
    private final Blocks blocks;
    private final FreeIndex index;
    private final Split split;
    private final Coalesce coalesce;
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
        coalesce = recipe.coalesce();
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
        if (coalesce.sweepBeforeGrowing(this) && joinAll()) {
            int block = index.find(size);
            if (block != NIL) return block;
        }
        return grow(size);
    }

    /** Growth is just another free: of the bytes that the break has moved over. */
    private int grow(int size) {
        int room = (memory.limit() - memory.brk()) & -blocks.alignment();
        int bytes = Math.min(Math.max(size, recipe.chunkBytes()), room);
        if (bytes < size) return NIL;
        work.growths++;
        return settle(blocks.grow(memory.sbrk(bytes)));
    }

    private void place(int block, int size) {
        int whole = blocks.size(block);
        index.remove(block);
        if (whole - size >= blocks.minimum() && split.worth(whole, size)) {
            int rest = cut(block, whole, size);
            blocks.seal(rest);
            index.insert(rest);
            whole = size;
        } else {
            blocks.allocate(block, whole);
        }
        live(whole);
    }

    /**
     * Allocates the front of a block and makes the rest a free one, not yet sealed or in the index.
     */
    private int cut(int block, int whole, int size) {
        work.splits++;
        blocks.allocate(block, size);
        int rest = block + size;
        blocks.resizeFree(rest, whole - size);
        return rest;
    }

    @Override
    public void free(int address) {
        if (address == NULL) return;
        work.frees++;
        int block = blocks.of(address);
        live(-blocks.size(block));
        blocks.clearAllocated(block);
        settle(block);
        if (coalesce.sweepAfterFree(this)) joinAll();
    }

    /** A block has become free: joins it with its neighbours as the policy says, and files it. */
    private int settle(int block) {
        int joined = coalesce.freed(this, block);
        blocks.seal(joined);
        index.insert(joined);
        return joined;
    }

    private void live(int bytes) {
        memory.word(LIVE_BYTES, memory.word(LIVE_BYTES) + bytes);
    }

    @Override
    public int joinNext(int block) {
        int next = blocks.next(block);
        if (!blocks.isAllocated(next)) join(block, next);
        return block;
    }

    @Override
    public int joinPrevious(int block) {
        int previous = freePrevious(block);
        if (previous == NIL) return block;
        index.remove(previous);
        work.joins++;
        blocks.resizeFree(previous, blocks.size(previous) + blocks.size(block));
        return previous;
    }

    private int freePrevious(int block) {
        if (blocks.knowPrevious())
            return blocks.isPreviousFree(block) ? blocks.previous(block) : NIL;
        int previous = NIL;
        for (int b = blocks.first(); b != block; b = blocks.next(b)) {
            previous = b;
            work.scans++;
        }
        return previous == NIL || blocks.isAllocated(previous) ? NIL : previous;
    }

    private void join(int block, int next) {
        index.remove(next);
        work.joins++;
        blocks.resizeFree(block, blocks.size(block) + blocks.size(next));
    }

    /** Joins all free neighbours in one walk; whether there were any. */
    private boolean joinAll() {
        long joinsBefore = work.joins;
        work.sweeps++;
        for (int b = blocks.first(); !blocks.isEnd(b); b = blocks.next(b)) {
            work.scans++;
            if (!blocks.isAllocated(b) && !blocks.isAllocated(blocks.next(b))) joinRun(b);
        }
        return work.joins != joinsBefore;
    }

    private void joinRun(int block) {
        index.remove(block);
        while (!blocks.isAllocated(blocks.next(block))) join(block, blocks.next(block));
        blocks.seal(block);
        index.insert(block);
    }

    @Override
    public int realloc(int address, int bytes) {
        boolean stays =
                address != NULL && Allocator.requireSize(bytes) > 0 && staysInPlace(address, bytes);
        if (stays) return address;
        long before = work.mallocs;
        int moved = Allocator.super.realloc(address, bytes);
        if (address != NULL && moved != NULL && work.mallocs != before)
            work.copiedBytes += Math.min(bytes, usable(moved));
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
        index.remove(next);
        int whole = old + blocks.size(next);
        blocks.allocate(block, whole);
        index.swallowed(block);
        live(whole - old);
        trim(block, size);
        return true;
    }

    /** Gives the tail of an allocated block back, where the splitting policy finds it worth it. */
    private void trim(int block, int size) {
        int whole = blocks.size(block);
        if (whole - size < blocks.minimum() || !split.worth(whole, size)) return;
        live(size - whole);
        settle(cut(block, whole, size));
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
        index.remove(block);
        for (int size : signedSizes) {
            if (size < 0) {
                blocks.allocate(block, -size);
                live(-size);
            } else {
                blocks.resizeFree(block, size);
                blocks.seal(block);
            }
            block += Math.abs(size);
        }
        for (int i = signedSizes.length - 1; i >= 0; i--) {
            block -= Math.abs(signedSizes[i]);
            if (signedSizes[i] > 0) index.insert(block);
        }
    }

    @Override
    public Census census() {
        int count = 0;
        int largest = 0;
        for (int b = blocks.first(); !blocks.isEnd(b); b = blocks.next(b)) {
            count++;
            if (!blocks.isAllocated(b)) largest = Math.max(largest, blocks.size(b));
        }
        return new Census(count, largest);
    }

    /** Bytes that are in no block: before the first one, and the epilogue. */
    public int fixedBytes() {
        return blocks.first() + Blocks.TAG;
    }

    /** Bytes in allocated blocks, tags and padding included. Constant time. */
    public int liveBytes() {
        return memory.word(LIVE_BYTES);
    }

    @Override
    public int freeBytes() {
        return memory.brk() - fixedBytes() - liveBytes();
    }

    @Override
    public int note(int which) {
        return memory.word(NOTE - Memory.WORD * which);
    }

    @Override
    public void note(int which, int value) {
        memory.word(NOTE - Memory.WORD * which, value);
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
