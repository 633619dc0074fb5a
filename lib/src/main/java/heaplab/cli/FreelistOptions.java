package heaplab.cli;

import heaplab.alloc.ExerciseGenerator;
import heaplab.alloc.FreeListExercise;
import heaplab.alloc.FreeListOptions;
import heaplab.alloc.ListOrder;
import heaplab.alloc.ListPlacement;
import heaplab.view.FreeListText;
import java.math.BigInteger;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * The options of OSTEP's free-list simulator, by the names and with the defaults of the original,
 * and the lines it begins its output with. {@code -h} is the help of this command line.
 */
final class FreelistOptions {
    private static final String DEFAULT = " (${DEFAULT-VALUE}).";

    @Option(
            names = {"-s", "--seed"},
            paramLabel = "SEED",
            defaultValue = "0",
            description = "Seed of a random exercise" + DEFAULT)
    private BigInteger seed;

    @Option(
            names = {"-S", "--size"},
            paramLabel = "BYTES",
            defaultValue = "100",
            description = "Size of the heap" + DEFAULT)
    private int heapBytes;

    @Option(
            names = {"-b", "--baseAddr"},
            paramLabel = "ADDRESS",
            defaultValue = "1000",
            description = "Address of the heap's first byte" + DEFAULT)
    private int base;

    @Option(
            names = {"-H", "--headerSize"},
            paramLabel = "BYTES",
            defaultValue = "0",
            description = "Size of each block's header" + DEFAULT)
    private int headerBytes;

    @Option(
            names = {"-a", "--alignment"},
            paramLabel = "BYTES",
            defaultValue = "-1",
            description = "Round sizes up to a multiple of this; -1: do not" + DEFAULT)
    private int alignment;

    @Option(
            names = {"-p", "--policy"},
            paramLabel = "POLICY",
            defaultValue = "BEST",
            converter = Placement.class,
            description = "Entry that a request gets: FIRST, BEST or WORST fit" + DEFAULT)
    private ListPlacement policy;

    @Option(
            names = {"-l", "--listOrder"},
            paramLabel = "ORDER",
            defaultValue = "ADDRSORT",
            converter = Order.class,
            description =
                    "Order of the list: ADDRSORT, SIZESORT+, SIZESORT-, INSERT-FRONT or"
                            + " INSERT-BACK"
                            + DEFAULT)
    private ListOrder order;

    @Option(
            names = {"-C", "--coalesce"},
            description = "Join entries that touch, on every free.")
    private boolean coalesce;

    @Option(
            names = {"-n", "--numOps"},
            paramLabel = "COUNT",
            defaultValue = "10",
            description = "Number of random operations" + DEFAULT)
    private int operations;

    @Option(
            names = {"-r", "--range"},
            paramLabel = "BYTES",
            defaultValue = "10",
            description = "Largest random request" + DEFAULT)
    private int largest;

    @Option(
            names = {"-P", "--percentAlloc"},
            paramLabel = "PERCENT",
            defaultValue = "50",
            description = "Share of allocations among random operations" + DEFAULT)
    private int percent;

    @Option(
            names = {"-A", "--allocList"},
            paramLabel = "LIST",
            defaultValue = "",
            description = "These operations instead of random ones: +10,+20,-0 and so on.")
    private String list;

    @Option(
            names = {"-c", "--compute"},
            description = "Print results and lists instead of question marks.")
    private boolean compute;

    @Option(
            names = "--readme-layout",
            description =
                    "Break lines where the original's README does; the program itself does it"
                            + " a little differently today.")
    private boolean readmeLayout;

    FreeListExercise exercise() {
        FreeListOptions heap =
                new FreeListOptions(
                        heapBytes, base, headerBytes, alignment, policy, order, coalesce);
        return list.isEmpty()
                ? ExerciseGenerator.random(heap, seed, operations, largest, percent)
                : listed(heap);
    }

    private FreeListExercise listed(FreeListOptions heap) {
        try {
            return ExerciseGenerator.list(heap, list);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("-A: " + e.getMessage());
        }
    }

    /** How the exercise is printed. */
    FreeListText text() {
        return new FreeListText(
                readmeLayout ? FreeListText.Layout.README : FreeListText.Layout.PROGRAM,
                compute,
                list.isEmpty() ? headerBytes : 0);
    }

    /** The lines before the exercise: every option with its value. */
    String header() {
        return """
        seed %d
        size %d
        baseAddr %d
        headerSize %d
        alignment %d
        policy %s
        listOrder %s
        coalesce %s
        numOps %d
        range %d
        percentAlloc %d
        allocList %s
        compute %s

        """
                .formatted(
                        seed,
                        heapBytes,
                        base,
                        headerBytes,
                        alignment,
                        policy,
                        order,
                        python(coalesce),
                        operations,
                        largest,
                        percent,
                        list,
                        python(compute));
    }

    private static String python(boolean value) {
        return value ? "True" : "False";
    }

    /** Finds a placement by its name. */
    static final class Placement implements ITypeConverter<ListPlacement> {
        @Override
        public ListPlacement convert(String name) {
            try {
                return ListPlacement.named(name);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** Finds an order by its name. */
    static final class Order implements ITypeConverter<ListOrder> {
        @Override
        public ListOrder convert(String name) {
            try {
                return ListOrder.named(name);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
