package heaplab.heap;

import static heaplab.heap.Allocator.NULL;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A slow heap with a Java object for each block, written from the policies' descriptions and
 * sharing no code with them: an oracle that foretells every address.
 */
final class ModelHeap {
    private static final class Block {
        int start;
        int size;
        boolean allocated;

        Block(int start, int size) {
            this.start = start;
            this.size = size;
        }
    }

    private final String fit;
    private final String split;
    private final String coalesce;
    private final Realloc realloc;
    private final int tags; // bytes of tags in an allocated block
    private final int alignment;
    private final int chunk;
    private final int limit;
    private final int first; // address of the first block
    private final List<Block> blocks = new ArrayList<>(); // in address order
    private Block cursor; // of next fit
    private int freesSinceLook; // of coalescing at a threshold
    private int blocksAtLook;

    ModelHeap(Recipe recipe) {
        fit = Names.of(recipe.fit());
        split = Names.of(recipe.split());
        coalesce = Names.of(recipe.coalesce());
        realloc = recipe.realloc();
        tags = recipe.tags() == Tags.BOUNDARY_TAGS ? 8 : 4;
        alignment = recipe.alignment();
        chunk = recipe.growth().chunkBytes();
        limit = recipe.growth().limitBytes() / 4 * 4;
        first = recipe.tags() == Tags.BOUNDARY_TAGS || alignment == 16 ? 12 : 4;
        grow(minimum());
    }

    /** Whether this model knows all of a recipe's policies. */
    static boolean knows(Recipe recipe) {
        return recipe.tracking().toString().equals("implicit")
                && recipe.realloc() != Realloc.AT_THE_TOP
                && List.of("first fit", "next fit", "best fit", "worst fit")
                        .contains(Names.of(recipe.fit()))
                && List.of("always split", "never split", "split ≥ 32")
                        .contains(Names.of(recipe.split()))
                && List.of(
                                "never coalesce",
                                "next coalesce",
                                "immediate coalesce",
                                "deferred coalesce",
                                "coalesce at fragmentation > 0.5")
                        .contains(Names.of(recipe.coalesce()));
    }

    int malloc(int bytes) {
        if (bytes == 0) return NULL;
        long size = sizeFor(bytes);
        Block block = find(size);
        if (block == null && coalescesLate() && sweep()) block = find(size);
        if (block == null) block = grow(size);
        if (block == null) return NULL;
        block.allocated = true;
        cut(block, (int) size);
        return block.start + 4;
    }

    void free(int address) {
        if (address == NULL) return;
        release(at(address));
        if (coalesce.startsWith("coalesce at")) sweepAtThreshold();
    }

    int realloc(int address, int bytes) {
        if (address == NULL) return malloc(bytes);
        if (bytes == 0) {
            free(address);
            return NULL;
        }
        if (realloc != Realloc.ALWAYS_MOVES && stays(at(address), sizeFor(bytes))) return address;
        int moved = malloc(bytes);
        if (moved != NULL) free(address);
        return moved;
    }

    private boolean stays(Block block, long size) {
        boolean inPlace = realloc == Realloc.IN_PLACE;
        Block next = after(block);
        boolean together =
                inPlace
                        && next != null
                        && !next.allocated
                        && block.size < size
                        && block.size + next.size >= size;
        if (together) absorb(block, next);
        if (block.size < size) return false;
        Block tail = inPlace ? cut(block, (int) size) : null;
        if (tail != null) joinAtOnce(tail); // it becomes free; what malloc cuts off was free before
        return true;
    }

    private int minimum() {
        return tags + 1 > 8 || alignment == 16 ? 16 : 8;
    }

    private long sizeFor(int bytes) {
        return ((long) bytes + tags + alignment - 1) / alignment * alignment;
    }

    private Block find(long size) {
        List<Block> order = new ArrayList<>(blocks);
        if (fit.equals("next fit") && cursor != null) {
            int at = blocks.indexOf(cursor);
            order = new ArrayList<>(blocks.subList(at, blocks.size()));
            order.addAll(blocks.subList(0, at));
        }
        Block found = null;
        for (Block b : order)
            if (!b.allocated && b.size >= size && (found == null || better(b, found))) found = b;
        if (fit.equals("next fit") && found != null) cursor = found;
        return found;
    }

    private boolean better(Block block, Block found) {
        return switch (fit) {
            case "best fit" -> block.size < found.size;
            case "worst fit" -> block.size > found.size;
            default -> false;
        };
    }

    private Block grow(long size) {
        int brk = end() + 4;
        long room = (limit - brk) / alignment * alignment;
        long bytes = Math.min(Math.max(size, chunk), room);
        if (bytes < size) return null;
        Block block = new Block(end(), (int) bytes);
        blocks.add(block);
        return joinAtOnce(block);
    }

    /** Splits an allocated block, if the rest can be a block and the policy wants it: the rest. */
    private Block cut(Block block, int size) {
        int rest = block.size - size;
        boolean wanted = split.equals("always split") || split.equals("split ≥ 32") && rest >= 32;
        if (rest < minimum() || !wanted) return null;
        block.size = size;
        Block tail = new Block(block.start + size, rest);
        blocks.add(blocks.indexOf(block) + 1, tail);
        return tail;
    }

    private void release(Block block) {
        block.allocated = false;
        joinAtOnce(block);
    }

    private Block joinAtOnce(Block block) {
        boolean immediate = coalesce.equals("immediate coalesce");
        Block next = after(block);
        if ((immediate || coalesce.equals("next coalesce")) && next != null && !next.allocated)
            absorb(block, next);
        int index = blocks.indexOf(block);
        if (!immediate || index == 0 || blocks.get(index - 1).allocated) return block;
        Block previous = blocks.get(index - 1);
        absorb(previous, block);
        return previous;
    }

    private void absorb(Block block, Block next) {
        block.size += next.size;
        blocks.remove(next);
        if (cursor == next) cursor = block;
    }

    private boolean coalescesLate() {
        return coalesce.equals("deferred coalesce") || coalesce.startsWith("coalesce at");
    }

    private boolean sweep() {
        int before = blocks.size();
        for (int i = 0; i < blocks.size(); i++)
            while (!blocks.get(i).allocated
                    && i + 1 < blocks.size()
                    && !blocks.get(i + 1).allocated) absorb(blocks.get(i), blocks.get(i + 1));
        return blocks.size() < before;
    }

    private void sweepAtThreshold() {
        freesSinceLook++;
        if (freesSinceLook < Math.max(8, blocksAtLook / 4)) return;
        freesSinceLook = 0;
        blocksAtLook = blocks.size();
        int free = blocks.stream().filter(b -> !b.allocated).mapToInt(b -> b.size).sum();
        int largest =
                blocks.stream().filter(b -> !b.allocated).mapToInt(b -> b.size).max().orElse(0);
        if (2 * largest < free) sweep();
    }

    private Block at(int address) {
        return blocks.stream().filter(b -> b.start == address - 4).findFirst().orElseThrow();
    }

    private Block after(Block block) {
        int next = blocks.indexOf(block) + 1;
        return next < blocks.size() ? blocks.get(next) : null;
    }

    private int end() {
        if (blocks.isEmpty()) return first;
        Block last = blocks.get(blocks.size() - 1);
        return last.start + last.size;
    }

    /** Where the next search of next fit starts; 0 before the first. */
    int cursor() {
        return cursor == null ? 0 : cursor.start;
    }

    @Override
    public String toString() {
        return blocks.stream()
                .map(b -> (b.allocated ? "A" : "F") + b.size)
                .collect(Collectors.joining(" "));
    }
}
