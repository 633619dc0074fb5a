package heaplab.view;

import java.util.ArrayList;
import java.util.List;

/** Round numbers along an axis, and how bytes are written. */
final class Axis {
    private Axis() {}

    /** Multiples of 1, 2 or 5 times a power of ten, at most this many, from 0 to a maximum. */
    static List<Double> ticks(double max, int most) {
        double step = Math.pow(10, Math.floor(Math.log10(Math.max(max, 1e-9) / most)));
        for (double factor : new double[] {1, 2, 5, 10}) {
            if (max / (step * factor) <= most) {
                step *= factor;
                break;
            }
        }
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; i * step <= max * (1 + 1e-9); i++) ticks.add(i * step);
        return ticks;
    }

    /** The unit that makes numbers up to a maximum short. */
    static String unit(long bytes) {
        return bytes >= 1 << 20 ? "MiB" : bytes >= 4 << 10 ? "KiB" : "bytes";
    }

    static int bytesPer(String unit) {
        return unit.equals("MiB") ? 1 << 20 : unit.equals("KiB") ? 1 << 10 : 1;
    }

    /** For example "4.21 MiB". */
    static String bytes(long bytes) {
        String unit = unit(bytes);
        if (unit.equals("bytes")) return "%,d bytes".formatted(bytes);
        double number = (double) bytes / bytesPer(unit);
        return (number < 100 ? "%.2f %s" : "%,.0f %s").formatted(number, unit);
    }

    static String number(double value) {
        return value == Math.rint(value) ? "%,.0f".formatted(value) : "%,.1f".formatted(value);
    }

    /** The largest unit that a number of bytes is a multiple of. */
    static String exactUnit(int bytes) {
        return bytes % (1 << 20) == 0 ? "MiB" : bytes % (1 << 10) == 0 ? "KiB" : "bytes";
    }
}
