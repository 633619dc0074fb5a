package heaplab.alloc;

import heaplab.alloc.FreeListSimulator.Chunk;
import heaplab.alloc.FreeListSimulator.Placed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Operations on a free list, to be done by hand: what does each return, and what is the list
 * afterwards? {@link ExerciseGenerator} makes them.
 */
public record FreeListExercise(FreeListOptions options, List<Operation> operations) {
    /**
     * One operation of the program.
     *
     * @param isMalloc else it is a free
     * @param id which pointer: mallocs number them from 0 on, whether they succeed or not
     * @param bytes asked for; 0 for a free
     */
    public record Operation(boolean isMalloc, int id, int bytes) {
        /** "ptr[0] = malloc(3)" or "free(ptr[0])". */
        @Override
        public String toString() {
            return isMalloc
                    ? "ptr[%d] = malloc(%d)".formatted(id, bytes)
                    : "free(ptr[%d])".formatted(id);
        }
    }

    /**
     * What an operation did.
     *
     * @param result where the block starts, before its header; 0 for a free; -1 when refused
     * @param searched entries malloc looked at; 0 for a free
     * @param skipped whether it frees a pointer that no malloc has set; then nothing was done
     * @param freeList afterwards
     * @param blocks of the program afterwards, header and all, by address
     */
    public record Step(
            Operation operation,
            int result,
            int searched,
            boolean skipped,
            List<Chunk> freeList,
            List<Chunk> blocks) {
        /** What the program gets: the address behind a header of this size; 0 or -1. */
        public int returned(int headerBytes) {
            return operation.isMalloc() && result != FreeListSimulator.FAILED
                    ? result + headerBytes
                    : result;
        }
    }

    public FreeListExercise {
        operations = List.copyOf(operations);
    }

    /** Every operation done as the rules say. */
    public List<Step> solve() {
        return solve(new FreeListSimulator(options));
    }

    /** Every operation done by a simulator of your own. */
    public List<Step> solve(FreeListSimulator heap) {
        List<Step> steps = new ArrayList<>();
        solve(heap, steps::add);
        return steps;
    }

    /** The same for exercises too long to be kept: each step is handed on when it is done. */
    public void solve(FreeListSimulator heap, Consumer<Step> each) {
        Map<Integer, Integer> pointers = new HashMap<>(); // where blocks start, by id
        for (Operation operation : operations) each.accept(step(heap, pointers, operation));
    }

    private static Step step(
            FreeListSimulator heap, Map<Integer, Integer> pointers, Operation operation) {
        int result = FreeListSimulator.FAILED;
        int searched = 0;
        boolean skipped = !operation.isMalloc() && !pointers.containsKey(operation.id());
        if (operation.isMalloc()) {
            Placed placed = heap.malloc(operation.bytes());
            result = placed.block();
            searched = placed.searched();
            if (result != FreeListSimulator.FAILED) pointers.put(operation.id(), result);
        } else if (!skipped) result = heap.free(pointers.get(operation.id()));
        return new Step(operation, result, searched, skipped, heap.freeList(), heap.blocks());
    }
}
