package heaplab.alloc;

import heaplab.alloc.FreeListExercise.Operation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Exercises for a free list: drawn from a seed, the same as the original draws, or written down as
 * a list.
 *
 * <p>Each draw decides between malloc and free; then a malloc draws its size, and a free one of the
 * blocks that live. A free with nothing alive is drawn again. As a refused malloc leaves nothing to
 * free, the same seed may give another exercise for other options.
 */
public final class ExerciseGenerator {
    private static final String AN_OPERATION = "+BYTES or -INDEX, as in +10,+20,-0";

    private ExerciseGenerator() {}

    /**
     * Random operations.
     *
     * @param seed any whole number; its sign does not count
     * @param operations how many, at least 0
     * @param largest request in bytes, at least 1
     * @param percent of the draws that are a malloc, 1 to 100
     */
    public static FreeListExercise random(
            FreeListOptions options, BigInteger seed, int operations, int largest, int percent) {
        require(operations >= 0, "%d operations: expected 0 or more", operations);
        require(largest >= 1, "requests of up to %d bytes: expected 1 or more", largest);
        require(percent >= 1 && percent <= 100, "%d percent: expected 1 to 100", percent);
        return new FreeListExercise(
                options, new Draws(options, seed, largest, percent).operations(operations));
    }

    private static void require(boolean holds, String message, int found) {
        if (!holds) throw new IllegalArgumentException(message.formatted(found));
    }

    /**
     * Operations written down: "+10,+20,-0" allocates 10 and 20 bytes and frees the first block.
     *
     * @throws IllegalArgumentException that names the first part that is none of these
     */
    public static FreeListExercise list(FreeListOptions options, String list) {
        List<Operation> operations = new ArrayList<>();
        int mallocs = 0;
        for (String part : list.split(",", -1)) {
            boolean isMalloc = part.startsWith("+");
            int number = number(part);
            operations.add(
                    new Operation(isMalloc, isMalloc ? mallocs++ : number, isMalloc ? number : 0));
        }
        return new FreeListExercise(options, operations);
    }

    /**
     * The exercise of an option line of the original: "-S 100 -b 1000 -H 4 -a 4 -n 5".
     *
     * @throws IllegalArgumentException that names the first option that is none, or its value
     */
    public static FreeListExercise line(String options) {
        return new OptionLine(options).exercise();
    }

    private static int number(String part) {
        try {
            if (part.matches("[+-]\\d+")) return Integer.parseInt(part.substring(1));
        } catch (NumberFormatException tooLarge) {
            throw new IllegalArgumentException(
                    "found %s, expected a number of at most %d".formatted(part, Integer.MAX_VALUE));
        }
        throw new IllegalArgumentException(
                "found \"%s\", expected %s".formatted(part, AN_OPERATION));
    }

    /** The draws for one exercise: what lives depends on what the simulator could place. */
    private static final class Draws {
        private final MersenneTwister random;
        private final FreeListSimulator heap;
        private final int largest;
        private final double mallocs; // share of the draws
        private final List<Operation> operations = new ArrayList<>();
        private final List<Operation> live = new ArrayList<>(); // mallocs, by age
        private final List<Integer> blocks = new ArrayList<>(); // of these
        private int ids;

        Draws(FreeListOptions options, BigInteger seed, int largest, int percent) {
            random = new MersenneTwister(seed);
            heap = new FreeListSimulator(options);
            this.largest = largest;
            mallocs = percent / 100.0;
        }

        List<Operation> operations(int count) {
            while (operations.size() < count) {
                if (random.random() < mallocs) malloc();
                else if (!live.isEmpty()) free();
            }
            return operations;
        }

        private void malloc() {
            Operation malloc = new Operation(true, ids++, random.below(largest) + 1);
            operations.add(malloc);
            int block = heap.malloc(malloc.bytes()).block();
            if (block == FreeListSimulator.FAILED) return;
            live.add(malloc);
            blocks.add(block);
        }

        private void free() {
            int i = random.below(live.size());
            operations.add(new Operation(false, live.remove(i).id(), 0));
            heap.free(blocks.remove(i));
        }
    }
}
