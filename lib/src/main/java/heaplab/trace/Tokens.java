package heaplab.trace;

import java.io.IOException;
import java.io.InputStream;

/**
 * Letters and whole numbers separated by white space, straight from the bytes of a text, with its
 * lines counted. One pass, one buffer: a line is never held as a whole, however long it is.
 */
final class Tokens {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int SHOWN_BYTES = 40; // of a token, in a message
    private static final int END = -1; // of the text, in place of a byte
    private static final long TOO_LARGE = 100_000_000_000_000_000L; // for one more digit

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int token; // where the present token starts; it stays in the buffer
    private int at; // next byte
    private int end; // of what is in the buffer
    private int line = 1;

    Tokens(InputStream in) {
        this.in = in;
    }

    /** The line of the present token, from 1 on. */
    int line() {
        return line;
    }

    /** Goes to the next token, on whatever line; whether there is one. */
    boolean toNext() throws IOException {
        for (int b = peek(); ; b = peek()) {
            if (b == '\n') line++;
            else if (!isBlank(b)) return b != END;
            token = ++at;
        }
    }

    /** Goes to the end of the line. */
    void skipLine() throws IOException {
        for (int b = peek(); b != '\n' && b != END; b = peek()) token = ++at;
    }

    /** The present token, one of some letters. */
    int letter(String letters, String expected) throws IOException {
        skipBlanks();
        int b = peek();
        if (letters.indexOf(b) < 0) throw refused(expected);
        at++;
        if (!isBreak(peek())) throw refused(expected);
        return b;
    }

    /** The next token of the line, a whole number. */
    long number(String expected) throws IOException {
        skipBlanks();
        boolean negative = peek() == '-';
        if (negative) at++;
        long value = digit(expected);
        while (!isBreak(peek())) {
            if (value >= TOO_LARGE) throw refused(expected);
            value = 10 * value + digit(expected);
        }
        return negative ? -value : value;
    }

    private int digit(String expected) throws IOException {
        int digit = peek() - '0';
        if (digit < 0 || digit > 9) throw refused(expected);
        at++;
        return digit;
    }

    /** Makes sure that nothing more is on the line. */
    void endLine() throws IOException {
        skipBlanks();
        int b = peek();
        if (b != '\n' && b != END) throw refused("the end of the line");
    }

    /** The present token, cut short, in quotes; white space and the end in words. */
    String found() throws IOException {
        while (end - token < SHOWN_BYTES && fill()) {}
        if (token == end) return "the end of the file";
        if (buffer[token] == '\n') return "the end of the line";
        StringBuilder shown = new StringBuilder("\"");
        int i = token;
        for (; i < end && i < token + SHOWN_BYTES && !isBreak(buffer[i] & 0xff); i++) {
            int b = buffer[i] & 0xff;
            shown.append(b < ' ' || b > '~' ? "\\x%02x".formatted(b) : String.valueOf((char) b));
        }
        return shown + (i == token + SHOWN_BYTES ? "...\"" : "\"");
    }

    private Refusal refused(String expected) throws IOException {
        return new Refusal(found(), expected);
    }

    private void skipBlanks() throws IOException {
        token = at;
        while (isBlank(peek())) token = ++at;
    }

    private static boolean isBlank(int b) {
        return b == ' ' || b == '\t' || b == '\r';
    }

    private static boolean isBreak(int b) {
        return isBlank(b) || b == '\n' || b == END;
    }

    private int peek() throws IOException {
        return at < end || fill() ? buffer[at] & 0xff : END;
    }

    /** Moves the present token to the front of the buffer and reads on behind it. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, token, buffer, 0, end - token);
        at -= token;
        end -= token;
        token = 0;
        int read = in.read(buffer, end, buffer.length - end);
        if (read > 0) end += read;
        return read > 0;
    }
}
