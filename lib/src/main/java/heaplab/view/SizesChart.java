package heaplab.view;

import heaplab.trace.Trace;
import java.util.List;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.style.CategoryStyler;

/** How many requests ask for how much, as bars. */
final class SizesChart {
    private static final int HEIGHT = 300;

    private SizesChart() {}

    static Chart of(Trace trace) {
        SizeClasses sizes = new SizeClasses(trace);
        List<Integer> classes = sizes.used().boxed().toList();
        if (classes.isEmpty())
            throw new IllegalArgumentException(
                    trace.name() + " asks for nothing: expected a request of 1 byte or more");
        StringBuilder text = new StringBuilder();
        int most = classes.get(0);
        for (int c : classes) {
            text.append("%18s bytes %,10d%n".formatted(SizeClasses.range(c), sizes.count(c)));
            if (sizes.count(c) > sizes.count(most)) most = c;
        }
        String alt =
                "%,d requests of %s up to %s bytes; the class with most, %,d, is %s bytes."
                        .formatted(
                                sizes.total(),
                                SizeClasses.least(classes.get(0)),
                                SizeClasses.least(classes.get(classes.size() - 1) + 1),
                                sizes.count(most),
                                SizeClasses.range(most));
        return new Chart(
                "Sizes of requests: " + trace.name(),
                List.of(new Chart.Panel("", bars(sizes, classes)::paint)),
                List.of(),
                HEIGHT,
                text.toString(),
                alt);
    }

    private static CategoryChart bars(SizeClasses sizes, List<Integer> classes) {
        CategoryChart chart = new CategoryChart(100, 100); // the size is given when it is painted
        CategoryStyler styler = chart.getStyler();
        Style.apply(styler);
        styler.setAvailableSpaceFill(0.86).setYAxisMin(0.0).setXAxisMaxLabelCount(classes.size());
        chart.setXAxisTitle("bytes asked for: from here to below the next");
        chart.setYAxisTitle("requests");
        List<String> names = classes.stream().map(SizeClasses::least).toList();
        List<Long> counts = classes.stream().map(sizes::count).toList();
        chart.addSeries("requests", names, counts).setFillColor(Style.PAYLOAD);
        return chart;
    }
}
