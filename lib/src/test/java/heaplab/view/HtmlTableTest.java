package heaplab.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class HtmlTableTest {
    @Test
    void numbersStandToTheRightAndTextToTheLeft() {
        Table table =
                Table.create(
                        "fits", StringColumn.create("fit", "best"), DoubleColumn.create("u", 0.5));
        assertEquals(
                "<table><caption>fits</caption><thead><tr>"
                        + "<th align=\"left\" style=\"text-align:left\">fit</th>"
                        + "<th align=\"right\" style=\"text-align:right\">u</th>"
                        + "</tr></thead><tbody><tr>"
                        + "<td align=\"left\" style=\"text-align:left\">best</td>"
                        + "<td align=\"right\" style=\"text-align:right\">0.5</td>"
                        + "</tr></tbody></table>",
                HtmlTable.html(table));
    }

    @Test
    void namesAndValuesAreEscaped() {
        String html = HtmlTable.html(Table.create("<t>", StringColumn.create("a&b", "<script>")));
        assertTrue(html.contains("&lt;t&gt;"), html);
        assertTrue(html.contains("a&amp;b"), html);
        assertTrue(html.contains("&lt;script&gt;"), html);
    }

    @Test
    void noMoreThanAScreenIsShown() {
        int[] numbers = IntStream.range(0, 1000).toArray();
        String html = HtmlTable.html(Table.create(IntColumn.create("n", numbers)));
        assertEquals(30, html.split("<td", -1).length - 1);
        assertTrue(html.endsWith("<p>the first 30 of 1000 rows</p>"), html);
    }

    @Test
    void missingValuesAreEmptyAndAnEmptyTableHasItsHead() {
        Table missing = Table.create(DoubleColumn.create("d", new Double[] {null}));
        assertTrue(HtmlTable.html(missing).contains("right\"></td>"), HtmlTable.html(missing));
        String empty = HtmlTable.html(Table.create(IntColumn.create("n")));
        assertTrue(empty.contains(">n</th>"), empty);
        assertFalse(empty.contains("<td"), empty);
    }

    @Test
    void textSaysTheSame() {
        Bundle bundle = HtmlTable.of(Table.create(StringColumn.create("fit", "best")));
        assertTrue(bundle.text().contains("best"), bundle.text());
        assertTrue(bundle.data().containsKey(Bundle.HTML));
    }
}
