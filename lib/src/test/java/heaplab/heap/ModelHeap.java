package heaplab.heap;

import static heaplab.heap.Allocator.NULL;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IntSummaryStatistics;
import java.util.List;

/**
 * A slow heap with a Java object for each block, written from the policies' descriptions and
 * sharing no code with them: an oracle that foretells every address and every list.
 */
final class ModelHeap {
    private static final List<String> SPLITS = List.of("always split", "never split", "split ≥ 32");
    private static final List<String> COALESCES =
            List.of(
                    "never coalesce",
                    "next coalesce",
                    "immediate coalesce",
                    "deferred coalesce",
                    "scan coalesce",
                    "quick lists ≤ 80",
                    "coalesce at fragmentation > 0.5");

    private final String split;
    private final String coalesce;
    private final Realloc realloc;
    private final int tags; // bytes of tags in an allocated block
    private final int minimum; // bytes of the smallest block
    private final int alignment;
    private final Growth growth;
    private final ModelBlocks blocks;
    private final ModelIndex index;
    private int freesSinceLook; // of coalescing at a threshold
    private int blocksAtLook;

    ModelHeap(Recipe recipe) {
        split = Names.of(recipe.split());
        coalesce = Names.of(recipe.coalesce());
        realloc = recipe.realloc();
        growth = recipe.growth();
        alignment = recipe.alignment();
        boolean footers = recipe.tags() == Tags.BOUNDARY_TAGS;
        tags = footers ? 8 : 4;
        blocks = new ModelBlocks(footers || alignment == 16 ? 12 : 4);
        boolean hasLinks = !recipe.tracking().toString().equals("implicit");
        minimum = hasLinks || footers || alignment == 16 ? 16 : 8;
        ModelSearch search = new ModelSearch(Names.of(recipe.fit()), this::comeTo);
        index = ModelIndex.of(recipe, blocks, search);
        if (index.piece(minimum) == 0) grow(minimum);
    }

    /** Whether this model knows all of a recipe's policies. */
    static boolean knows(Recipe recipe) {
        return ModelIndex.knows(recipe.tracking())
                && ModelSearch.FITS.contains(Names.of(recipe.fit()))
                && SPLITS.contains(Names.of(recipe.split()))
                && COALESCES.contains(Names.of(recipe.coalesce()));
    }

    int malloc(int bytes) {
        if (bytes == 0) return NULL;
        long size = sizeFor(bytes);
        ModelBlock block = index.find(size);
        if (block == null && sweepsLate() && sweep()) block = index.find(size);
        if (block == null) block = grow(size);
        if (block == null) return NULL;
        index.remove(block);
        block.allocated = true;
        ModelBlock rest = cut(block, size);
        if (rest != null) index.insert(rest);
        return block.start + 4;
    }

    void free(int address) {
        if (address == NULL) return;
        ModelBlock block = settle(blocks.at(address - 4));
        boolean swept = coalesce.startsWith("coalesce at") && isScattered() && sweep();
        if (growth.trimBytes() > 0) trim(swept ? blocks.last() : block);
    }

    int realloc(int address, int bytes) {
        if (address == NULL) return malloc(bytes);
        if (bytes == 0) {
            free(address);
            return NULL;
        }
        if (realloc != Realloc.ALWAYS_MOVES && stays(blocks.at(address - 4), sizeFor(bytes)))
            return address;
        int moved = malloc(bytes);
        if (moved != NULL) free(address);
        return moved;
    }

    private boolean stays(ModelBlock block, long size) {
        if (realloc == Realloc.STAYS_IF_IT_FITS) return block.size >= size;
        if (block.size < size) {
            if (realloc == Realloc.AT_THE_TOP) makeRoomAtTheTop(block, size);
            ModelBlock next = blocks.freeAfter(block);
            if (next == null || block.size + next.size < size) return false;
            takeIn(block, next);
        }
        ModelBlock tail = cut(block, size);
        if (tail != null) settle(tail);
        return true;
    }

    /** Grows the heap where what is missing is missing at its end. */
    private void makeRoomAtTheTop(ModelBlock block, long size) {
        ModelBlock next = blocks.freeAfter(block);
        if (next != null && block.size + next.size >= size) return;
        boolean joins = next != null && coalesce.equals("immediate coalesce");
        ModelBlock top = joins ? next : block;
        if (top == blocks.last()) grow(Math.max(minimum, size - (top.end() - block.start)));
    }

