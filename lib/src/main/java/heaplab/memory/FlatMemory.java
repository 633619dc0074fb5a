package heaplab.memory;

import java.util.Arrays;

/**
 * Memory as one array of words that grows with the break. An access costs the load, the check of
 * its address and that of the array; growing costs amortized constant time per word.
 */
public final class FlatMemory extends Memory {
    private static final int SMALLEST_CAPACITY_BYTES = 4096;
    private static final int LARGEST_LIMIT_BYTES = 1 << 30;

    private static final int[] NONE = {};

    private final int limit;
    private int[] words; // the static area, then the heap; zero beyond the break
    private int[] open; // the same, or none while an undo log has to see every write
    private int brk; // bytes of heap

    /** An empty heap that may grow to a limit in bytes, 0 to 2^30, rounded down to a whole word. */
    public FlatMemory(int limitBytes) {
        if (limitBytes < 0 || limitBytes > LARGEST_LIMIT_BYTES)
            throw new IllegalArgumentException(
                    "limit %d bytes: expected 0 to %d".formatted(limitBytes, LARGEST_LIMIT_BYTES));
        limit = limitBytes & -WORD;
        words = new int[(STATIC_BYTES + Math.min(limit, SMALLEST_CAPACITY_BYTES)) >> 2];
        watch();
    }

    @Override
    public int word(int address) {
        int index = index(address);
        int[] open = this.open;
        return index >= 0 && index < open.length ? open[index] : watchedWord(address);
    }

    private int watchedWord(int address) {
        int index = index(address);
        if (index < 0 || index >= words.length) throw badAddress(address);
        return words[index];
    }

    @Override
    public void word(int address, int value) {
        int index = index(address);
        int[] open = this.open;
        if (index >= 0 && index < open.length) open[index] = value;
        else writeWatched(address, value);
    }

    private void writeWatched(int address, int value) {
        if (undo == null || address >= brk) throw badAddress(address);
        undo.record(address, word(address));
        words[index(address)] = value;
    }

    @Override
    public void record(UndoLog log) {
        super.record(log);
        watch();
    }

    private void watch() {
        open = undo == null ? words : NONE;
    }

    /**
     * Rotating moves the bits of a misaligned address to the top: one check then finds both errors.
     */
    private static int index(int address) {
        return Integer.rotateRight(address + STATIC_BYTES, 2);
    }

    /** {@inheritDoc} Whole words are copied at once where no undo log has to see them. */
    @Override
    public void copy(int from, int to, int bytes) {
        boolean aligned = ((from | to) & 3) == 0;
        boolean atOnce = undo == null && aligned && holds(from, bytes) && holds(to, bytes);
        int whole = atOnce ? bytes & -WORD : 0;
        if (atOnce) System.arraycopy(words, index(from), words, index(to), whole >> 2);
        super.copy(from + whole, to + whole, bytes - whole);
    }

    /** Where the array ends before, copying word by word names the first word that is not there. */
    private boolean holds(int address, int bytes) {
        int first = index(address);
        return first >= 0 && bytes >= 0 && bytes >> 2 <= words.length - first;
    }

    @Override
    public int[] flat() {
        return words;
    }

    private IllegalArgumentException badAddress(int address) {
        String rule = address < brk ? -STATIC_BYTES + " or more" : "an address below the break";
        if ((address & 3) != 0) rule = "a multiple of 4";
        return new IllegalArgumentException(
                "address %d: expected %s (the heap is 0 to %d)".formatted(address, rule, brk));
    }

    @Override
    public int brk() {
        return brk;
    }

    @Override
    public int limit() {
        return limit;
    }

    @Override
    public int sbrk(int bytes) {
        if ((bytes & 3) != 0 || bytes < -brk)
            throw new IllegalArgumentException(
                    "sbrk(%d): expected a multiple of 4, at least %d".formatted(bytes, -brk));
        if (bytes > limit - brk) return OUT_OF_MEMORY;
        int old = brk;
        if (bytes < 0) highWater = highWater();
        if (bytes > 0) reserve(old + bytes);
        for (int at = old + bytes; at < old; at += WORD) word(at, 0);
        if (undo != null) undo.recordBreak(old);
        brk = old + bytes;
        if (bytes > 0) Arrays.fill(words, index(old), index(brk), 0); // a stray write may be there
        return old;
    }

    @Override
    public void clear() {
        Arrays.fill(words, 0, (STATIC_BYTES + brk) >> 2, 0);
        brk = 0;
        highWater = 0;
        if (undo != null) undo.clear();
    }

    private void reserve(int heapBytes) {
        int needed = (STATIC_BYTES + heapBytes) >> 2;
        if (needed <= words.length) return;
        int doubled = (int) Math.min(2L * words.length, (STATIC_BYTES + (long) limit) >> 2);
        words = Arrays.copyOf(words, Math.max(needed, doubled));
        watch();
    }

    @Override
    public Snapshot snapshot() {
        return new Snapshot(Arrays.copyOf(words, (STATIC_BYTES + brk) >> 2), brk);
    }

    /** {@inheritDoc} The undo log is emptied: what it holds belongs to another past. */
    @Override
    public void restore(Snapshot snapshot) {
        reserve(snapshot.brk());
        int kept = snapshot.words().length;
        System.arraycopy(snapshot.words(), 0, words, 0, kept);
        if (snapshot.brk() < brk) Arrays.fill(words, kept, (STATIC_BYTES + brk) >> 2, 0);
        brk = snapshot.brk();
        if (undo != null) undo.clear();
    }
}
