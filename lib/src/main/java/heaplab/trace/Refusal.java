package heaplab.trace;

/** What was found in a trace, and what was expected in its place; the reader adds file and line. */
final class Refusal extends IllegalArgumentException {
    final String found;
    final String expected;

    Refusal(String where, String found, String expected) {
        super("%sfound %s, expected %s".formatted(where, found, expected));
        this.found = found;
        this.expected = expected;
    }

    Refusal(String found, String expected) {
        this("", found, expected);
    }
}
