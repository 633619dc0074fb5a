package heaplab.view;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * The unit in which the numbers of an axis are small enough to read.
 *
 * @param unit for the axis title: "KiB"
 * @param factor how many bytes, or operations, are one of it
 */
record Scale(String unit, double factor) {
    private static final double KIBI = 1024;
    private static final double THOUSAND = 1e3;
    private static final double MILLION = 1e6;

    /** Bytes, KiB, MiB or GiB, for values up to a largest one. */
    static Scale bytes(double largest) {
        String[] units = {"bytes", "KiB", "MiB", "GiB"};
        int i = 0;
        double factor = 1;
        while (i < units.length - 1 && largest >= 4 * factor * KIBI) {
            factor *= KIBI;
            i++;
        }
        return new Scale(units[i], factor);
    }

    /** Operations, or thousands or millions of them. */
    static Scale operations(double largest) {
        if (largest < 10 * THOUSAND) return new Scale("operations", 1);
        return largest < 10 * MILLION
                ? new Scale("thousand operations", THOUSAND)
                : new Scale("million operations", MILLION);
    }

    double of(double value) {
        return value / factor;
    }

    /** A number of bytes in the unit that suits it: "10.8 MiB". */
    static String text(double bytes) {
        Scale scale = bytes(bytes);
        return number(scale.of(bytes)) + " " + scale.unit;
    }

    /**
     * At least two digits that count and separators between thousands: "1,234", "12.3", "0.012".
     */
    static String number(double value) {
        if (Double.isNaN(value)) return "–";
        double size = Math.abs(value);
        int decimals = size >= 100 || value == Math.rint(value) ? 0 : size >= 10 ? 1 : 2;
        for (double s = size; s > 0 && s < 0.1 && decimals < 6; s *= 10) decimals++;
        return fixed(value, decimals);
    }

    /** "87.3 %". */
    static String percent(double fraction) {
        return Double.isNaN(fraction) ? "–" : fixed(100 * fraction, 1) + " %";
    }

    /** A number with this many decimals, and separators between thousands. */
    static String fixed(double value, int decimals) {
        String pattern = "#,##0" + (decimals == 0 ? "" : "." + "0".repeat(decimals));
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(value);
    }
}
