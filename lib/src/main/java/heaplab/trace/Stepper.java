package heaplab.trace;

import heaplab.heap.Allocator;
import heaplab.memory.UndoLog;
import java.util.Arrays;

/**
 * Steps through a trace on an allocator, forward and back. A step back takes back the last writes
 * to memory, as far as the undo log reaches; beyond it the nearest snapshot is restored and the
 * trace replayed from there. So every position can be reached, and the heap there is the one that a
 * replay from the start would make. Counters in Java, such as {@code Work}, only ever go up.
 *
 * <p>Cost: a step as the writes of its operation; a jump as the way from the nearest snapshot.
 */
public final class Stepper {
    private static final int LOGGED_WRITES = 1 << 20;
    private static final int LOGGED_STEPS = 1 << 14;

    private final Trace trace;
    private final Allocator heap;
    private final UndoLog log;
    private final Snapshots snapshots;
    private final int[] addresses; // of each id; NULL when it is not live
    private final int[] bytes; // asked for, of each id; 0 when it is not live
    private int position; // operations done
    private int oldestLogged; // position from which on the three rings hold every step
    private final long[] marks = new long[LOGGED_STEPS]; // ring: the log before a step
    private final int[] oldAddresses = new int[LOGGED_STEPS]; // ring: of the id, before a step
    private final int[] oldBytes = new int[LOGGED_STEPS]; // ring: of the id, before a step

    /** At the start of a trace, with an allocator that has not been used yet. */
    public Stepper(Trace trace, Allocator heap) {
        this(trace, heap, LOGGED_WRITES);
    }

    Stepper(Trace trace, Allocator heap, int loggedWrites) {
        this.trace = trace;
        this.heap = heap;
        addresses = new int[trace.ids()];
        bytes = new int[trace.ids()];
        snapshots = new Snapshots(heap.memory(), addresses, bytes);
        log = new UndoLog(loggedWrites);
        heap.memory().record(log);
    }

    /** Does the next operation; whether there was one. */
    public boolean forward() {
        if (position == trace.operations()) return false;
        int id = trace.id(position);
        remember(id);
        if (id >= 0) perform(id);
        position++;
        snapshots.arrivedAt(position);
        return true;
    }

    /** Takes the last operation back; whether there was one. */
    public boolean back() {
        if (position == 0) return false;
        to(position - 1);
        return true;
    }

    /**
     * Goes to where this many operations are done.
     *
     * @throws IllegalArgumentException when the trace has fewer
     */
    public Stepper to(int target) {
        if (target < 0 || target > trace.operations())
            throw new IllegalArgumentException(
                    "position %d: expected 0 to %d".formatted(target, trace.operations()));
        if (target < position && !isLogged(target)) restore(target);
        while (position > target) undo();
        while (position < target) forward();
        return this;
    }

    private void perform(int id) {
        int size = trace.bytes(position);
        int old = addresses[id];
        switch (trace.kind(position)) {
            case Trace.MALLOC -> addresses[id] = heap.malloc(size);
            case Trace.REALLOC -> {
                if (old != Allocator.NULL || trace.isReallocOfNothing(position))
                    addresses[id] = heap.realloc(old, size);
            }
            default -> {
                heap.free(old);
                addresses[id] = Allocator.NULL;
            }
        }
        bytes[id] = addresses[id] == Allocator.NULL ? 0 : size;
    }

    private void remember(int id) {
        int slot = position % LOGGED_STEPS;
        oldestLogged = Math.max(oldestLogged, position + 1 - LOGGED_STEPS);
        marks[slot] = log.mark();
        if (id < 0) return;
        oldAddresses[slot] = addresses[id];
        oldBytes[slot] = bytes[id];
    }

    private boolean isLogged(int target) {
        return target >= oldestLogged && log.reaches(marks[target % LOGGED_STEPS]);
    }

    private void undo() {
        int slot = --position % LOGGED_STEPS;
        log.undoTo(marks[slot], heap.memory());
        int id = trace.id(position);
        if (id < 0) return;
        addresses[id] = oldAddresses[slot];
        bytes[id] = oldBytes[slot];
    }

    private void restore(int target) {
        position = snapshots.restoreBefore(target);
        oldestLogged = position;
    }

    /** Operations done so far. */
    public int position() {
        return position;
    }

    /** The operation just done, in words; empty at the start. */
    public String text() {
        return position == 0 ? "" : trace.text(position - 1);
    }

    /** Address of the block an id names now; NULL when it is not live, or was refused. */
    public int address(int id) {
        return addresses[id];
    }

    /** Bytes asked for the block an id names now; 0 when it is not live, or was refused. */
    public int bytes(int id) {
        return bytes[id];
    }

    /** Bytes asked for and live now: the payload. */
    public long payload() {
        return Arrays.stream(bytes).asLongStream().sum();
    }

    public Trace trace() {
        return trace;
    }

    public Allocator heap() {
        return heap;
    }
}
