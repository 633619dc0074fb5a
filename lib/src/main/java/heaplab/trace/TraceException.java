package heaplab.trace;

/**
 * A trace that cannot be read: says in which file and line, what was found there and what was
 * expected instead. Nothing of the trace is kept.
 */
public final class TraceException extends RuntimeException {
    private final String file;
    private final int line;
    private final String found;
    private final String expected;

    /** Line 0 means the file as a whole. */
    TraceException(String file, int line, String found, String expected) {
        super(
                "%s: found %s, expected %s"
                        .formatted(line == 0 ? file : file + ":" + line, found, expected));
        this.file = file;
        this.line = line;
        this.found = found;
        this.expected = expected;
    }

    /** The file's name, as it was given. */
    public String file() {
        return file;
    }

    /** The line, from 1 on; 0 when it is about the file as a whole. */
    public int line() {
        return line;
    }

    public String found() {
        return found;
    }

    public String expected() {
        return expected;
    }
}
