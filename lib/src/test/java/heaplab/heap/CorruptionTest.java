package heaplab.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.Heaps;
import heaplab.memory.Memory;
import heaplab.policy.DeferredCoalesce;
import heaplab.policy.FirstFit;
import heaplab.policy.ImplicitTracking;
import heaplab.policy.NextFit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** check() notices whatever is wrong with the tags of a heap, and nothing else. */
class CorruptionTest {
    private static final int ONES = 0xffffffff; // where it is read as a header: a negative size

    /** Next fit on the implicit list, and all others. */
    @Provide
    Arbitrary<Recipe> recipes() {
        List<Recipe> all = Variants.recipes();
        List<Recipe> implicit =
                all.stream()
                        .filter(r -> r.tracking() instanceof ImplicitTracking)
                        .filter(r -> r.fit() instanceof NextFit)
                        .toList();
        return Arbitraries.oneOf(Arbitraries.of(implicit), Arbitraries.of(all))
                .map(recipe -> recipe.withChunk(128).withLimit(4096));
    }

    @Provide
    Arbitrary<List<Op>> programs() {
        return Op.programs(80);
    }

    @ParameterizedTest
    @EnumSource
    void theLawIsNamed(Damage damage) {
        int planted = 0;
        for (Tags tags : Tags.values()) {
            Recipe recipe = Heaps.recipe(new FirstFit()).with(tags).withAlignment(16);
            ListHeap heap = HeapText.parse(recipe, "A32 A48 F48 A32 F32 A16");
            fillPayloads(heap);
            List<Integer> places = places(damage, heap);
            if (places.isEmpty()) continue;
            planted++;
            damage.plant(heap, places.get(0));
            BrokenHeap broken = assertThrows(BrokenHeap.class, heap::check);
            assertEquals(damage.law(tags), broken.law(), tags + ": " + broken);
        }
        assertTrue(planted > 0, damage + " was never possible");
    }

    @Property(tries = 300, seed = "3", edgeCases = EdgeCasesMode.NONE)
    void everyDamageIsNoticedAnywhere(
            @ForAll("recipes") Recipe recipe,
            @ForAll("programs") List<Op> program,
            @ForAll Random random) {
        ListHeap heap = run(recipe, program);
        Memory.Snapshot whole = heap.memory().snapshot();
        for (Damage damage : Damage.values()) {
            List<Integer> places = places(damage, heap);
            if (places.isEmpty()) continue;
            damage.plant(heap, places.get(random.nextInt(places.size())));
            BrokenHeap broken =
                    assertThrows(BrokenHeap.class, heap::check, () -> damage + " in " + recipe);
            String message = broken.getMessage();
            assertTrue(message.contains("law \"" + broken.law() + "\" is broken"), message);
            assertTrue(message.contains("at address " + broken.address() + ": "), message);
            assertTrue(message.contains("(heap ends at " + heap.memory().brk() + ")"), message);
            heap.memory().restore(whole);
        }
        heap.check();
    }

    @Property(tries = 100, seed = "4", edgeCases = EdgeCasesMode.NONE)
    void everyFlippedBitOfATagOrALinkIsNoticed(
            @ForAll("recipes") Recipe recipe,
            @ForAll("programs") List<Op> program,
            @ForAll Random random) {
        ListHeap heap = run(recipe, program);
        List<Integer> blocks = blocks(heap);
        if (heap.links().bytes() > 0) blocks.removeIf(heap.blocks()::isAllocated);
        for (int address : tagWords(heap))
            for (int bit = 0; bit < 32; bit++) {
                boolean isOneOfMany = address < Statics.MAPS + 64; // ends of lists, and maps
                if (isOneOfMany && random.nextInt(16) > 0) continue;
                int word = heap.memory().word(address);
                int flipped = word ^ 1 << bit;
                boolean atAnotherBlock =
                        address == -4 && (flipped == 0 || blocks.contains(flipped));
                if (atAnotherBlock) continue; // as good a place for the cursor
                heap.memory().word(address, flipped);
                String what = "bit " + bit + " at " + address + " in " + recipe;
                assertThrows(BrokenHeap.class, heap::check, what);
                heap.memory().word(address, word);
            }
        heap.check();
    }

