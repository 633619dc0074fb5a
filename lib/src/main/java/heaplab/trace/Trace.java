package heaplab.trace;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a program asked of its allocator: malloc, realloc and free, in order, with the blocks named
 * by small ids. Two int columns, 8 bytes per operation. Immutable; every id is allocated before it
 * is used, and may be used again after a free.
 */
public final class Trace {
    /** Kinds of operation. */
    public static final int MALLOC = 0;

    public static final int FREE = 1;
    public static final int REALLOC = 2;

    static final int REALLOC_OF_NOTHING = 3; // of a block of size 0, which is NULL: a malloc

    static final int KIND_BITS = 2;
    static final int KIND = 3; // mask
    private static final int NO_ID = -1; // the id of free(NULL)
    private static final int SUGGESTED_HEAP_BYTES = 20_000_000; // where nobody says otherwise

    final int[] codes; // id << 2 | kind
    final int[] sizes; // bytes asked for; 0 for a free

    private final String name;
    private final int ids;
    private final int peakBytes;
    private final int suggestedHeap; // bytes
    private final int weight;

    private Trace(Builder of) {
        name = of.name;
        codes = Arrays.copyOf(of.codes, of.operations);
        sizes = Arrays.copyOf(of.sizes, of.operations);
        ids = of.ids;
        peakBytes = (int) of.peakBytes;
        suggestedHeap = of.suggestedHeap;
        weight = of.weight;
    }

    /** Where traces come from: readers, generators, and students. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** What to call it in a chart: the file's name without its endings, or the generator's. */
    public String name() {
        return name;
    }

    /** Number of operations. */
    public int operations() {
        return codes.length;
    }

    /** Number of ids: they run from 0 to this, exclusive. */
    public int ids() {
        return ids;
    }

    /** Most payload bytes that are ever live: the least any allocator can do with. */
    public int peakBytes() {
        return peakBytes;
    }

    /** How large a heap the trace's author had in mind, in bytes; nothing depends on it. */
    public int suggestedHeap() {
        return suggestedHeap;
    }

    /** How much the trace counts in a malloc lab score, 0 to 3. */
    public int weight() {
        return weight;
    }

    /** {@link #MALLOC}, {@link #FREE} or {@link #REALLOC}. */
    public int kind(int operation) {
        return Math.min(codes[operation] & KIND, REALLOC);
    }

    /** Whether an operation is the realloc of a block of 0 bytes: of NULL, as in C. */
    boolean isReallocOfNothing(int operation) {
        return (codes[operation] & KIND) == REALLOC_OF_NOTHING;
    }

    /** The block an operation is about; -1 for {@code free(NULL)}. */
    public int id(int operation) {
        return codes[operation] >> KIND_BITS;
    }

    /** Bytes asked for; 0 for a free. */
    public int bytes(int operation) {
        return sizes[operation];
    }

    /** Bytes of every request, in order: of each malloc and realloc that asks for any. */
    public IntStream requests() {
        return Arrays.stream(sizes).filter(bytes -> bytes > 0);
    }

    /** "malloc(24) as 7", "realloc(7, 48)" or "free(7)". */
    public String text(int operation) {
        int id = id(operation);
        return switch (kind(operation)) {
            case MALLOC -> "malloc(%d) as %d".formatted(bytes(operation), id);
            case REALLOC -> "realloc(%d, %d)".formatted(id, bytes(operation));
            default -> "free(" + (id == NO_ID ? "NULL" : id) + ")";
        };
    }

    @Override
    public String toString() {
        return "%s: %,d operations, %,d ids, peak %,d bytes"
                .formatted(name, operations(), ids, peakBytes);
    }

    /**
     * Collects operations. An impossible one is refused with an IllegalArgumentException that names
     * what was found and expected, and leaves the builder as it was.
     */
    public static final class Builder {
        private static final int DEAD = -1; // in place of a live block's bytes
        private static final int WILD_ID = 1 << 20; // further ahead of the operations than this

