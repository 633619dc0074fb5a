package heaplab.notebook;

/**
 * Thrown by an exercise that nobody has answered yet.
 *
 * <p>A stub throws it, so the cell compiles and a check can tell "not answered" from "wrong". It
 * has no stack trace: there is nothing to look for.
 */
public final class NotAnswered extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotAnswered() {
        this("not answered yet");
    }

    public NotAnswered(String message) {
        super(message, null, false, false);
    }
}
