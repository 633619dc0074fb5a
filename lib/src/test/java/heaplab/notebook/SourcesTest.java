package heaplab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.view.Bundle;
import heaplab.view.Picture;
import org.junit.jupiter.api.Test;

class SourcesTest {
    @Test
    void sourceOfALibraryTypeIsShownAsHtmlAndAsText() {
        Bundle bundle = Sources.of(Picture.class).bundle();
        assertTrue(bundle.text().startsWith("/**\n * Anything that shows itself"), bundle.text());
        assertTrue(bundle.text().endsWith("Bundle bundle();\n}"), bundle.text());
        String html = (String) bundle.data().get(Bundle.HTML);
        assertTrue(html.startsWith("<div><code>heaplab/view/Picture.java</code></div>"), html);
        assertTrue(html.contains(">interface</span> Picture {"), html);
    }

    @Test
    void typeWithoutSourceIsNamed() {
        class InACell {}
        Exception e = assertThrows(IllegalArgumentException.class, () -> Sources.of(InACell.class));
        assertEquals(
                "no source of InACell: only the library's own types bring theirs along",
                e.getMessage());
    }
}
