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
public final class ListHeap implements Allocator, Inspectable, Merger {
    static final int LIVE_BYTES = -8; // static variable: bytes in allocated blocks, with tags
    private static final int NOTE = -12; // static variables: two words for the coalescing policy
    static final int BLOCKS = -20; // static variable: number of blocks

    private final Recipe recipe;
    private final Memory memory;
    private final Blocks blocks;
    private final FreeIndex index;
    private final Split split;
    private final Coalesce coalesce;
    private final Work work = new Work();
    private int freed; // within one operation: the block that has just become free
    private int freedBytes; // and its size, which its header does not have before it is joined

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
        count(1);
        int block = memory.sbrk(bytes) - Blocks.TAG; // the old epilogue becomes its header
        blocks.epilogue();
        settle(block, bytes);
        return freed;
    }

    private void place(int block, int size) {
        int whole = blocks.size(block);
        index.remove(block, whole);
        if (isWorthSplitting(whole, size)) {
            cut();
            blocks.allocate(block, size);
            blocks.release(block + size, whole - size);
            index.insert(block + size, whole - size);
            live(size);
        } else {
            blocks.allocate(block, whole);
            live(whole);
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
        live(-size);
        settle(block, size);
        if (coalesce.sweepAfterFree(this)) joinAll();
    }

    /** A block has become free: joined as the policy says, then tagged and told to the index. */
    private void settle(int block, int size) {
        freed = block;
        freedBytes = size;
        coalesce.freed(this);
        blocks.release(freed, freedBytes);
        index.insert(freed, freedBytes);
    }

    private void live(int bytes) {
        memory.word(LIVE_BYTES, memory.word(LIVE_BYTES) + bytes);
    }

    private void cut() {
        work.splits++;
        count(1);
    }

    private void joined() {
        work.joins++;
        count(-1);
    }

    private void count(int blocksMore) {
        memory.word(BLOCKS, memory.word(BLOCKS) + blocksMore);
    }

    @Override
    public void joinNext() {
        int next = freed + freedBytes;
        if (!blocks.isAllocated(next)) join(next);
    }

    @Override
    public void joinPrevious() {
        int previous = freePrevious();
        if (previous == NIL) return;
        join(previous);
        freed = previous;
    }

    private int freePrevious() {
        if (blocks.knowPrevious())
            return blocks.isPreviousFree(freed) ? blocks.previous(freed) : NIL;
        int previous = NIL;
        for (int b = blocks.first(); b != freed; b = blocks.next(b)) {
            previous = b;
            work.scans++;
        }
        return previous == NIL || blocks.isAllocated(previous) ? NIL : previous;
    }

    private void join(int neighbour) {
        int size = blocks.size(neighbour);
        index.remove(neighbour, size);
        joined();
        freedBytes += size;
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
        freed = block;
        freedBytes = blocks.size(block);
        index.remove(block, freedBytes);
        while (!blocks.isAllocated(freed + freedBytes)) join(freed + freedBytes);
        blocks.release(freed, freedBytes);
        index.insert(freed, freedBytes);
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
        joined();
        blocks.allocate(block, whole);
        index.swallowed(block, whole);
        live(whole - old);
        trim(block, size);
        return true;
    }

    /** Gives the tail of an allocated block back, where the splitting policy finds it worth it. */
    private void trim(int block, int size) {
        int whole = blocks.size(block);
        if (!isWorthSplitting(whole, size)) return;
        cut();
        live(size - whole);
        blocks.allocate(block, size);
        settle(block + size, whole - size);
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
                live(-size);
            } else {
                blocks.release(block, size);
            }
            block += Math.abs(size);
        }
        count(signedSizes.length - 1);
        for (int i = signedSizes.length - 1; i >= 0; i--) {
            block -= Math.abs(signedSizes[i]);
            if (signedSizes[i] > 0) index.insert(block, signedSizes[i]);
        }
    }

    @Override
    public Census census() {
        int largest = 0;
        for (int b = blocks.first(); !blocks.isEnd(b); b = blocks.next(b))
            if (!blocks.isAllocated(b)) largest = Math.max(largest, blocks.size(b));
        return new Census(blockCount(), largest);
    }

    /** Bytes that are in no block: before the first one, and the epilogue. */
    public int fixedBytes() {
        return blocks.first() + Blocks.TAG;
    }

    /** Bytes in allocated blocks, tags and padding included. Constant time. */
    public int liveBytes() {
        return memory.word(LIVE_BYTES);
    }

    /** Number of blocks, free ones and allocated ones. Constant time. */
    public int blockCount() {
        return memory.word(BLOCKS);
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
