package heaplab.notebook;

import heaplab.alloc.FreeListExercise;
import heaplab.alloc.FreeListExercise.Operation;
import heaplab.alloc.FreeListOptions;
import heaplab.alloc.ListPlacement;
import heaplab.view.Bundle;
import heaplab.view.Html;
import java.util.ArrayList;
import java.util.List;

/** A quiz to be answered: the rules of its heap, its operations, and how to write the answers. */
final class QuizSheet {
    private final FreeListOptions options;
    private final List<Operation> operations;
    private final int listAfter;

    QuizSheet(FreeListExercise exercise, int listAfter) {
        options = exercise.options();
        operations = exercise.operations();
        this.listAfter = listAfter;
    }

    Bundle bundle() {
        return Bundle.of(text()).html(html());
    }

    private String text() {
        StringBuilder text = new StringBuilder(heap()).append('\n');
        for (String rule : rules()) text.append("- ").append(rule).append('\n');
        text.append('\n');
        for (int i = 0; i < operations.size(); i++)
            text.append(
                    "%3d  %-20s returns ?%s\n"
                            .formatted(i, operations.get(i), i == listAfter ? "   list ?" : ""));
        return text.append('\n').append(howTo()).toString();
    }

    private String html() {
        StringBuilder html = new StringBuilder();
        html.append("<p>").append(Html.escape(heap())).append("</p><ul>");
        for (String rule : rules()) html.append("<li>").append(Html.escape(rule)).append("</li>");
        html.append("</ul><table><thead><tr><th></th><th>operation</th><th>returns</th>");
        html.append("<th>list afterwards</th></tr></thead><tbody>");
        for (int i = 0; i < operations.size(); i++) {
            html.append("<tr><td>").append(i).append("</td><td align=\"left\"");
            html.append(" style=\"text-align:left\"><code>");
            html.append(Html.escape(operations.get(i).toString())).append("</code></td>");
            html.append("<td>?</td><td>").append(i == listAfter ? "?" : "").append("</td></tr>");
        }
        html.append("</tbody></table><p>").append(Html.escape(howTo())).append("</p>");
        return html.toString();
    }

    private String heap() {
        return "A heap of %,d bytes from address %d on; at the start all of it is one free entry."
                .formatted(options.heapBytes(), options.base());
    }

    private List<String> rules() {
        List<String> rules = new ArrayList<>();
        rules.add("A block is " + size() + ".");
        rules.add(
                "%s; the block is the low end of its entry, the rest stays in the entry's place."
                        .formatted(placement()));
        rules.add(
                "free puts the block into the list, %s; %s."
                        .formatted(
                                order(),
                                options.coalesces()
                                        ? "then neighbours in the list that touch in memory are"
                                                + " joined"
                                        : "nothing is joined"));
        return rules;
    }

    private String size() {
        String size =
                options.alignment() > 1
                        ? "the size, rounded up to a multiple of " + options.alignment()
                        : "as large as the size";
        return options.headerBytes() == 0
                ? size + ", without a header"
                : "a header of %d bytes and then %s".formatted(options.headerBytes(), size);
    }

    private String placement() {
        return options.placement() == ListPlacement.FIRST
                ? "First fit"
                : (options.placement() == ListPlacement.BEST ? "Best fit" : "Worst fit")
                        + ", of equal entries the first in the list";
    }

    private String order() {
        return switch (options.order()) {
            case INSERT_FRONT -> "at the front";
            case INSERT_BACK -> "at the end";
            case ADDRSORT -> "which is kept by address";
            default -> "and sorts it " + options.order().words();
        };
    }

    private String howTo() {
        String address =
                options.headerBytes() == 0
                        ? "the address of the block"
                        : "the address behind the block's header";
        return ("malloc returns %s, or -1 if no entry is large enough; free returns 0.\n"
                        + "Answer with Quiz.returned(...), one number for each operation, and"
                        + " .list(\"address:bytes ...\") for the list after operation %d.")
                .formatted(address, listAfter);
    }
}
