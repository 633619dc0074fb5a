package heaplab.memory;

/**
 * Simulated memory: aligned 4-byte words at byte addresses. The heap starts at address 0 and ends
 * at the break; the {@value #STATIC_BYTES} bytes below it hold the allocator's own static
 * variables, as .data and .bss lie below the heap of a process. So an address is an offset from the
 * heap's start, and everything an allocator knows is in memory: snapshot and undo need nothing
 * else.
 *
 * <p>There are at most two kinds, flat and paged: a third would cost every access its inlining.
 * Source: lecture 2, "Process Address Space" and sbrk.
 */
public abstract class Memory {
    /** Size of the static area: addresses -4096 to -4. */
    public static final int STATIC_BYTES = 4096;

    /** Bytes in a word. */
    public static final int WORD = 4;

    /** What {@link #sbrk} answers when the limit is reached; no break is ever negative. */
    public static final int OUT_OF_MEMORY = -1;

    protected UndoLog undo; // null: nothing is recorded
    protected int highWater; // most bytes of heap before the break last moved down

    /**
     * The word at an address: a multiple of 4, from -STATIC_BYTES up to the break. As on a real
     * machine, a stray access shortly beyond the break may go unnoticed.
     *
     * @throws IllegalArgumentException when there is no such word
     */
    public abstract int word(int address);

    /**
     * Writes the word at an address: a multiple of 4, from -STATIC_BYTES up to the break. A stray
     * write shortly beyond the break may go unnoticed as well; no later sbrk shows it.
     *
     * @throws IllegalArgumentException when there is no such word
     */
    public abstract void word(int address, int value);

    /**
     * All words in one array, for loops that walk: the word at an address has index (address +
     * STATIC_BYTES) / 4. Another array after the next sbrk, so look it up once per operation.
     * Reading only: what is written here cannot be undone.
     */
    public abstract int[] flat();

    /** The end of the heap, in bytes: the first address beyond it. */
    public abstract int brk();

    /** The most bytes the heap has ever had, also if they were given back since. */
    public int highWater() {
        return Math.max(highWater, brk());
    }

    /** The most bytes the heap can have. */
    public abstract int limit();

    /**
     * Moves the break by a number of bytes (a multiple of 4; negative shrinks). New memory is zero.
     *
     * @return the old break, or {@link #OUT_OF_MEMORY} when the new one would pass the limit
     * @throws IllegalArgumentException when the heap would end below its start or inside a word
     */
    public abstract int sbrk(int bytes);

    /** An empty heap again, all static variables zero. What had been obtained is kept for reuse. */
    public abstract void clear();

    /** A copy of all words and of the break. Cost: linear in the heap. */
    public abstract Snapshot snapshot();

    /** Puts everything back to what it was at the snapshot. Cost: linear in the heap. */
    public abstract void restore(Snapshot snapshot);

    /** All words from -STATIC_BYTES to the break, and the break. */
    public record Snapshot(int[] words, int brk) {
        /** The word the snapshot holds at an address; 0 where there was no heap yet. */
        public int word(int address) {
            return address < brk ? words[(address + STATIC_BYTES) >> 2] : 0;
        }
    }

    /** From now on writes down every old value, so that steps can be taken back; null stops it. */
    public void record(UndoLog log) {
        undo = log;
    }

    /** The byte at an address, 0 to 255. Bytes of a word are numbered as on x86: lowest first. */
    public int byteAt(int address) {
        return word(address & -WORD) >>> 8 * (address & 3) & 0xff;
    }

    /** Writes the lowest 8 bits of a value as the byte at an address. */
    public void byteAt(int address, int value) {
        int shift = 8 * (address & 3);
        int word = word(address & -WORD);
        word(address & -WORD, word & ~(0xff << shift) | (value & 0xff) << shift);
    }

    /** Fills bytes with the lowest 8 bits of a value, as memset does. */
    public void fill(int address, int bytes, int value) {
        int end = address + bytes;
        int at = address;
        for (; at < end && (at & 3) != 0; at++) byteAt(at, value);
        for (; at <= end - WORD; at += WORD) word(at, (value & 0xff) * 0x01010101);
        for (; at < end; at++) byteAt(at, value);
    }

    /** Copies bytes from one place to another, as memcpy does: the two must not overlap. */
    public void copy(int from, int to, int bytes) {
        int whole = ((from | to) & 3) == 0 ? bytes & -WORD : 0;
        for (int i = 0; i < whole; i += WORD) word(to + i, word(from + i));
        for (int i = whole; i < bytes; i++) byteAt(to + i, byteAt(from + i));
    }
}
