package heaplab.view;

import java.util.function.IntToDoubleFunction;

/** A curve as a line of text: "▁▂▂▅█", for terminals and screen readers. */
final class Sparkline {
    private static final String BARS = "▁▂▃▄▅▆▇█";
    private static final int WIDTH = 40;

    private Sparkline() {}

    /** The values from 0 to a largest one; missing ones are blank. */
    static String of(int size, IntToDoubleFunction values, double largest) {
        StringBuilder line = new StringBuilder();
        int width = Math.min(WIDTH, size);
        for (int i = 0; i < width; i++) {
            double value = values.applyAsDouble((int) ((i + 1L) * size / width) - 1);
            int level = (int) (BARS.length() * value / Math.max(largest, 1e-300));
            line.append(
                    Double.isNaN(value)
                            ? ' '
                            : BARS.charAt(Math.max(0, Math.min(level, BARS.length() - 1))));
        }
        return line.toString();
    }
}
