package heaplab.notebook;

import heaplab.alloc.Checked;
import heaplab.heap.Allocator;
import heaplab.heap.BrokenHeap;
import heaplab.heap.HeapText;
import heaplab.heap.Inspectable;
import heaplab.memory.Memory;
import heaplab.view.Bundle;
import heaplab.view.HeapPicture;
import heaplab.view.HtmlTable;
import heaplab.view.Picture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A few lines of C, run one after the other on a simulated heap; as a picture a table of the lines,
 * what each answered, and the blocks after it.
 *
 * <pre>
 * p = malloc(20)    q = calloc(3, 4)    q = realloc(p, 40)    b = sbrk(0)
 * free(p)           p[2] = 7            x = p[2]              q = p + 4
 * </pre>
 *
 * An index counts ints of 4 bytes, as in C; a pointer is a number, so {@code p + 4} is 4 bytes on.
 */
public final class CProgram implements Picture {
    /** What stands for no guess. */
    private static final String OPEN = "?";

    private static final String VALUE = "(\\w+(?: [+*] \\w+)?)";
    private static final Pattern CALL =
            Pattern.compile("(?:(\\w+) = )?(\\w+)\\(" + VALUE + "(?:, " + VALUE + ")?\\)");
    private static final Pattern WRITE = Pattern.compile("(\\w+)\\[" + VALUE + "] = " + VALUE);
    private static final Pattern READ = Pattern.compile("(\\w+) = (\\w+)\\[" + VALUE + "]");
    private static final Pattern SET = Pattern.compile("(\\w+) = " + VALUE);

    /** A line that was run. */
    record Row(String line, String answer, String blocks) {}

    private final Allocator heap;
    private final Map<String, Integer> variables = new HashMap<>(Map.of("NULL", Allocator.NULL));
    private final List<Row> rows = new ArrayList<>();
    private List<String> guesses = List.of();
    private int reported; // errors of a Checked that are in the table

    CProgram(Allocator heap, String... lines) {
        this.heap = heap;
        for (String line : lines) rows.add(new Row(line, answer(line), blocks()));
    }

    /** What each line was thought to answer, from the first line on; "?" for no guess. */
    public CProgram guess(List<String> answers) {
        guesses = answers;
        return this;
    }

    /** What each line answered: an address, "NULL", the value read, an error, or "". */
    public List<String> answers() {
        return rows.stream().map(Row::answer).toList();
    }

    /**
     * The value of a variable.
     *
     * @throws IllegalArgumentException that names the variables there are
     */
    public int value(String name) {
        if (variables.containsKey(name)) return variables.get(name);
        throw new IllegalArgumentException(
                "found %s, expected one of %s".formatted(name, variables.keySet()));
    }

    /** The heap now, word by word, with the values of its words and the program's pointers. */
    public HeapPicture draw() {
        if (!(heap instanceof Inspectable inspectable))
            throw new IllegalStateException(
                    "the heap of %s cannot be walked".formatted(heap.getClass().getSimpleName()));
        Map<Integer, String> names = new HashMap<>();
        variables.forEach((name, value) -> names.put(value, name));
        String title = rows.stream().map(Row::line).collect(Collectors.joining("; "));
        return HeapPicture.of(inspectable).names(names).values().titled(title);
    }

    private String answer(String line) {
        try {
            String answer = run(line);
            return heap instanceof Checked checked ? answer + errors(checked) : answer;
        } catch (NotC e) {
            throw e;
        } catch (IllegalArgumentException e) {
            return "fault: " + e.getMessage();
        }
    }

    private String errors(Checked checked) {
        int first = reported;
        reported = checked.errors().size();
        return reported == first ? "" : checked.errors().get(first).kind() + "!";
    }

    private String run(String line) {
        Matcher write = WRITE.matcher(line);
        if (write.matches()) {
            heap.memory().word(element(write.group(1), write.group(2)), number(write.group(3)));
            return "";
        }
        Matcher call = CALL.matcher(line);
        if (call.matches()) return call(call);
        Matcher read = READ.matcher(line);
        if (read.matches())
            return set(read.group(1), heap.memory().word(element(read.group(2), read.group(3))));
        Matcher set = SET.matcher(line);
        if (set.matches()) return set(set.group(1), number(set.group(2)));
        throw new NotC("\"%s\": expected a line like p = malloc(20) or p[2] = 7".formatted(line));
    }

    private int element(String array, String index) {
        return value(array) + Memory.WORD * number(index);
    }

    private String set(String name, int value) {
        variables.put(name, value);
        return String.valueOf(value);
    }

    private String call(Matcher call) {
        int first = number(call.group(3));
        int second = call.group(4) == null ? 0 : number(call.group(4));
        if (call.group(2).equals("free")) {
            heap.free(first);
            return "";
        }
        int address = address(call.group(2), first, second);
        if (call.group(1) != null) set(call.group(1), address);
        return address == Allocator.NULL ? "NULL" : String.valueOf(address);
    }

    private int address(String function, int first, int second) {
        return switch (function) {
            case "malloc" -> heap.malloc(first);
            case "calloc" -> heap.calloc(first, second);
            case "realloc" -> heap.realloc(first, second);
            case "sbrk" -> heap.memory().sbrk(first);
            default ->
                    throw new NotC(function + ": expected malloc, calloc, realloc, free or sbrk");
        };
    }

    /** A number, a variable, or a sum or product of two: in 32 bits, as in C. */
    private int number(String text) {
        String[] parts = text.split(" ");
        int left = term(parts[0]);
        if (parts.length == 1) return left;
        return parts[1].equals("+") ? left + term(parts[2]) : left * term(parts[2]);
    }

    private int term(String text) {
        return Character.isDigit(text.charAt(0)) ? Integer.parseInt(text) : value(text);
    }

    private String blocks() {
        if (!(heap instanceof Inspectable inspectable)) return "";
        try {
            return HeapText.of(inspectable);
        } catch (BrokenHeap broken) {
            return "broken at " + broken.address();
        }
    }

    @Override
    public Bundle bundle() {
        return HtmlTable.of(table());
    }

    Table table() {
        Table table = Table.create("", column("line", rows.stream().map(Row::line)));
        if (guesses.stream().anyMatch(guess -> !isOpen(guess)))
            table.addColumns(column("you said", rows.stream().map(this::guess)));
        table.addColumns(column("answer", rows.stream().map(Row::answer)));
        if (heap instanceof Inspectable)
            table.addColumns(column("blocks after it", rows.stream().map(Row::blocks)));
        return table;
    }

    private String guess(Row row) {
        int i = rows.indexOf(row);
        if (i >= guesses.size() || isOpen(guesses.get(i))) return "";
        return guesses.get(i) + (guesses.get(i).equals(row.answer()) ? " ✓" : " ✗");
    }

    private static boolean isOpen(String guess) {
        return guess.equals(OPEN) || guess.isEmpty();
    }

    private static StringColumn column(String name, Stream<String> texts) {
        return StringColumn.create(name, texts);
    }

    /** A line that this small language does not have; not a fault of the program. */
    private static final class NotC extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        NotC(String message) {
            super(message);
        }
    }
}
