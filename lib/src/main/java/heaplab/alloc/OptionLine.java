package heaplab.alloc;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An exercise by the option line of the original, as homework has it: {@code -n 10 -H 0 -p BEST -s
 * 0}. The options are those of the {@code freelist} command, in their short form, with the same
 * defaults; {@code -c} asks for answers and says nothing about the exercise.
 */
final class OptionLine {
    private static final Map<String, String> DEFAULTS =
            Map.ofEntries(
                    Map.entry("-s", "0"),
                    Map.entry("-S", "100"),
                    Map.entry("-b", "1000"),
                    Map.entry("-H", "0"),
                    Map.entry("-a", "-1"),
                    Map.entry("-p", "BEST"),
                    Map.entry("-l", "ADDRSORT"),
                    Map.entry("-n", "10"),
                    Map.entry("-r", "10"),
                    Map.entry("-P", "50"),
                    Map.entry("-A", ""));
    private static final List<String> FLAGS = List.of("-C", "-c");

    private final Map<String, String> values = new HashMap<>(DEFAULTS);

    OptionLine(String line) {
        Deque<String> words = new ArrayDeque<>(List.of(line.strip().split("\\s+")));
        while (!words.isEmpty()) {
            String option = words.remove();
            boolean isFlag = FLAGS.contains(option);
            if (!isFlag && !DEFAULTS.containsKey(option)) {
                if (option.isEmpty()) continue; // of an empty line
                throw new IllegalArgumentException(
                        "found %s, expected one of -s -S -b -H -a -p -l -C -n -r -P -A"
                                .formatted(option));
            }
            if (!isFlag && words.isEmpty())
                throw new IllegalArgumentException(
                        "found %s at the end, expected its value after it".formatted(option));
            values.put(option, isFlag ? "" : words.remove());
        }
    }

    FreeListExercise exercise() {
        FreeListOptions heap =
                new FreeListOptions(
                        number("-S"),
                        number("-b"),
                        number("-H"),
                        number("-a"),
                        ListPlacement.named(values.get("-p")),
                        ListOrder.named(values.get("-l")),
                        values.containsKey("-C"));
        String list = values.get("-A");
        return list.isEmpty()
                ? ExerciseGenerator.random(heap, seed(), number("-n"), number("-r"), number("-P"))
                : ExerciseGenerator.list(heap, list);
    }

    private int number(String option) {
        try {
            return Integer.parseInt(values.get(option));
        } catch (NumberFormatException e) {
            throw notANumber(option);
        }
    }

    private BigInteger seed() {
        try {
            return new BigInteger(values.get("-s"));
        } catch (NumberFormatException e) {
            throw notANumber("-s");
        }
    }

    private IllegalArgumentException notANumber(String option) {
        return new IllegalArgumentException(
                "found %s %s, expected a whole number".formatted(option, values.get(option)));
    }
}
