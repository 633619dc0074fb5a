package heaplab.view;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/** How the numbers of a column are written: as many decimals each, a star before the best. */
final class Best extends NumberColumnFormatter {
    static final String STAR = "★ ";
    private static final int PRECISE = 2; // decimals of small numbers

    /** Which end of a column is the good one. */
    enum End {
        LOWEST,
        HIGHEST,
        NONE
    }

    private final int decimals;
    private final String best; // as it is written; null: none is marked

    private Best(int decimals, String best) {
        this.decimals = decimals;
        this.best = best;
    }

    /** A column whose best values are marked, unless all are written alike. */
    static DoubleColumn column(String name, DoubleStream numbers, int decimals, End good) {
        double[] values = numbers.toArray();
        double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        String best = null;
        if (good != End.NONE && known.length > 0) {
            String least = Scale.fixed(known[0], decimals);
            String most = Scale.fixed(known[known.length - 1], decimals);
            if (!least.equals(most)) best = good == End.LOWEST ? least : most;
        }
        DoubleColumn column = DoubleColumn.create(name, values);
        column.setPrintFormatter(new Best(decimals, best));
        return column;
    }

    /** The same with as many decimals as the largest number leaves room for. */
    static DoubleColumn column(String name, DoubleStream numbers, End good) {
        double[] values = numbers.toArray();
        double most = Arrays.stream(values).filter(v -> !Double.isNaN(v)).max().orElse(0);
        boolean whole = Arrays.stream(values).allMatch(v -> v == Math.rint(v));
        int decimals = whole || most >= 1000 ? 0 : most >= 100 ? 1 : PRECISE;
        return column(name, DoubleStream.of(values), decimals, good);
    }

    @Override
    public String format(double value) {
        String text = Scale.fixed(value, decimals);
        return text.equals(best) ? STAR + text : text;
    }
}
