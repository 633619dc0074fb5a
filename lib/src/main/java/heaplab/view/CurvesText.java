package heaplab.view;

import heaplab.view.Curves.Formula;
import heaplab.view.Curves.Mark;
import java.util.StringJoiner;

/** {@link Curves} in words: every point where they are few, else how the curve runs. */
record CurvesText(CurvesPlot curves, String xTitle, String yTitle) {
    private static final int FEW = 40; // points that are told one by one

    String text() {
        StringBuilder text = new StringBuilder(xTitle + " -> " + yTitle + "\n");
        for (Measured m : curves.measured())
            text.append(m.name()).append(": ").append(points(m)).append('\n');
        for (Formula f : curves.formulas())
            text.append(f.name()).append(": ").append(ends(f)).append('\n');
        for (Mark mark : curves.marks())
            text.append(mark.name()).append(": at ").append(Scale.number(mark.x())).append('\n');
        return text.toString();
    }

    private static String points(Measured m) {
        if (m.x().length > FEW)
            return Sparkline.of(m.x().length, i -> m.y()[i], m.highest())
                    + "  at the end "
                    + Scale.number(m.last());
        StringJoiner points = new StringJoiner(", ");
        for (int i = 0; i < m.x().length; i++)
            points.add(Scale.number(m.x()[i]) + " -> " + Scale.number(m.y()[i]));
        return points.toString();
    }

    private String ends(Formula formula) {
        return "%s -> %s, %s -> %s"
                .formatted(
                        Scale.number(curves.left()),
                        Scale.number(formula.y().applyAsDouble(curves.left())),
                        Scale.number(curves.right()),
                        Scale.number(formula.y().applyAsDouble(curves.right())));
    }

    String alt() {
        StringJoiner alt = new StringJoiner("; ", yTitle + " against " + xTitle + ": ", ".");
        for (Measured m : curves.measured())
            alt.add(
                    "%s from %s to %s"
                            .formatted(m.name(), Scale.number(m.first()), Scale.number(m.last())));
        for (Formula f : curves.formulas()) alt.add("theory, %s: %s".formatted(f.name(), ends(f)));
        for (Mark mark : curves.marks())
            alt.add("marked at %s: %s".formatted(Scale.number(mark.x()), mark.name()));
        return alt.toString();
    }
}
