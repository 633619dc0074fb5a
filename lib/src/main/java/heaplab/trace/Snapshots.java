package heaplab.trace;

import heaplab.memory.Memory;
import java.util.ArrayList;
import java.util.List;

/**
 * Snapshots of a heap at regular positions of a trace, within a bound: when they take too much
 * memory, every second one is dropped and the distance doubled. The one at position 0 stays.
 */
final class Snapshots {
    private static final int FIRST_DISTANCE = 1024; // operations
    private static final long MOST_BYTES = 64 << 20;

    private record Snapshot(int position, Memory.Snapshot heap, int[] addresses, int[] bytes) {
        long size() {
            return 4L * (heap.words().length + addresses.length + bytes.length);
        }
    }

    private final Memory memory;
    private final int[] addresses; // of each id, now
    private final int[] bytes; // of each id, now
    private final List<Snapshot> taken = new ArrayList<>(); // by position
    private int distance = FIRST_DISTANCE; // operations between two

    Snapshots(Memory memory, int[] addresses, int[] bytes) {
        this.memory = memory;
        this.addresses = addresses;
        this.bytes = bytes;
        take(0);
    }

    /** Takes a snapshot where one is due. */
    void arrivedAt(int position) {
        if (position % distance != 0 || position <= taken.get(taken.size() - 1).position) return;
        take(position);
        while (taken.size() > 1 && bytesTaken() > MOST_BYTES) {
            distance *= 2;
            taken.removeIf(s -> s.position % distance != 0);
        }
    }

    private long bytesTaken() {
        return taken.stream().mapToLong(Snapshot::size).sum();
    }

    private void take(int position) {
        taken.add(new Snapshot(position, memory.snapshot(), addresses.clone(), bytes.clone()));
    }

    /** Restores the last snapshot at or before a position; answers where it was taken. */
    int restoreBefore(int position) {
        int i = taken.size() - 1;
        while (taken.get(i).position > position) i--;
        Snapshot snapshot = taken.get(i);
        memory.restore(snapshot.heap);
        System.arraycopy(snapshot.addresses, 0, addresses, 0, addresses.length);
        System.arraycopy(snapshot.bytes, 0, bytes, 0, bytes.length);
        return snapshot.position;
    }
}
