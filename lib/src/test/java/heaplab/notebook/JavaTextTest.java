package heaplab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class JavaTextTest {
    private static final JavaText FILE =
            new JavaText(
                    """
                    package p;

                    import q.R;

                    /** About class Inner { not this. */
                    @Note(names = {"a;", "}"}, types = {R.class})
                    public final class Outer<T> {
                        private static final char BRACE = '{'; // not a } brace

                        /** Small. */
                        record Inner(int a) {
                            String text() {
                                return "}";
                            }
                        }

                        enum Kind { A, B }
                    }

                    interface Other {}
                    """);

    @Test
    void typeIsCutWithItsCommentAndAnnotations() {
        String outer = FILE.cut("Outer").orElseThrow().text();
        assertTrue(outer.startsWith("/** About class Inner { not this. */\n@Note("), outer);
        assertTrue(outer.endsWith("enum Kind { A, B }\n}"), outer);
    }

    @Test
    void nestedTypeMovesToTheMargin() {
        assertEquals(
                """
                /** Small. */
                record Inner(int a) {
                    String text() {
                        return "}";
                    }
                }""",
                FILE.cut("Inner").orElseThrow().text());
        assertEquals("enum Kind { A, B }", FILE.cut("Kind").orElseThrow().text());
    }

    @Test
    void otherTypeOfTheFileIsFoundAndAnUnknownOneIsNot() {
        assertEquals("interface Other {}", FILE.cut("Other").orElseThrow().text());
        assertTrue(FILE.cut("R").isEmpty());
    }

    @Test
    void colouringKeepsEveryCharacter() {
        String html = FILE.html();
        String plain = html.replaceAll("</?span[^>]*>", "");
        assertEquals(
                FILE.text(),
                plain.replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&amp;", "&"));
    }

    @Test
    void keywordsCommentsAndStringsHaveColours() {
        assertEquals(
                "<span style=\"color:#0550ae\">int</span> i = "
                        + "<span style=\"color:#0b5f3f\">8</span>; "
                        + "<span style=\"color:#57606a\">// a &lt; b</span>",
                new JavaText("int i = 8; // a < b").html());
    }
}
