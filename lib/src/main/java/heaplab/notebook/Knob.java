package heaplab.notebook;

import heaplab.metrics.Comparison;
import heaplab.metrics.Metrics;
import heaplab.view.Bundle;
import heaplab.view.KnobChart;
import heaplab.view.Picture;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A number in a recipe turned from value to value, on one trace or several. As a picture it is the
 * waste inside of blocks and outside of them against the number.
 */
public final class Knob implements Picture {
    private final String name; // of the number, with its unit
    private final int[] values;
    private final List<Comparison> comparisons; // a trace each, with a run for each value

    Knob(String name, int[] values, List<Comparison> comparisons) {
        this.name = name;
        this.values = values;
        this.comparisons = comparisons;
    }

    @Override
    public Bundle bundle() {
        return KnobChart.waste(name, values, comparisons).bundle();
    }

    /** Another figure against the number: a line for each trace. */
    public Picture against(String what, ToDoubleFunction<Metrics> figure) {
        return KnobChart.of(name, values, comparisons, what, figure);
    }

    /** The value at which a figure is least on a trace; the first of equals. */
    public int best(String trace, ToDoubleFunction<Metrics> figure) {
        int best = values[0];
        for (int value : values)
            if (figure.applyAsDouble(at(trace, value)) < figure.applyAsDouble(at(trace, best)))
                best = value;
        return best;
    }

    /** What was measured on a trace with one value. */
    public Metrics at(String trace, int value) {
        List<String> names = comparisons.stream().map(c -> c.trace().name()).toList();
        int index = Arrays.stream(values).boxed().toList().indexOf(value);
        if (!names.contains(trace) || index < 0)
            throw new IllegalArgumentException(
                    "found %s at %d, expected one of %s at one of %s"
                            .formatted(trace, value, names, Arrays.toString(values)));
        return comparisons.get(names.indexOf(trace)).runs().get(index);
    }

    public List<Comparison> comparisons() {
        return comparisons;
    }
}
