package heaplab.view;

import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A Tablesaw table as a plain HTML table, with the same as text.
 *
 * <p>No style element and no scripts, which front ends remove; numbers stand to the right. At most
 * 30 rows are shown, so that no cell prints more than a screen.
 */
public final class HtmlTable {
    private static final int ROWS = 30;
    private static final int LONGEST_NAME = 16; // characters
    private static final char NO_BREAK_SPACE = '\u00a0';

    private HtmlTable() {}

    public static Bundle of(Table table) {
        return Bundle.of(table.print(ROWS)).html(html(table));
    }

    static String html(Table table) {
        StringBuilder html = new StringBuilder("<table>");
        if (table.name() != null && !table.name().isEmpty()) {
            html.append("<caption>").append(Html.escape(table.name())).append("</caption>");
        }
        html.append("<thead><tr>");
        for (Column<?> column : table.columns()) {
            cell(html, "th", column, column.name());
        }
        html.append("</tr></thead><tbody>");
        for (int row = 0; row < Math.min(ROWS, table.rowCount()); row++) {
            html.append("<tr>");
            for (Column<?> column : table.columns()) {
                cell(html, "td", column, kept(column, row));
            }
            html.append("</tr>");
        }
        html.append("</tbody></table>");
        if (table.rowCount() > ROWS) {
            html.append("<p>the first ").append(ROWS).append(" of ");
            html.append(table.rowCount()).append(" rows</p>");
        }
        return html.toString();
    }

    private static void cell(StringBuilder html, String element, Column<?> column, String text) {
        // the attribute is for front ends that remove styles, the style for those that set their
        // own
        String side = column instanceof NumericColumn ? "right" : "left";
        html.append('<').append(element).append(" align=\"").append(side);
        html.append("\" style=\"text-align:").append(side).append("\">");
        html.append(Html.escape(text)).append("</").append(element).append('>');
    }

    /** Short texts, a policy's name for one, stay on one line. */
    private static String kept(Column<?> column, int row) {
        String text = column.getString(row);
        boolean name = !(column instanceof NumericColumn) && text.length() <= LONGEST_NAME;
        return name ? text.replace(' ', NO_BREAK_SPACE) : text;
    }
}