        private final String name;
        private int[] codes = new int[1024];
        private int[] sizes = new int[1024];
        private int[] live = new int[0]; // bytes of each id, or DEAD
        private int operations;
        private int ids;
        private long liveBytes;
        private long peakBytes;
        private int suggestedHeap = SUGGESTED_HEAP_BYTES;
        private int weight = 1;

        private Builder(String name) {
            this.name = name;
        }

        /** malloc: the id must not be live. */
        public Builder malloc(int id, int bytes) {
            requireId(id);
            if (isLive(id)) throw refused("id " + id + " (live)", "one that is not live");
            requireBytes(bytes);
            reserve(id);
            resize(id, bytes);
            return add(id, MALLOC, bytes);
        }

        /** realloc of a live id; size 0 frees it. */
        public Builder realloc(int id, int bytes) {
            requireLive(id);
            requireBytes(bytes);
            int kind = live[id] == 0 ? REALLOC_OF_NOTHING : REALLOC;
            resize(id, bytes == 0 ? DEAD : bytes);
            return add(id, kind, bytes);
        }

        /** free of a live id, or of -1: {@code free(NULL)}. */
        public Builder free(int id) {
            if (id != NO_ID) {
                requireLive(id);
                resize(id, DEAD);
            }
            return add(id, FREE, 0);
        }

        /** How large a heap to suggest, in bytes, at least 100: smaller ones read as a weight. */
        public Builder suggestedHeap(int bytes) {
            if (bytes < 100) throw refused(bytes + " bytes", "a suggested heap of 100 or more");
            suggestedHeap = bytes;
            return this;
        }

        /** How much the trace counts in a malloc lab score. */
        public Builder weight(int newWeight) {
            if (newWeight < 0 || newWeight > 3) throw refused("weight " + newWeight, "0 to 3");
            weight = newWeight;
            return this;
        }

        /** Operations so far. */
        public int operations() {
            return operations;
        }

        /** Ids so far. */
        public int ids() {
            return ids;
        }

        /** The trace of all operations so far. */
        public Trace build() {
            return new Trace(this);
        }

        private void resize(int id, int bytes) {
            long total = liveBytes + Math.max(bytes, 0) - Math.max(live[id], 0);
            if (total > Integer.MAX_VALUE)
                throw refused(total + " bytes live", "at most " + Integer.MAX_VALUE);
            live[id] = bytes;
            liveBytes = total;
            peakBytes = Math.max(peakBytes, total);
        }

        private Builder add(int id, int kind, int bytes) {
            if (operations == codes.length) {
                codes = Arrays.copyOf(codes, 2 * operations);
                sizes = Arrays.copyOf(sizes, 2 * operations);
            }
            if (id >= ids) ids = id + 1;
            codes[operations] = id << KIND_BITS | kind;
            sizes[operations++] = bytes;
            return this;
        }

        private void reserve(int id) {
            if (id < live.length) return;
            int old = live.length;
            live = Arrays.copyOf(live, Math.max(id + 1, 2 * old));
            Arrays.fill(live, old, live.length, DEAD);
        }

        private boolean isLive(int id) {
            return id < live.length && live[id] != DEAD;
        }

        /** Ids index arrays, so one that is far beyond the number of operations is an error. */
        private void requireId(int id) {
            long end = Math.min(16L * operations + WILD_ID, 1 << 32 - 1 - KIND_BITS);
            if (id < 0 || id >= end) throw refused("id " + id, "0 to " + (end - 1));
        }

        private void requireLive(int id) {
            if (id < 0 || !isLive(id)) throw refused("id " + id + " (not live)", "a live one");
        }

        private void requireBytes(int bytes) {
            if (bytes < 0) throw refused(bytes + " bytes", "a size of 0 bytes or more");
        }

        private Refusal refused(String found, String expected) {
            return new Refusal("operation " + operations + ": ", found, expected);
        }
    }
}
