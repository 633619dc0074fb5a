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
    private final FreeIndex index; // and its blocks: one way to memory for all, so the JIT sees one
    private final Split split;
    private final int trimBytes; // size of a last free block that is given back; 0: never
    private final Joiner joiner;
    private final Work work = new Work();

    /** A heap in a memory whose heap is still empty; it grows by one chunk at once. */
    public ListHeap(Recipe recipe, Memory memory) {
        if (!recipe.objection().isEmpty()) throw new IllegalArgumentException(recipe.objection());
        this.recipe = recipe;
        this.memory = memory;
        Tracking tracking = recipe.tracking();
        Blocks blocks =
                new Blocks(memory, recipe.tags(), recipe.alignment(), tracking.links().bytes());
        index = tracking.track(blocks, searching(recipe), work);
        split = recipe.split();
        trimBytes = recipe.growth().trimBytes();
        joiner = new Joiner(index, recipe.coalesce(), work);
        if (memory.limit() < fixedBytes())
            throw new IllegalArgumentException(
                    "limit of %d bytes: expected at least %d"
                            .formatted(memory.limit(), fixedBytes()));
        blocks.format();
        if (index.pieceBytes(blocks.minimum()) == 0) grow(blocks.minimum());
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
        int size = index.blocks.sizeFor(bytes);
        int block = size < 0 ? NIL : index.find(size);
        if (block == NIL) block = makeRoom(size);
        if (block == NIL) return refuse();
        place(block, size);
        return index.blocks.payload(block);
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
        int piece = index.pieceBytes(size);
        int needed = Math.max(size, piece);
        int room = (memory.limit() - memory.brk()) & -index.blocks.alignment();
        int bytes = Math.min(Math.max(needed, recipe.growth().chunkBytes()), room);
        if (bytes < needed) return NIL;
        work.growths++;
        int block = memory.sbrk(bytes) - Blocks.TAG; // the old epilogue becomes its header
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

    /** Gives whole chunks back where the heap ends in a large free block. */
    private void trimTop(int block) {
        int size = index.blocks.size(block);
        boolean isLarge = size >= trimBytes && !index.blocks.isAllocated(block);
        if (!isLarge || !index.blocks.isEnd(block + size)) return;
        int chunk = recipe.growth().chunkBytes();
        int back = size / chunk * chunk;
        if (size - back > 0 && size - back < index.blocks.minimum()) back -= chunk;
        if (back <= 0) return;
        index.remove(block, size);
        if (back == size) drop(block);
        work.trims++;
        index.blocks.shrink(block, back);
        if (back < size) joiner.settle(block, size - back);
    }

    private void drop(int block) {
        index.blocks.addCount(-1);
        index.dropped(block);
    }

    private void place(int block, int size) {
        int whole = index.blocks.size(block);
        index.remove(block, whole);
        if (isWorthSplitting(whole, size)) {
            cut();
            index.blocks.allocate(block, size);
            index.blocks.release(block + size, whole - size);
            index.insert(block + size, whole - size);
            index.blocks.addLive(size);
        } else {
            index.blocks.allocate(block, whole);
            index.blocks.addLive(whole);
        }
    }

    private boolean isWorthSplitting(int whole, int size) {
        return whole - size >= index.blocks.minimum() && split.worth(whole, size);
    }

    @Override
    public void free(int address) {
        if (address == NULL) return;
        work.frees++;
        int block = index.blocks.of(address);
        int size = index.blocks.size(block);
        index.blocks.addLive(-size);
        int whole = joiner.settle(block, size);
        boolean swept = joiner.afterFree();
        if (trimBytes > 0) trimTop(swept ? lastBlock() : whole);
    }

    private int lastBlock() {
        int block = index.blocks.first();
        while (!index.blocks.isEnd(index.blocks.next(block))) block = index.blocks.next(block);
        return block;
    }

    private void cut() {
        work.splits++;
        index.blocks.addCount(1);
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
        Realloc mode = recipe.realloc();
        int block = index.blocks.of(address);
        int size = index.blocks.sizeFor(bytes);
        if (mode == Realloc.ALWAYS_MOVES || size < 0) return false;
        boolean resizes = mode != Realloc.STAYS_IF_IT_FITS;
        if (size <= index.blocks.size(block)) {
            if (resizes) giveBackTail(block, size);
            return true;
        }
        if (resizes && growIntoNext(block, size)) return true;
        return mode == Realloc.AT_THE_TOP && growAtTheTop(block, size);
    }

    /** Moves the break for a block that is the last one, or has only a free one after it. */
    private boolean growAtTheTop(int block, int size) {
        int next = index.blocks.next(block);
        boolean joins = recipe.coalesce().joinsAtOnce() && !index.blocks.isAllocated(next);
        int end = joins ? index.blocks.next(next) : next;
        int missing = Math.max(index.blocks.minimum(), size - (end - block));
        return index.blocks.isEnd(end) && grow(missing) != NIL && growIntoNext(block, size);
    }

    private boolean growIntoNext(int block, int size) {
        int next = index.blocks.next(block);
        int old = index.blocks.size(block);
        if (index.blocks.isAllocated(next) || old + index.blocks.size(next) < size) return false;
        int whole = old + index.blocks.size(next);
        index.remove(next, whole - old);
        work.joins++;
        index.blocks.addCount(-1);
        index.blocks.allocate(block, whole);
        index.swallowed(block, whole);
        index.blocks.addLive(whole - old);
        giveBackTail(block, size);
        return true;
    }

    /** Gives the tail of an allocated block back, where the splitting policy finds it worth it. */
    private void giveBackTail(int block, int size) {
        int whole = index.blocks.size(block);
        if (!isWorthSplitting(whole, size)) return;
        cut();
        index.blocks.addLive(size - whole);
        index.blocks.allocate(block, size);
        joiner.settle(block + size, whole - size);
    }

    @Override
    public int usable(int address) {
        return index.blocks.usable(index.blocks.of(address));
    }

    @Override
    public void walk(BlockVisitor visitor) {
        int end = memory.brk() - Blocks.TAG;
        int block = index.blocks.first();
        while (block < end) {
            int size = index.blocks.size(block);
            if (size < index.blocks.minimum() || size > end - block)
                throw Laws.impossibleSize(this, block);
            visitor.block(block, size, index.blocks.isAllocated(block));
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
        int block = index.blocks.first();
        index.remove(block, index.blocks.size(block));
        for (int size : signedSizes) {
            if (size < 0) {
                index.blocks.allocate(block, -size);
                index.blocks.addLive(-size);
            } else {
                index.blocks.release(block, size);
            }
            block += Math.abs(size);
        }
        index.blocks.addCount(signedSizes.length - 1);
        for (int i = signedSizes.length - 1; i >= 0; i--) {
            block -= Math.abs(signedSizes[i]);
            if (signedSizes[i] > 0) index.insert(block, signedSizes[i]);
        }
    }

    /** Bytes that are in no block: before the first one, and the epilogue. */
    public int fixedBytes() {
        return index.blocks.fixedBytes();
    }

    /** Bytes in allocated blocks, tags and padding included. Constant time. */
    public int liveBytes() {
        return index.blocks.liveBytes();
    }

    /** Number of blocks, free ones and allocated ones. Constant time. */
    public int blockCount() {
        return index.blocks.count();
    }

    /** What the coalescing policy sees of this heap. */
    Merger merger() {
        return joiner;
    }

    /** Bytes in free index.blocks. Constant time. */
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
        return index.blocks.sizeFor(payloadBytes);
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
        return index.blocks;
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
