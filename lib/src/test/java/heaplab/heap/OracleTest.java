package heaplab.heap;

import static heaplab.heap.Allocator.NULL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every block is exactly where a slow model with one Java object per block puts it. */
class OracleTest {
    private static final List<Recipe> KNOWN =
            Variants.recipes().stream().filter(ModelHeap::knows).toList();

    @Provide
    Arbitrary<List<Op>> programs() {
        return Op.programs(120);
    }

    @Provide
    Arbitrary<Integer> chunks() {
        return Arbitraries.integers().between(1, 40).map(n -> 16 * n);
    }

    @Provide
    Arbitrary<Integer> limits() {
        return Arbitraries.integers().between(16, 6000);
    }

    @Property(tries = 120, seed = "2", edgeCases = EdgeCasesMode.NONE)
    void allBlocksAreWhereTheModelHasThem(
            @ForAll("programs") List<Op> program,
            @ForAll("chunks") int chunk,
            @ForAll("limits") int limit) {
        assertFalse(KNOWN.isEmpty());
        for (Recipe recipe : KNOWN) compare(recipe.withChunk(chunk).withLimit(limit), program);
    }

    private static void compare(Recipe recipe, List<Op> program) {
        ListHeap heap = recipe.heap();
        ModelHeap model = new ModelHeap(recipe);
        List<Integer> held = new ArrayList<>();
        for (Op op : program) {
            int pick = held.isEmpty() ? 0 : op.pick() % held.size();
            int old = held.isEmpty() ? NULL : held.get(pick);
            int address = step(heap, model, op, old, recipe);
            boolean released = op.kind() == Op.Kind.FREE;
            released |= op.kind() == Op.Kind.REALLOC && (address != NULL || op.bytes() == 0);
            if (released && old != NULL) held.remove(pick);
            if (address != NULL) held.add(address);
        }
    }

    private static int step(ListHeap heap, ModelHeap model, Op op, int old, Recipe recipe) {
        int expected = NULL;
        int found = NULL;
        switch (op.kind()) {
            case MALLOC, CALLOC -> {
                expected = model.malloc(op.bytes());
                found = heap.malloc(op.bytes());
            }
            case REALLOC -> {
                expected = model.realloc(old, op.bytes());
                found = heap.realloc(old, op.bytes());
            }
            case FREE -> {
                model.free(old);
                heap.free(old);
            }
            case FREE_NULL -> {
                model.free(NULL);
                heap.free(NULL);
            }
        }
        String where = recipe + " · " + recipe.realloc() + ": " + op + " with " + old + "; ";
        assertEquals(expected, found, () -> where + model);
        assertEquals(model.toString(), heap.toString(), where);
        assertEquals(model.cursor(), heap.cursor(), () -> where + model);
        return found;
    }
}
