package heaplab.alloc;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A free list on paper: a list of addresses and sizes, without memory behind it. It answers as the
 * simulator of the book does, entry by entry.
 *
 * <p>malloc rounds the size up to the alignment, adds the header and takes the low end of an entry;
 * the rest stays in the entry's place. free puts the block back by the list's order and, if asked
 * to, joins entries in one pass over the list: those that touch in memory, but are not next to each
 * other in the list, stay apart. So joining is complete only in a list sorted by address. What a
 * variant may do differently is protected.
 *
 * <p>Cost: malloc and free take time linear in the list, with sorting by insertion. Source: Arpaci-
 * Dusseau, Operating Systems: Three Easy Pieces, chapter "Free-Space Management", its simulator.
 */
public class FreeListSimulator {
    /** The result of an operation that was refused. */
    public static final int FAILED = -1;

    /** A piece of memory: an entry of the list, or a block of the program. */
    public record Chunk(int address, int bytes) {
        /** The address behind its last byte. */
        public int end() {
            return address + bytes;
        }

        /** The address and the size: "1008:92". */
        @Override
        public String toString() {
            return address + ":" + bytes;
        }
    }

    /**
     * What malloc answers.
     *
     * @param block where the block starts, before its header; {@link #FAILED} if none was given
     * @param searched entries looked at
     */
    public record Placed(int block, int searched) {}

    private final FreeListOptions options;
    private final List<Chunk> free = new ArrayList<>();
    private final SortedMap<Integer, Chunk> live = new TreeMap<>(); // by where the block starts

    /** A heap that is one entry. */
    public FreeListSimulator(FreeListOptions options) {
        this.options = options;
        free.add(new Chunk(options.base(), options.heapBytes()));
    }

    /** Takes a block for this many bytes, at least 0, from the list. */
    public final Placed malloc(int bytes) {
        if (bytes < 0)
            throw new IllegalArgumentException("malloc(%d): expected 0 or more".formatted(bytes));
        long blockBytes = blockBytes(bytes);
        int found = find(blockBytes);
        int searched = options.placement().searched(free, found);
        return new Placed(
                found == ListPlacement.NONE ? FAILED : take(found, (int) blockBytes), searched);
    }

    /** Gives the block that starts here back: 0, or {@link #FAILED} if there is none. */
    public final int free(int block) {
        Chunk freed = live.remove(block);
        if (freed == null) return FAILED;
        options.order().insert(free, freed);
        if (options.coalesces()) coalesce(freed);
        return 0;
    }

    /** The list, in its order. */
    public final List<Chunk> freeList() {
        return List.copyOf(free);
    }

    /** The blocks of the program, header and all, by address. */
    public final List<Chunk> blocks() {
        return List.copyOf(live.values());
    }

    public final FreeListOptions options() {
        return options;
    }

    /** Bytes a request takes from the list. */
    protected long blockBytes(int bytes) {
        return options.blockBytes(bytes);
    }

    /** Position of the entry a block is taken from. */
    protected int find(long blockBytes) {
        return options.placement().find(free, blockBytes);
    }

    /** Takes a block from an entry that is large enough; answers where it starts. */
    protected int take(int found, int blockBytes) {
        Chunk entry = free.get(found);
        int end = entry.address() + blockBytes;
        replace(found, new Chunk(end, entry.end() - end));
        return give(new Chunk(entry.address(), blockBytes));
    }

    /** Joins entries after a block was freed. */
    protected void coalesce(Chunk freed) {
        List<Chunk> joined = new ArrayList<>();
        for (Chunk entry : free) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).end() == entry.address())
                joined.set(last, join(joined.get(last), entry));
            else joined.add(entry);
        }
        free.clear();
        free.addAll(joined);
    }

    /** Two that touch, as one. */
    static Chunk join(Chunk low, Chunk high) {
        return new Chunk(low.address(), low.bytes() + high.bytes());
    }

    /** The list itself, for variants that work on it. */
    protected final List<Chunk> list() {
        return free;
    }

    /** Puts the rest of an entry into its place; an empty rest is left out. */
    protected final void replace(int position, Chunk rest) {
        if (rest.bytes() == 0) free.remove(position);
        else free.set(position, rest);
    }

    /** Makes a piece of memory a block of the program; answers where it starts. */
    protected final int give(Chunk block) {
        live.put(block.address(), block);
        return block.address();
    }

    @Override
    public String toString() {
        return free.toString();
    }
}
