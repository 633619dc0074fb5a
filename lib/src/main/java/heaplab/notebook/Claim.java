package heaplab.notebook;

import heaplab.view.Bundle;
import heaplab.view.Html;

/** What a measurement says of a claim of the lectures: one line, the same in every notebook. */
public final class Claim {
    private Claim() {}

    /** "Claim 2.15 holds: ...", or that it does not hold here. */
    public static Bundle verdict(String claim, boolean holds, String measured) {
        return line(claim, holds ? "holds" : "does not hold here", measured);
    }

    /** "Claim 2.18 holds when ...: ...", for one that holds under a condition only. */
    public static Bundle verdict(String claim, boolean holds, String condition, String measured) {
        return line(claim, holds ? "holds when " + condition : "does not hold here", measured);
    }

    /** "Claim 2.21 holds on 8 of 9 recordings: ...". */
    public static Bundle verdict(String claim, Survey.Verdict recordings, String measured) {
        return line(claim, recordings.toString(), measured);
    }

    private static Bundle line(String claim, String verdict, String measured) {
        String html = "Claim %s <b>%s</b>: %s.";
        return Bundle.of("Claim %s %s: %s.".formatted(claim, verdict, measured))
                .html(html.formatted(claim, Html.escape(verdict), Html.escape(measured)));
    }
}