    @Property(tries = 150, seed = "5", edgeCases = EdgeCasesMode.NONE)
    void noBitOfAPayloadIsOfAnyConcern(
            @ForAll("recipes") Recipe recipe,
            @ForAll("programs") List<Op> program,
            @ForAll Random random) {
        ListHeap heap = run(recipe, program);
        for (int address : payloadWords(heap)) {
            heap.memory().word(address, random.nextInt());
            heap.check();
        }
    }

    @Test
    void theMessageNamesLawAddressAndNeighbourhood() {
        ListHeap heap = HeapText.parse(Heaps.recipe(new FirstFit()), "A16 F24 A16");
        heap.memory().word(48, 32);
        BrokenHeap broken = assertThrows(BrokenHeap.class, heap::check);
        assertEquals(
                """
                law "a footer repeats its header" is broken at address 48: found 32/0, \
                expected 24/0
                  ... 12:16/1  28:24/0  52:16/1  68:0/1  (heap ends at 72)""",
                broken.getMessage().replace("\r", ""));
    }

    @Test
    void freeNeighboursAreFineWhereNobodyPromisedToJoinThem() {
        Recipe deferred = Heaps.recipe(new FirstFit()).with(new DeferredCoalesce());
        HeapText.parse(deferred, "F16 F24 A16").check();
        ListHeap immediate = HeapText.parse(Heaps.recipe(new FirstFit()), "F16 F24 A16");
        BrokenHeap broken = assertThrows(BrokenHeap.class, immediate::check);
        assertEquals(28, broken.address());
        assertTrue(broken.getMessage().contains("> 28:24/0"), broken.getMessage());
    }

    /** A heap after a program, with payloads and free memory that cannot pass for headers. */
    private static ListHeap run(Recipe recipe, List<Op> program) {
        ListHeap heap = recipe.heap();
        Mirror mirror = new Mirror(heap, recipe.alignment());
        program.forEach(mirror::step);
        fillPayloads(heap);
        heap.check();
        return heap;
    }

    private static void fillPayloads(ListHeap heap) {
        payloadWords(heap).forEach(address -> heap.memory().word(address, ONES));
    }

    private static List<Integer> blocks(ListHeap heap) {
        List<Integer> all = new ArrayList<>();
        heap.walk((block, bytes, allocated) -> all.add(block));
        return all;
    }

    private static List<Integer> places(Damage damage, ListHeap heap) {
        List<Integer> places = blocks(heap);
        places.removeIf(b -> !damage.isPossible(heap, b));
        return places;
    }

    private static List<Integer> payloadWords(ListHeap heap) {
        List<Integer> words = new ArrayList<>();
        heap.walk(
                (block, bytes, allocated) -> {
                    int end = block + bytes - heap.footerBytes(allocated);
                    int links = allocated ? 0 : heap.links().bytes();
                    for (int a = block + 4 + links; a < end; a += 4) words.add(a);
                });
        return words;
    }

    /** Every word that is no payload, and the static variables in use. */
    private static List<Integer> tagWords(ListHeap heap) {
        List<Integer> words = new ArrayList<>();
        for (int a = -Memory.STATIC_BYTES; a < 0; a += 4)
            if (heap.memory().word(a) != 0) words.add(a);
        words.removeAll(List.of(Statics.NOTE_0, Statics.NOTE_1)); // under no law
        words.addAll(List.of(Statics.LIVE_BYTES, Statics.BLOCKS));
        for (int a = 0; a < heap.memory().brk(); a += 4) words.add(a);
        words.removeAll(payloadWords(heap));
        return words;
    }
}
