package heaplab.heap;

import static heaplab.heap.Allocator.NULL;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.memory.Memory;
import heaplab.memory.UndoLog;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What every list heap owes its program, whatever it is put together from. */
class ConformanceTest {
    private static final List<Recipe> RECIPES = Variants.recipes();

    private static int turn; // of slices

    /** From a small heap that is full at once to one that grows step by step. */
    record Room(int chunkBytes, int trimBytes, int limitBytes) {
        ListHeap heap(Recipe recipe) {
            return recipe.with(new Growth(chunkBytes, trimBytes, limitBytes)).heap();
        }
    }

    @Provide
    Arbitrary<Room> rooms() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 40).map(n -> 16 * n),
                        Arbitraries.of(0, 1, 200, 1000),
                        Arbitraries.integers().between(16, 6000))
                .as(Room::new);
    }

    @Provide
    Arbitrary<List<Op>> shortPrograms() {
        return Op.programs(40);
    }

    @Provide
    Arbitrary<List<Op>> longPrograms() {
        return Op.programs(300);
    }

    @Provide
    Arbitrary<Recipe> recipes() {
        return Arbitraries.of(RECIPES);
    }

    /** Each slice comes as often as any other, and stays the same while a failure shrinks. */
    @Provide
    Arbitrary<Integer> slices() {
        return Arbitraries.randomValue(random -> turn++ % 50);
    }

    @Test
    void theLecturesPoliciesAreFound() {
        List<String> names =
                Stream.of(Variants.FITS, Variants.SPLITS, Variants.COALESCES)
                        .flatMap(List::stream)
                        .map(Names::of)
                        .toList();
        List<String> lecture =
                List.of(
                        "first fit",
                        "next fit",
                        "best fit",
                        "worst fit",
                        "always split",
                        "never split",
                        "split ≥ 32",
                        "never coalesce",
                        "next coalesce",
                        "immediate coalesce",
                        "deferred coalesce",
                        "coalesce at fragmentation > 0.5");
        assertTrue(names.containsAll(lecture), names::toString);
        assertEquals(new HashSet<>(RECIPES).size(), RECIPES.size());
    }

    /** Each program is served by every 50th recipe, so each recipe serves four. */
    @Property(tries = 200, seed = "1", edgeCases = EdgeCasesMode.NONE)
    void everyRecipeServesAnyProgram(
            @ForAll("shortPrograms") List<Op> program,
            @ForAll("rooms") Room room,
            @ForAll("slices") int slice) {
        for (int i = slice; i < RECIPES.size(); i += 50) serve(RECIPES.get(i), room, program);
    }

    @Property(tries = 5000, seed = "1", edgeCases = EdgeCasesMode.NONE)
    void anyRecipeServesLongPrograms(
            @ForAll("recipes") Recipe recipe,
            @ForAll("longPrograms") List<Op> program,
            @ForAll("rooms") Room room) {
        serve(recipe, room, program);
    }

    private static void serve(Recipe recipe, Room room, List<Op> program) {
        ListHeap heap = room.heap(recipe);
        try {
            Mirror mirror = new Mirror(heap, recipe.alignment());
            for (Op op : program) {
                long refused = heap.work().refused;
                mirror.step(op);
                heap.check();
                if (heap.work().refused != refused) testRefusal(heap, op);
            }
            mirror.freeAll();
            heap.check();
            testEmpty(heap);
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(recipe + " · " + recipe.realloc() + ": " + heap, e);
        }
    }

    /** Refusing is right only if no free block is large enough, and the limit does not allow it. */
    private static void testRefusal(ListHeap heap, Op op) {
        long payload = (long) op.bytes() * (op.kind() == Op.Kind.CALLOC ? op.count() : 1);
        int alignment = heap.recipe().alignment();
        int tags = heap.recipe().tags() == Tags.BOUNDARY_TAGS ? 8 : 4;
        int free = 4 + heap.links().bytes() + heap.footerBytes(false); // what a free block needs
        long size = (Math.max(payload + tags, free) + alignment - 1) / alignment * alignment;
        size = heap.classFor((int) Math.min(size, 1 << 30));
        if (heap.recipe().tracking().findsEveryFit())
            assertTrue(heap.largestFree() < size, "refused " + op + " with a block free");
        Memory memory = heap.memory();
        assertTrue(memory.limit() - memory.brk() < size, "refused " + op + " below the limit");
    }

    /** All is freed: nothing is live, and where free blocks are joined it is one block again. */
    private static void testEmpty(ListHeap heap) {
        assertEquals(0, heap.liveBytes());
        int bytes = heap.memory().brk() - heap.fixedBytes();
        assertEquals(bytes, heap.freeBytes());
        Coalesce coalesce = heap.recipe().coalesce();
        if (bytes == 0 || !coalesce.joinsAtOnce() && !coalesce.sweepBeforeGrowing(heap.merger()))
            return;
        boolean all = heap.recipe().tracking().findsEveryFit(); // others round the request up
        int address = heap.malloc((all ? bytes : bytes / 2) - heap.blocks().overhead());
        if (!all && bytes < 64) return;
        assertNotEquals(NULL, address);
        if (all) assertEquals("A" + bytes, heap.toString());
        assertEquals(bytes, heap.memory().brk() - heap.fixedBytes());
        heap.check();
    }

    @Property(tries = 1500, seed = "1", edgeCases = EdgeCasesMode.NONE)
    void allStateIsInMemory(
            @ForAll("recipes") Recipe recipe,
            @ForAll("longPrograms") List<Op> program,
            @ForAll("shortPrograms") List<Op> more,
            @ForAll("rooms") Room room) {
        ListHeap heap = room.heap(recipe);
        List<Integer> addresses = runBlindly(heap, program, List.of());
        Memory.Snapshot snapshot = heap.memory().snapshot();
        List<Integer> first = runBlindly(heap, more, addresses);
        Memory.Snapshot after = heap.memory().snapshot();
        heap.memory().restore(snapshot);
        assertEquals(first, runBlindly(heap, more, addresses));
        assertSame(after, heap.memory().snapshot());
        heap.check();
    }

    @Property(tries = 1500, seed = "1", edgeCases = EdgeCasesMode.NONE)
    void undoGivesTheSameMemory(
            @ForAll("recipes") Recipe recipe,
            @ForAll("longPrograms") List<Op> program,
            @ForAll("shortPrograms") List<Op> more,
            @ForAll("rooms") Room room) {
        ListHeap heap = room.heap(recipe);
        UndoLog log = new UndoLog(1 << 14);
        heap.memory().record(log);
        List<Integer> addresses = runBlindly(heap, program, List.of());
        Memory.Snapshot before = heap.memory().snapshot();
        long mark = log.mark();
        runBlindly(heap, more, addresses);
        log.undoTo(mark, heap.memory());
        assertSame(before, heap.memory().snapshot());
        heap.check();
    }

    private static void assertSame(Memory.Snapshot expected, Memory.Snapshot found) {
        assertEquals(expected.brk(), found.brk());
        assertArrayEquals(expected.words(), found.words());
    }

    /** Runs a program that tests nothing; the addresses it holds at the end. */
    private static List<Integer> runBlindly(
            ListHeap heap, List<Op> program, List<Integer> heldBefore) {
        Holder holder = new Holder(heap, heldBefore);
        program.forEach(holder::step);
        return holder.held();
    }
}
