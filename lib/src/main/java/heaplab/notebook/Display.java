package heaplab.notebook;

import heaplab.view.Bundle;
import heaplab.view.Progress;
import java.util.UUID;

/** Output below the running cell before it ends; outside of a notebook nothing happens. */
public final class Display {
    private Display() {}

    /** Shows a value as if it were the last expression of the cell. */
    public static void show(Object value) {
        put(newId(), value, false);
    }

    /** Shows a value in a place of its own that {@link #update} can write again. */
    public static void show(String id, Object value) {
        put(id, value, false);
    }

    /** Replaces what was shown under this id. */
    public static void update(String id, Object value) {
        put(id, value, true);
    }

    /** Progress of long work as one line below the cell that is written again and again. */
    public static Progress progress(String work, long total) {
        return new Progress(work, total, new Line());
    }

    private static void put(String id, Object value, boolean update) {
        KernelBridge.installed().ifPresent(kernel -> kernel.display(id, value, update));
    }

    private static String newId() {
        return "heaplab-" + UUID.randomUUID();
    }

    private static final class Line implements Progress.Line {
        private final String id = newId();
        private boolean shown; // from the second text on the first is updated

        @Override
        public void write(String text) {
            put(id, Bundle.of(text), shown);
            shown = true;
        }
    }
}
