package heaplab.view;

import heaplab.alloc.FreeListExercise.Operation;
import heaplab.alloc.FreeListExercise.Step;
import heaplab.alloc.FreeListSimulator.Chunk;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An exercise on a free list as the original prints it: each operation with its result and the list
 * after it, or with question marks in their place. Compared character by character with the three
 * outputs of the original's README, and with outputs of the program for the README's example and
 * for the chapter's homework.
 *
 * @param layout where line breaks and blanks go
 * @param answers whether results and lists are printed
 * @param added what is added to each result of an allocation, a refused one's -1 included: the
 *     original adds the header in random exercises and nothing in lists of operations
 */
public record FreeListText(Layout layout, boolean answers, int added) {
    /** The original has printed the same in two ways over time. */
    public enum Layout {
        /** As the program prints it under Python 3. */
        PROGRAM(" ", "\n", "List? ", "]: ", ""),
        /** As its README shows it, from the time of Python 2. */
        README("  ", " ", "List?", "]:  ", " ");

        private final String afterMalloc;
        private final String afterFree;
        private final String list; // where it is not told
        private final String beforeEntries;
        private final String betweenEntries;

        Layout(
                String afterMalloc,
                String afterFree,
                String list,
                String beforeEntries,
                String betweenEntries) {
            this.afterMalloc = afterMalloc;
            this.afterFree = afterFree;
            this.list = list;
            this.beforeEntries = beforeEntries;
            this.betweenEntries = betweenEntries;
        }
    }

    /** A step, and the empty line after it. */
    public String of(Step step) {
        if (step.skipped()) return "Invalid Free: Skipping\n";
        Operation operation = step.operation();
        String call =
                operation.isMalloc()
                        ? "ptr[%d] = Alloc(%d)%s"
                                .formatted(operation.id(), operation.bytes(), layout.afterMalloc)
                        : "Free(ptr[%d])%s".formatted(operation.id(), layout.afterFree);
        return "%sreturned %s\n%s\n\n".formatted(call, result(step), list(step.freeList()));
    }

    private String result(Step step) {
        if (!answers) return "?";
        return step.operation().isMalloc()
                ? "%d (searched %d elements)".formatted(step.result() + added, step.searched())
                : String.valueOf(step.result());
    }

    private String list(List<Chunk> entries) {
        if (!answers) return layout.list;
        return entries.stream()
                .map(entry -> "[ addr:" + entry.address() + " sz:" + entry.bytes() + " ]")
                .collect(
                        Collectors.joining(
                                layout.betweenEntries,
                                "Free List [ Size %d %s"
                                        .formatted(entries.size(), layout.beforeEntries),
                                ""));
    }
}
