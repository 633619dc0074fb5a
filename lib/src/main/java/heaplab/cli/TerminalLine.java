package heaplab.cli;

import heaplab.view.Progress;
import java.io.Console;

/** The line of the terminal that is written again and again, on stderr; silent where none is. */
final class TerminalLine implements Progress.Line {
    private final boolean terminal; // whether somebody watches
    private int width; // of the text that stands there

    private TerminalLine(boolean terminal) {
        this.terminal = terminal;
    }

    static Progress progress(String work, long total) {
        return new Progress(work, total, new TerminalLine(terminal(System.console())));
    }

    @Override
    public void write(String text) {
        if (terminal) {
            System.err.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
            System.err.flush();
            width = text.length();
        }
    }

    @Override
    public void end() {
        if (terminal) {
            System.err.println();
        }
    }

    /** From Java 22 on there is a console even without a terminal, and it says so. */
    private static boolean terminal(Console console) {
        try {
            return console != null
                    && (Runtime.version().feature() < 22
                            || (boolean) Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
