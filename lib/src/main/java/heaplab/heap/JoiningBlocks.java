package heaplab.heap;

/**
 * A list in address order that joins while it is searched: every free block that a fit comes to has
 * taken in the free ones after it. So a fit need not know of it. Source: lecture 2, "Summary of Key
 * Allocator Policies" (deferred coalescing as you scan).
 */
final class JoiningBlocks implements FreeBlocks {
    private final FreeBlocks free;
    private final Joiner joiner;

    JoiningBlocks(FreeBlocks free, Joiner joiner) {
        this.free = free;
        this.joiner = joiner;
    }

    @Override
    public int first() {
        return joiner.joinWhileSearching(free.first());
    }

    @Override
    public int next(int block) {
        return joiner.joinWhileSearching(free.next(block));
    }

    @Override
    public int size(int block) {
        return free.size(block);
    }

    @Override
    public int cursor() {
        return joiner.joinWhileSearching(free.cursor());
    }

    @Override
    public void cursor(int block) {
        free.cursor(block);
    }
}
