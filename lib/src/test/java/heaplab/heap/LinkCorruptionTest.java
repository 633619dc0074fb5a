package heaplab.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.Heaps;
import heaplab.memory.Memory;
import heaplab.policy.BestFit;
import heaplab.policy.FirstFit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** check() notices whatever is wrong with links, and does not get lost in them. */
class LinkCorruptionTest {
    private static final List<Recipe> LINKED =
            Variants.recipes().stream().filter(r -> r.tracking().links().bytes() > 0).toList();

    @Provide
    Arbitrary<Recipe> recipes() {
        return Arbitraries.of(LINKED).map(r -> r.withChunk(128).withLimit(4096));
    }

    @Provide
    Arbitrary<List<Op>> programs() {
        return Op.programs(100);
    }

    @ParameterizedTest
    @EnumSource
    void theLawIsNamed(LinkDamage damage) {
        for (Tags tags : Tags.values()) {
            Fit fit = damage.isOfATree() ? new BestFit() : new FirstFit();
            ListHeap heap = damage.damaged(Heaps.recipe(fit).with(tags));
            BrokenHeap broken = assertThrows(BrokenHeap.class, heap::check);
            assertEquals(damage.law(), broken.law(), tags + ": " + broken.getMessage());
            assertTrue(broken.getMessage().contains("found "), broken.getMessage());
            assertTrue(listed(heap) <= heap.memory().brk(), "a picture would not end");
        }
    }

    private static int listed(ListHeap heap) {
        return heap.chains().stream().mapToInt(chain -> chain.blocks().size()).sum();
    }

    /** Whatever the links say: a heap that has other links than before is broken, and no more. */
    @Property(tries = 1500, seed = "31", edgeCases = EdgeCasesMode.NONE)
    void noLinksLeadAstrayForEver(
            @ForAll("recipes") Recipe recipe,
            @ForAll("programs") List<Op> program,
            @ForAll Random random) {
        ListHeap heap = recipe.heap();
        program.forEach(new Holder(heap)::step);
        heap.check();
        List<Integer> links = links(heap);
        List<Integer> targets = targets(heap);
        Memory memory = heap.memory();
        int[] before = memory.snapshot().words();
        for (int i = random.nextInt(20); i >= 0 && !links.isEmpty(); i--) {
            int link = links.get(random.nextInt(links.size()));
            int target = targets.get(random.nextInt(targets.size()));
            memory.word(link, target);
        }
        if (Arrays.equals(before, memory.snapshot().words())) heap.check();
        else assertThrows(BrokenHeap.class, heap::check, recipe::toString);
        listed(heap);
    }

    private static List<Integer> links(ListHeap heap) {
        List<Integer> links = new ArrayList<>();
        heap.walk(
                (block, bytes, allocated) -> {
                    if (!allocated) links.addAll(List.of(block + 4, block + 8));
                });
        return links;
    }

    /** Where a link may lead: to blocks of both kinds, into them, to ends of lists, nowhere. */
    private static List<Integer> targets(ListHeap heap) {
        List<Integer> targets = new ArrayList<>(List.of(0, 1, -8, heap.memory().brk()));
        for (int list = 0; list < 8; list++) targets.add(FreeLists.sentinel(list));
        heap.walk(
                (block, bytes, allocated) -> {
                    targets.add(block);
                    if (!allocated) targets.addAll(List.of(block, block, block + 4));
                });
        return targets;
    }
}
