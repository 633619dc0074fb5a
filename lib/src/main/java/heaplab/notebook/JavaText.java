package heaplab.notebook;

import heaplab.view.Html;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Java source text, to cut a type out of it and to colour it.
 *
 * <p>One regular expression finds comments, literals, annotations and words; that is all either
 * task needs, and it cannot be fooled by a brace in a string. A parser would know more and be much
 * larger.
 */
record JavaText(String text) {
    private static final Pattern TOKEN =
            Pattern.compile(
                    "(?<comment>/\\*.*?\\*/|//[^\\n]*)"
                            + "|(?<string>\"\"\".*?\"\"\"|\"(\\\\.|[^\"\\\\\\n])*\"|'(\\\\.|[^'\\\\])+')"
                            + "|(?<annotation>@\\w+)"
                            + "|(?<word>[a-zA-Z_$][\\w$]*)"
                            + "|(?<number>\\d[\\w.]*)"
                            + "|(?<other>\\S)",
                    Pattern.DOTALL);

    private static final Set<String> KEYWORDS =
            Set.of(
                    ("abstract assert boolean break byte case catch char class const continue default"
                                    + " do double else enum extends final finally float for if"
                                    + " implements import instanceof int interface long native new"
                                    + " null package private protected public record return sealed"
                                    + " short static super switch synchronized this throw throws"
                                    + " transient true false try var void volatile while yield"
                                    + " permits")
                            .split(" "));

    private static final Set<String> TYPES = Set.of("class", "interface", "record", "enum");
    private static final Set<String> ENDS = Set.of(";", "{", "}");

    /** The declaration of a type with its comment, annotations and body, or nothing. */
    Optional<JavaText> cut(String typeName) {
        Matcher token = TOKEN.matcher(text);
        int start = 0; // end of the last statement or brace before the declaration
        int parentheses = 0; // braces inside them belong to an annotation
        String before = "";
        while (token.find()) {
            String found = token.group();
            if (TYPES.contains(before) && found.equals(typeName)) {
                return Optional.of(cut(start, endOfBody(token)));
            }
            parentheses += found.equals("(") ? 1 : found.equals(")") ? -1 : 0;
            if (parentheses == 0 && (ENDS.contains(found) || endOfLine(start, token))) {
                start = token.end();
            }
            before = token.group("comment") == null ? found : before;
        }
        return Optional.empty();
    }

    /** HTML for a {@code pre} element: colours are in the elements, because styles are removed. */
    String html() {
        StringBuilder html = new StringBuilder();
        Matcher token = TOKEN.matcher(text);
        int end = 0;
        while (token.find()) {
            html.append(text, end, token.start());
            String colour = colour(token);
            String found = Html.escape(token.group());
            html.append(
                    colour.isEmpty()
                            ? found
                            : "<span style=\"color:" + colour + "\">" + found + "</span>");
            end = token.end();
        }
        return html.append(text.substring(end)).toString();
    }

    private static String colour(Matcher token) {
        if (token.group("comment") != null) {
            return "#57606a";
        }
        if (token.group("string") != null || token.group("number") != null) {
            return "#0b5f3f";
        }
        if (token.group("annotation") != null) {
            return "#8a4b00";
        }
        return KEYWORDS.contains(token.group()) ? "#0550ae" : "";
    }

    private static int endOfBody(Matcher token) {
        int depth = 0;
        while (token.find()) {
            if (token.group().equals("{")) {
                depth++;
            } else if (token.group().equals("}") && --depth == 0) {
                return token.end();
            }
        }
        throw new IllegalStateException("a type without the closing brace of its body");
    }

    /** Whether this is a comment behind the last statement, on its line. */
    private boolean endOfLine(int start, Matcher token) {
        return token.group("comment") != null
                && start > 0
                && text.substring(start, token.start()).indexOf('\n') < 0;
    }

    private JavaText cut(int start, int end) {
        String lines = text.substring(start, end).replaceFirst("^\\s*\\n", "");
        String indent = lines.substring(0, lines.length() - lines.stripLeading().length());
        return new JavaText(lines.replaceAll("(?m)^" + indent, ""));
    }
}
