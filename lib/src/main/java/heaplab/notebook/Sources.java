package heaplab.notebook;

import heaplab.view.Bundle;
import heaplab.view.Html;
import heaplab.view.Picture;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The real source of the library's types, which the jar carries along. */
public final class Sources {
    private static final String STYLE =
            "margin:4px 0;padding:8px 12px;overflow-x:auto;white-space:pre;line-height:1.4;"
                    + "background-color:#f6f8fa;color:#1f2328";

    private Sources() {}

    /** The declaration of a type with its comment, coloured. */
    public static Picture of(Class<?> type) {
        String path = path(type);
        JavaText source =
                new JavaText(read(type, path))
                        .cut(type.getSimpleName())
                        .orElseThrow(() -> new IllegalArgumentException(type + " not in " + path));
        Bundle bundle =
                Bundle.of(source.text())
                        .html(
                                "<div><code>"
                                        + Html.escape(path)
                                        + "</code></div><pre style=\""
                                        + STYLE
                                        + "\">"
                                        + source.html()
                                        + "</pre>");
        return () -> bundle;
    }

    private static String path(Class<?> type) {
        Class<?> outer = type;
        while (outer.getEnclosingClass() != null) {
            outer = outer.getEnclosingClass();
        }
        return outer.getName().replace('.', '/') + ".java";
    }

    private static String read(Class<?> type, String path) {
        try (InputStream file = Sources.class.getResourceAsStream("/heaplab-sources/" + path)) {
            if (file == null) {
                throw new IllegalArgumentException(
                        "no source of "
                                + type.getSimpleName()
                                + ": only the library's own types bring theirs along");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
