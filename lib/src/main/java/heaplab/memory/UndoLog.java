package heaplab.memory;

/**
 * The last writes to a memory, so that steps can be taken back: a ring of (address, old value)
 * pairs. When it is full the oldest are forgotten; {@link #reaches} tells how far back it still
 * goes. Cost: two stores per recorded write, nothing while no log is attached.
 */
public final class UndoLog {
    private static final int BREAK = Integer.MIN_VALUE; // in place of an address: the break itself

    private final int[] addresses;
    private final int[] values; // what was there before the write
    private long written; // writes ever recorded, less those taken back
    private long oldest; // writes before this one are forgotten

    /** A log that holds a number of writes, 1 or more. */
    public UndoLog(int capacity) {
        if (capacity < 1)
            throw new IllegalArgumentException(
                    "capacity " + capacity + " writes: expected 1 or more");
        addresses = new int[capacity];
        values = new int[capacity];
    }

    void record(int address, int oldValue) {
        int slot = (int) (written % addresses.length);
        addresses[slot] = address;
        values[slot] = oldValue;
        written++;
        if (written - oldest > addresses.length) oldest++;
    }

    void recordBreak(int oldBreak) {
        record(BREAK, oldBreak);
    }

    void clear() {
        oldest = written;
    }

    /** Now, as a point to come back to. */
    public long mark() {
        return written;
    }

    /** Whether the log still holds every write since the mark. */
    public boolean reaches(long mark) {
        return mark >= oldest && mark <= written;
    }

    /**
     * Takes back every write since the mark, the last one first.
     *
     * @throws IllegalStateException when some of them are forgotten; nothing is taken back then
     */
    public void undoTo(long mark, Memory memory) {
        if (!reaches(mark))
            throw new IllegalStateException(
                    "cannot undo to mark %d: the log holds marks %d to %d"
                            .formatted(mark, oldest, written));
        memory.record(null);
        while (written > mark) {
            int slot = (int) (--written % addresses.length);
            if (addresses[slot] == BREAK) memory.sbrk(values[slot] - memory.brk());
            else memory.word(addresses[slot], values[slot]);
        }
        memory.record(this);
    }
}
