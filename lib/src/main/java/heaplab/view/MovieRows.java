package heaplab.view;

import heaplab.trace.Lifetimes;
import heaplab.trace.Trace;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which frames a movie has and which blocks it shows: data by lifetimes, one row per block, not one
 * per frame. So many operations done are a frame; a block is in all frames from its first to its
 * last.
 *
 * <p>Bounded: a long window has only every n-th frame, and blocks that are in none of them are left
 * out. If there are still too many the window ends earlier.
 */
final class MovieRows {
    static final int MOST_ROWS = 30_000;
    private static final int EXACT = 20_000; // operations that are all frames
    private static final int FRAMES = 2_000; // at most, of a longer window

    private final Lifetimes all;
    private final int from; // first frame
    private final int to; // last frame
    private final int stride; // operations from frame to frame
    private final int[] rows; // of the lifetimes
    private final boolean whole; // whether all blocks that are in a frame are shown

    /** The blocks of a window of operations. */
    MovieRows(Lifetimes all, int from, int to) {
        this.all = all;
        this.from = from;
        stride = stride(to - from);
        int last = from + (to - from) / stride * stride;
        int[] shown = shown(last);
        int shortest = Math.min(last, from + stride);
        while (shown.length > MOST_ROWS && last > shortest) {
            int frames = (last - from) / stride;
            last = from + Math.max(1, frames * 9 / 10) * stride;
            shown = shown(last);
        }
        this.to = last;
        whole = shown.length <= MOST_ROWS;
        rows = whole ? shown : largest(shown);
    }

    /** 1, 2 or 5 times a power of ten. */
    private static int stride(int operations) {
        if (operations <= EXACT) return 1;
        int stride = 1;
        while (operations / stride > FRAMES)
            stride = Integer.toString(stride).startsWith("2") ? stride / 2 * 5 : stride * 2;
        return stride;
    }

    private int[] shown(int last) {
        return IntStream.range(0, all.count()).filter(row -> isShown(row, last)).toArray();
    }

    /** Whether there is a frame between the operations that placed a block and took it away. */
    private boolean isShown(int row, int last) {
        int first = Math.max(all.born(row) + 1, from);
        int frame = from + (first - from + stride - 1) / stride * stride;
        return frame <= Math.min(all.gone(row), last);
    }

    private int[] largest(int[] shown) {
        int[] sizes = Arrays.stream(shown).map(all::bytes).sorted().toArray();
        int least = sizes[sizes.length - MOST_ROWS] + 1;
        return Arrays.stream(shown).filter(row -> all.bytes(row) >= least).toArray();
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    int stride() {
        return stride;
    }

    /** The frame at a part, 0 to 1, of the movie. */
    int frame(double part) {
        return from + (int) Math.round(part * (to - from) / stride) * stride;
    }

    int[] rows() {
        return rows;
    }

    /** Bytes of blocks at a frame. */
    long allocated(int frame) {
        long sum = 0;
        for (int row : rows) if (all.isLive(row, frame)) sum += all.bytes(row);
        return sum;
    }

    long blocks(int frame) {
        return Arrays.stream(rows).filter(row -> all.isLive(row, frame)).count();
    }

    /** What is not shown; empty when everything is. */
    String leftOut() {
        int operations = all.trace().operations();
        String window =
                from == 0 && to > operations - stride
                        ? ""
                        : "operations %,d to %,d of %,d; ".formatted(from, to, operations);
        String sampled =
                stride == 1
                        ? ""
                        : "every %,d operations a frame, blocks that live only between two are left"
                                        .formatted(stride)
                                + " out; ";
        String large = whole ? "" : "only the %,d largest blocks; ".formatted(rows.length);
        String text = window + sampled + large;
        return text.isEmpty() ? "" : text.substring(0, text.length() - 2);
    }

    /**
     * One line per block: address, size, first and last frame it is in, bytes asked for, id,
     * whether a realloc placed it, whether a free took it away. A block that crosses the end of a
     * row has a line for each of its pieces, with the address and the size of the piece in the last
     * two columns.
     */
    String csv(Wrap wrap) {
        StringBuilder csv = new StringBuilder("a,s,b,g,q,i,r,f,p,l\n");
        for (int row : rows) {
            String line = line(row);
            int end = all.block(row) + all.bytes(row);
            if (wrap.endOfRow(all.block(row)) >= end) csv.append(line).append(",\n");
            else
                for (int p = all.block(row); p < end; p = wrap.endOfRow(p)) {
                    int bytes = Math.min(end, wrap.endOfRow(p)) - p;
                    csv.append(line).append(p).append(',').append(bytes).append('\n');
                }
        }
        return csv.toString();
    }

    private String line(int row) {
        int gone = all.gone(row);
        Trace trace = all.trace();
        boolean freed = gone < trace.operations() && trace.kind(gone) == Trace.FREE;
        boolean realloc = trace.kind(all.born(row)) == Trace.REALLOC;
        return new StringBuilder()
                .append(all.block(row))
                .append(',')
                .append(all.bytes(row))
                .append(',')
                .append(all.born(row) + 1)
                .append(',')
                .append(gone)
                .append(',')
                .append(all.asked(row))
                .append(',')
                .append(all.id(row))
                .append(realloc ? ",1," : ",0,")
                .append(freed ? "1," : "0,")
                .toString();
    }
}
