package heaplab.view;

import heaplab.heap.Allocator;
import heaplab.trace.Lifetimes;
import heaplab.trace.Trace;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A heap that is scrubbed through time with a slider: rows of addresses like the lines of a page,
 * every block coloured by how long it will live. Hovering over a block shows its address, its size
 * and the operation that allocated it; below, the size of the heap over time.
 *
 * <p>Its data are lifetimes, not frames, so that 20,000 steps fit into one modest bundle. Of a
 * longer trace it shows every n-th step; what that leaves out is said below the title. Where
 * nothing can move there are six key frames.
 */
public final class Movie implements Picture {
    private static final int KEY_FRAMES = 6;

    private final Lifetimes all;
    private String title;
    private int from;
    private int to;

    private Movie(Lifetimes all) {
        this.all = all;
        title = all.trace().name() + ": its heap, step by step";
        to = all.trace().operations();
    }

    /** Of a trace on an allocator that has not been used yet. */
    public static Movie of(Trace trace, Allocator fresh) {
        return of(Lifetimes.of(trace, fresh));
    }

    /** Of a replay that was recorded before. */
    public static Movie of(Lifetimes lifetimes) {
        return new Movie(lifetimes);
    }

    public Movie titled(String title) {
        this.title = title;
        return this;
    }

    /** Only between two numbers of operations done; up to 20,000 are all steps of the slider. */
    public Movie window(int from, int to) {
        int operations = all.trace().operations();
        if (from < 0 || from >= to || to > operations)
            throw new IllegalArgumentException(
                    "window %d to %d: expected two numbers in order, from 0 to %d"
                            .formatted(from, to, operations));
        this.from = from;
        this.to = to;
        return this;
    }

    @Override
    public Bundle bundle() {
        MovieRows movie = rows();
        Wrap wrap = Wrap.of(heapBytes(movie));
        List<Integer> frames =
                IntStream.rangeClosed(1, KEY_FRAMES)
                        .map(i -> movie.frame((double) i / KEY_FRAMES))
                        .distinct()
                        .boxed()
                        .toList();
        String legend =
                "gray: free, white: not yet obtained; violet: short-lived, yellow: long-lived";
        List<String> still = subtitle(legend, movie);
        List<String> moving =
                subtitle(
                        "gray: free, orange edge: new since the last step; hover over a block",
                        movie);
        return Bundle.of(
                        new MovieFrames(all, movie, wrap).image(title, still, frames),
                        text(movie, frames),
                        alt(movie))
                .vega(new MovieSpec(all, movie, wrap).spec(title, moving));
    }

    MovieRows rows() {
        return new MovieRows(all, from, to);
    }

    private int heapBytes(MovieRows movie) {
        int most = all.heapBytes(movie.to());
        for (int i = 0; i < all.sizes(); i++)
            if (all.sizeSince(i) >= movie.from() && all.sizeSince(i) <= movie.to())
                most = Math.max(most, all.size(i));
        return Math.max(most, all.heapBytes(movie.from()));
    }

    private static List<String> subtitle(String legend, MovieRows movie) {
        String leftOut = movie.leftOut();
        return leftOut.isEmpty() ? List.of(legend) : List.of(legend, leftOut);
    }

    private String text(MovieRows movie, List<Integer> frames) {
        StringBuilder text = new StringBuilder(title + "\n");
        text.append("%10s %14s %16s %10s%n".formatted("operations", "heap", "allocated", "blocks"));
        for (int frame : frames)
            text.append(
                    "%,10d %,14d %,16d %,10d%n"
                            .formatted(
                                    frame,
                                    all.heapBytes(frame),
                                    movie.allocated(frame),
                                    movie.blocks(frame)));
        return text + "(bytes) " + movie.leftOut();
    }

    private String alt(MovieRows movie) {
        return "%s. %,d blocks over operations %,d to %,d; the heap ends at %,d bytes."
                .formatted(
                        title,
                        movie.rows().length,
                        movie.from(),
                        movie.to(),
                        all.heapBytes(movie.to()));
    }
}
