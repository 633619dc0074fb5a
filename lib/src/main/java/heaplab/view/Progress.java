package heaplab.view;

import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Says how far long work has got, in one line that is written again and again.
 *
 * <p>Work of up to two seconds says nothing. The library's loops know only {@link LongConsumer}:
 * they call {@link #accept} every few thousand operations with the number of those done. Whoever
 * starts the work decides where the line goes and closes the progress, which says how the work
 * ended.
 */
public final class Progress implements LongConsumer, AutoCloseable {
    /** Where the line stands: a terminal or the output of a cell. */
    public interface Line {
        void write(String text);

        default void end() {}
    }

    private static final long SECOND = 1_000_000_000L;
    private static final int BAR = 20;

    private final String work; // what is done, for instance "replaying git-log"
    private final long total; // how much there is to do, 0 if unknown
    private final Line line; // writes the line anew
    private final LongSupplier nanoTime; // the clock
    private final long start; // when the work began
    private long next; // when the line is written next
    private long done; // as last told
    private boolean shown; // whether the line was ever written

    /** Of work that begins now: what is done, and how much there is to do (0: unknown). */
    public Progress(String work, long total, Line line) {
        this(work, total, line, System::nanoTime);
    }

    Progress(String work, long total, Line line, LongSupplier nanoTime) {
        this.work = work;
        this.total = total;
        this.line = line;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.next = start + 2 * SECOND;
    }

    @Override
    public void accept(long done) {
        this.done = done;
        long now = nanoTime.getAsLong();
        if (now - next >= 0) {
            next = now + SECOND / 4;
            shown = true;
            line.write(total > 0 ? known(now) : unknown());
        }
    }

    /** Writes the line a last time, if there is one. */
    @Override
    public void close() {
        if (shown) {
            double seconds = (nanoTime.getAsLong() - start) / (double) SECOND;
            String end =
                    done < total ? "%s: stopped at %,d of %,d after %.1f s" : "%s: %,d in %4$.1f s";
            line.write(String.format(Locale.ROOT, end, work, done, total, seconds));
            line.end();
        }
    }

    private String known(long now) {
        double part = Math.min(1, done / (double) total);
        int full = (int) (part * BAR);
        String left =
                part == 0
                        ? ""
                        : ", " + Math.round((now - start) * (1 - part) / part / SECOND) + " s left";
        return work
                + String.format(
                        Locale.ROOT,
                        " [%s%s] %.0f %%%s",
                        "#".repeat(full),
                        ".".repeat(BAR - full),
                        100 * part,
                        left);
    }

    private String unknown() {
        return String.format(Locale.ROOT, "%s: %,d", work, done);
    }
}