    private long sizeFor(int bytes) {
        return Math.max(minimum, ((long) bytes + tags + alignment - 1) / alignment * alignment);
    }

    /** Moves the end of the heap: a free block there that has the size, or null at the limit. */
    private ModelBlock grow(long size) {
        long piece = index.piece(size);
        long needed = Math.max(size, piece);
        long room = (growth.limitBytes() / 4 * 4 - blocks.end() - 4) / alignment * alignment;
        int bytes = (int) Math.min(Math.max(needed, growth.chunkBytes()), room);
        if (bytes < needed) return null;
        if (piece > 0) return cutUp(bytes, (int) piece);
        return settle(blocks.append(bytes));
    }

    /** Equal blocks, the last of which gets what is left over; the first comes first. */
    private ModelBlock cutUp(int bytes, int piece) {
        ModelBlock last = blocks.append(bytes);
        Deque<ModelBlock> pieces = new ArrayDeque<>(List.of(last));
        while (last.size >= 2 * piece) pieces.push(last = blocks.cut(last, piece));
        pieces.forEach(index::insert);
        return pieces.getLast();
    }

    /** Gives whole chunks back of a large free block that is the last one. */
    private void trim(ModelBlock block) {
        if (block != blocks.last() || block.allocated || block.size < growth.trimBytes()) return;
        int kept = block.size % growth.chunkBytes();
        while (kept > 0 && kept < minimum) kept += growth.chunkBytes();
        if (kept >= block.size) return;
        if (kept == 0) blocks.drop(block);
        index.remove(block);
        block.size = kept;
        if (kept > 0) settle(block);
    }

    /** Splits an allocated block, if the rest can be a block and the policy wants it: the rest. */
    private ModelBlock cut(ModelBlock block, long size) {
        long rest = block.size - size;
        boolean wanted = split.equals("always split") || split.equals("split ≥ 32") && rest >= 32;
        if (rest < minimum || !wanted) return null;
        return blocks.cut(block, (int) size);
    }

    /** A block that is in no list becomes free: the block it is part of then. */
    private ModelBlock settle(ModelBlock block) {
        block.allocated = false;
        boolean both =
                coalesce.equals("immediate coalesce")
                        || coalesce.startsWith("quick") && block.size > 80;
        ModelBlock next = blocks.freeAfter(block);
        if (next != null && (both || coalesce.equals("next coalesce"))) takeIn(block, next);
        ModelBlock previous = blocks.freeBefore(block);
        ModelBlock whole = both && previous != null ? previous : block;
        if (whole == previous) {
            index.remove(previous);
            swallow(previous, block);
        }
        index.insert(whole);
        return whole;
    }

    private void takeIn(ModelBlock block, ModelBlock next) {
        index.remove(next);
        swallow(block, next);
    }

    private void swallow(ModelBlock block, ModelBlock next) {
        blocks.swallow(block, next);
        index.swallowed(next, block);
    }

    private void comeTo(ModelBlock block) {
        if (coalesce.equals("scan coalesce")) joinRun(block);
    }

    /** Joins a free block with all free ones after it; it goes into its list anew. */
    private void joinRun(ModelBlock block) {
        if (blocks.freeAfter(block) == null) return;
        index.remove(block);
        while (blocks.freeAfter(block) != null) takeIn(block, blocks.freeAfter(block));
        index.insert(block);
    }

    private boolean sweepsLate() {
        return coalesce.matches("(deferred|scan|quick|coalesce at) ?.*");
    }

    private boolean sweep() {
        int before = blocks.count();
        for (ModelBlock block : blocks.all()) if (block.isFree()) joinRun(block);
        return blocks.count() < before;
    }

    /** Whether half of the free bytes are outside of the largest free block; looked at rarely. */
    private boolean isScattered() {
        freesSinceLook++;
        if (freesSinceLook < Math.max(8, blocksAtLook / 4)) return false;
        freesSinceLook = 0;
        blocksAtLook = blocks.count();
        IntSummaryStatistics free =
                blocks.free().stream().mapToInt(b -> b.size).summaryStatistics();
        return 2L * free.getMax() < free.getSum();
    }

    /** Where the next search of next fit starts; 0 before the first. */
    int cursor() {
        return index.cursor();
    }

    /** Starts of the blocks in each list of free blocks that is not empty. */
    List<List<Integer>> chains() {
        return index.chains();
    }

    @Override
    public String toString() {
        return blocks.toString();
    }
}
