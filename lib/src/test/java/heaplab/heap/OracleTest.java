package heaplab.heap;

import static heaplab.heap.Allocator.NULL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import heaplab.policy.AddressOrder;
import heaplab.policy.ExactClasses;
import heaplab.policy.FifoOrder;
import heaplab.policy.PowersOfTwo;
import heaplab.policy.SegregatedTracking;
import heaplab.policy.SimpleSegregatedTracking;
import heaplab.policy.SizeOrder;
import heaplab.policy.SteppedClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/**
 * Every block is exactly where a slow model with one Java object per block puts it, and so is every
 * link. A policy that the model does not know is passed over.
 */
class OracleTest {
    private static final int SLICES = 100; // of the recipes: each program is served by one

    private static final List<Tracking> MORE = // that have no name of their own
            List.of(
                    new SegregatedTracking(new PowersOfTwo(), new FifoOrder()),
                    new SegregatedTracking(new SteppedClasses(), new AddressOrder()),
                    new SegregatedTracking(new ExactClasses(), new SizeOrder()),
                    new SimpleSegregatedTracking(new SteppedClasses()),
                    new SimpleSegregatedTracking(new ExactClasses()));

    private static final List<Recipe> ALL = all();
    private static final List<Recipe> KNOWN = ALL.stream().filter(ModelHeap::knows).toList();

    private static final List<String> OWN =
            List.of(
                    "implicit",
                    "explicit LIFO",
                    "explicit FIFO",
                    "explicit address order",
                    "explicit size order",
                    "segregated",
                    "segregated 4 steps",
                    "segregated exact below 256",
                    "segregated FIFO",
                    "simple segregated",
                    "size tree",
                    "TLSF",
                    "TLSF 4 steps",
                    "half fit",
                    "first fit",
                    "next fit",
                    "best fit",
                    "worst fit",
                    "good fit",
                    "exact then first fit",
                    "always split",
                    "never split",
                    "split ≥ 32",
                    "never coalesce",
                    "next coalesce",
                    "immediate coalesce",
                    "deferred coalesce",
                    "scan coalesce",
                    "quick lists ≤ 80",
                    "coalesce at fragmentation > 0.5",
                    "ALWAYS_MOVES",
                    "STAYS_IF_IT_FITS",
                    "IN_PLACE",
                    "AT_THE_TOP");

    private static int turn;

    private static List<Recipe> all() {
        List<Recipe> all = new ArrayList<>(Variants.recipes());
        all.addAll(Variants.recipes(MORE));
        return all;
    }

    @Provide
    Arbitrary<List<Op>> programs() {
        return Op.programs(120);
    }

    @Provide
    Arbitrary<Growth> growths() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 40).map(n -> 16 * n),
                        Arbitraries.of(0, 1, 200, 1000),
                        Arbitraries.integers().between(16, 6000))
                .as(Growth::new);
    }

    /** Each slice comes as often as any other, and stays the same while a failure shrinks. */
    @Provide
    Arbitrary<Integer> slices() {
        return Arbitraries.randomValue(random -> turn++ % SLICES);
    }

    /** Whatever is added later may be without a model, and is passed over then. */
    @Test
    void theLibrarysOwnPoliciesHaveAModel() {
        Set<String> modelled = new TreeSet<>();
        for (Recipe recipe : KNOWN) {
            modelled.add(recipe.tracking().toString());
            for (Object policy : List.of(recipe.fit(), recipe.split(), recipe.coalesce()))
                modelled.add(Names.of(policy));
            modelled.add(recipe.realloc().name());
        }
        Set<String> missing = new TreeSet<>(OWN);
        missing.removeAll(modelled);
        assertEquals(Set.of(), missing);
    }

    @Property(tries = 200, seed = "2", edgeCases = EdgeCasesMode.NONE)
    void allBlocksAreWhereTheModelHasThem(
            @ForAll("programs") List<Op> program,
            @ForAll("growths") Growth growth,
            @ForAll("slices") int slice) {
        for (int i = slice; i < KNOWN.size(); i += SLICES)
            compare(KNOWN.get(i).with(growth), program);
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
        String before = model.toString();
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
        Supplier<String> where =
                () ->
                        "%s · %s · %s: %s of %d in %s"
                                .formatted(
                                        recipe, recipe.realloc(), recipe.growth(), op, old, before);
        assertEquals(model.toString(), heap.toString(), where);
        assertEquals(expected, found, where);
        assertEquals(model.cursor(), heap.cursor(), where);
        assertEquals(model.chains(), chains(heap), where);
        return found;
    }

    private static List<List<Integer>> chains(ListHeap heap) {
        return heap.chains().stream().map(FreeIndex.Chain::blocks).toList();
    }
}
