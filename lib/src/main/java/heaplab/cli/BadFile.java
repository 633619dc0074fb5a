package heaplab.cli;

/** A file that cannot be used: says where, what was found there, and what was expected instead. */
final class BadFile extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Line 0 means the file as a whole. */
    BadFile(String file, int line, String found, String expected) {
        this(file, line, "found %s, expected %s".formatted(found, expected));
    }

    /** With a message that names both already. */
    BadFile(String file, int line, String message) {
        super((line == 0 ? file : file + ":" + line) + ": " + message);
    }
}
