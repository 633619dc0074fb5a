package heaplab.trace;

import java.util.Arrays;

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

    private static final int KIND_BITS = 2;
    private static final int KIND = 3; // mask
    private static final int NO_ID = -1; // the id of free(NULL)

    final int[] codes; // id << 2 | kind
    final int[] sizes; // bytes asked for; 0 for a free

    private final String name;
    private final int ids;
    private final int peakBytes;

    private Trace(String name, int[] codes, int[] sizes, int ids, int peakBytes) {
        this.name = name;
        this.codes = codes;
        this.sizes = sizes;
        this.ids = ids;
        this.peakBytes = peakBytes;
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

    /** {@link #MALLOC}, {@link #FREE} or {@link #REALLOC}. */
    public int kind(int operation) {
        return codes[operation] & KIND;
    }

    /** The block an operation is about; -1 for {@code free(NULL)}. */
    public int id(int operation) {
        return codes[operation] >> KIND_BITS;
    }

    /** Bytes asked for; 0 for a free. */
    public int bytes(int operation) {
        return sizes[operation];
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

    /** Collects operations and refuses impossible ones, naming what it found and expected. */
    public static final class Builder {
        private static final int DEAD = -1; // in place of a live block's bytes

        private final String name;
        private int[] codes = new int[1024];
        private int[] sizes = new int[1024];
        private int[] live = new int[0]; // bytes of each id, or DEAD
        private int operations;
        private int ids;
        private long liveBytes;
        private long peakBytes;

        private Builder(String name) {
            this.name = name;
        }

        /** malloc: the id must not be live. */
        public Builder malloc(int id, int bytes) {
            require(id >= 0 && id <= Integer.MAX_VALUE >> KIND_BITS, "an id from 0 to 2^29-1", id);
            requireBytes(bytes);
            reserve(id);
            require(live[id] == DEAD, "an id that is not live", id);
            resize(id, bytes);
            return add(id, MALLOC, bytes);
        }

        /** realloc of a live id; size 0 frees it. */
        public Builder realloc(int id, int bytes) {
            requireLive(id);
            requireBytes(bytes);
            resize(id, bytes == 0 ? DEAD : bytes);
            return add(id, REALLOC, bytes);
        }

        /** free of a live id, or of -1: {@code free(NULL)}. */
        public Builder free(int id) {
            if (id != NO_ID) {
                requireLive(id);
                resize(id, DEAD);
            }
            return add(id, FREE, 0);
        }

        /** The trace of all operations so far. */
        public Trace build() {
            int[] c = Arrays.copyOf(codes, operations);
            int[] s = Arrays.copyOf(sizes, operations);
            return new Trace(name, c, s, ids, (int) peakBytes);
        }

        private void resize(int id, int bytes) {
            liveBytes += Math.max(bytes, 0) - Math.max(live[id], 0);
            live[id] = bytes;
            if (liveBytes > Integer.MAX_VALUE)
                throw new IllegalArgumentException(
                        "%d bytes live at operation %d: expected at most %d"
                                .formatted(liveBytes, operations, Integer.MAX_VALUE));
            peakBytes = Math.max(peakBytes, liveBytes);
        }

        private Builder add(int id, int kind, int bytes) {
            if (operations == codes.length) {
                codes = Arrays.copyOf(codes, 2 * operations);
                sizes = Arrays.copyOf(sizes, 2 * operations);
            }
            codes[operations] = id << KIND_BITS | kind;
            sizes[operations++] = bytes;
            return this;
        }

        private void reserve(int id) {
            if (id >= live.length) {
                int old = live.length;
                live = Arrays.copyOf(live, Math.max(id + 1, 2 * old));
                Arrays.fill(live, old, live.length, DEAD);
            }
            ids = Math.max(ids, id + 1);
        }

        private void requireLive(int id) {
            require(id >= 0 && id < ids && live[id] != DEAD, "a live id", id);
        }

        private void requireBytes(int bytes) {
            require(bytes >= 0, "a size of 0 bytes or more", bytes);
        }

        private void require(boolean holds, String expected, int found) {
            if (!holds)
                throw new IllegalArgumentException(
                        "operation %d: found %d, expected %s"
                                .formatted(operations, found, expected));
        }
    }
}
