package heaplab.view;

import heaplab.heap.Allocator;
import heaplab.trace.Lifetimes;
import heaplab.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A whole trace at a glance, one panel per policy on the same axes: addresses upwards, operations
 * to the right, every block a rectangle from malloc to free, coloured by how long it lived. Free
 * memory is gray, white is not yet obtained from the system; the dashed line is the peak payload,
 * which no allocator can do without.
 *
 * <p>One sees the long-lived blocks that pin the heap, holes that are never filled, and next fit
 * smearing across the heap. Cost: a replay per panel, then time in proportion to blocks and pixels.
 */
public final class Raster implements Picture {
    /** One replay under its name. */
    record Panel(String name, Lifetimes lifetimes) {}

    private static final int TEXT_COLUMNS = 72;
    private static final int TEXT_ROWS = 12;

    private final Trace trace;
    private final List<Panel> panels = new ArrayList<>();
    private String title;

    private Raster(Trace trace) {
        this.trace = trace;
        title = trace.name() + ": every block is a rectangle from malloc to free";
    }

    /** A picture of a trace that has no panels yet. */
    public static Raster of(Trace trace) {
        return new Raster(trace);
    }

    /** Adds a panel: replays the trace on an allocator that has not been used yet. */
    public Raster panel(String name, Allocator fresh) {
        return panel(name, Lifetimes.of(trace, fresh));
    }

    /** Adds a panel: a replay of this trace that was recorded before. */
    public Raster panel(String name, Lifetimes lifetimes) {
        if (lifetimes.trace() != trace)
            throw new IllegalArgumentException(
                    "replay of %s: expected one of %s"
                            .formatted(lifetimes.trace().name(), trace.name()));
        panels.add(new Panel(name, lifetimes));
        return this;
    }

    public Raster titled(String title) {
        this.title = title;
        return this;
    }

    @Override
    public Bundle bundle() {
        if (panels.isEmpty())
            throw new IllegalStateException("a raster without panels: expected 1 or more");
        return Bundle.of(new RasterPainter(title, trace, panels).image(), text(), alt());
    }

    private String text() {
        String drawn = panels.stream().map(this::text).collect(Collectors.joining("\n"));
        return title
                + "\n"
                + drawn
                + "\naddress upwards, operations to the right; digit n: blocks that live 10^n"
                + " operations\nor longer, dot: free, blank: not yet obtained";
    }

    private String text(Panel panel) {
        int heapBytes = heapBytes(panels);
        Coverage grid = new Coverage(panel.lifetimes(), heapBytes, TEXT_COLUMNS, TEXT_ROWS);
        StringBuilder text = new StringBuilder(summary(panel) + "\n");
        String unit = Axis.unit(heapBytes);
        for (int y = TEXT_ROWS - 1; y >= 0; y--) {
            double address = (double) heapBytes * y / TEXT_ROWS / Axis.bytesPer(unit);
            text.append("%9.1f %-5s |".formatted(address, unit));
            StringBuilder row = new StringBuilder();
            for (int x = 0; x < TEXT_COLUMNS; x++) row.append(character(grid, x, y));
            text.append(row.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static char character(Coverage grid, int x, int y) {
        double allocated = grid.allocated(x, y);
        if (allocated >= 0.5 || allocated > 0 && allocated >= grid.heap(x, y) / 2)
            return (char) ('0' + (int) grid.logLifetime(x, y));
        return grid.heap(x, y) >= 0.5 ? '.' : ' ';
    }

    private String alt() {
        return "%s, addresses over %,d operations, coloured by lifetime. %s."
                .formatted(
                        trace.name(),
                        trace.operations(),
                        panels.stream().map(Raster::summary).collect(Collectors.joining("; ")));
    }

    private static String summary(Panel panel) {
        return panel.name() + ": " + measure(panel);
    }

    /** For example "heap 10.8 MiB, 1.80 times the peak payload". */
    static String measure(Panel panel) {
        int heap = panel.lifetimes().peakHeapBytes();
        int peak = panel.lifetimes().trace().peakBytes();
        return "heap %s, %.2f × peak payload"
                .formatted(Axis.bytes(heap), heap / Math.max(1.0, peak));
    }

    /** The height of all panels, so that they can be compared. */
    static int heapBytes(List<Panel> panels) {
        return panels.stream().mapToInt(p -> p.lifetimes().peakHeapBytes()).max().orElse(1);
    }
}
