package heaplab.trace;

import java.util.Arrays;
import java.util.Locale;

/**
 * What one pass over a trace tells about it.
 *
 * @param mallocs among the operations
 * @param reallocs among the operations
 * @param frees among the operations
 * @param peakOperation number of operations after which most payload is live, for the first time
 * @param liveBlocks never freed
 * @param liveBytes in these
 * @param sizes histogram of the bytes asked for: 0, 1, 2 to 3, 4 to 7 and so on, {@link #range}
 */
public record TraceFacts(
        int mallocs,
        int reallocs,
        int frees,
        int peakOperation,
        int liveBlocks,
        long liveBytes,
        long[] sizes) {

    private static final int DEAD = -1; // in place of a live block's bytes

    /** Looks at every operation. */
    public static TraceFacts of(Trace trace) {
        int[] count = new int[3];
        long[] sizes = new long[33];
        int[] live = new int[trace.ids()]; // bytes of each id, or DEAD
        Arrays.fill(live, DEAD);
        long payload = 0;
        int peakOperation = 0;
        for (int i = 0; i < trace.operations(); i++) {
            int kind = trace.kind(i);
            int bytes = trace.bytes(i);
            count[kind]++;
            if (kind != Trace.FREE) sizes[32 - Integer.numberOfLeadingZeros(bytes)]++;
            int id = trace.id(i);
            if (id < 0) continue;
            boolean dies = kind == Trace.FREE || kind == Trace.REALLOC && bytes == 0;
            payload += bytes - Math.max(0, live[id]);
            live[id] = dies ? DEAD : bytes;
            if (payload == trace.peakBytes() && peakOperation == 0) peakOperation = i + 1;
        }
        return new TraceFacts(
                count[Trace.MALLOC],
                count[Trace.REALLOC],
                count[Trace.FREE],
                peakOperation,
                (int) Arrays.stream(live).filter(b -> b != DEAD).count(),
                payload,
                sizes);
    }

    /** The sizes that are counted at a place of the histogram: "64 to 127" at 7. */
    public static String range(int place) {
        if (place <= 1) return "" + place;
        return String.format(Locale.ROOT, "%,d to %,d", 1L << place - 1, (1L << place) - 1);
    }
}
