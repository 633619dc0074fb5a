package heaplab.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.Heaps;
import heaplab.Policies;
import heaplab.heap.HeapText;
import heaplab.heap.Links;
import heaplab.heap.ListHeap;
import heaplab.heap.Order;
import heaplab.heap.Recipe;
import heaplab.heap.Tracking;
import heaplab.policy.AddressOrder;
import heaplab.policy.BestFit;
import heaplab.policy.ExplicitTracking;
import heaplab.policy.FifoOrder;
import heaplab.policy.FirstFit;
import heaplab.policy.LifoOrder;
import heaplab.policy.SegregatedTracking;
import heaplab.policy.SizeOrder;
import heaplab.policy.SizeTreeTracking;
import heaplab.view.Tracked.Node;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ListPictureTest {
    private static final Recipe FIRST_FIT = Heaps.recipe(new FirstFit());
    private static final Recipe TREE = Heaps.recipe(new BestFit()).with(new SizeTreeTracking());
    private static final String SLIDE = "F40 A32 F16 A48"; // the lecture's 5 4 2 6

    private static String firstLine(Recipe recipe, String blocks) {
        ListHeap heap = HeapText.parse(recipe, blocks);
        return ListPicture.of(heap).text().lines().findFirst().orElseThrow();
    }

    @Test
    void lecturesFourMethods() {
        ListPicture four =
                ListPicture.stack(
                        slide(FIRST_FIT, "1"),
                        slide(FIRST_FIT.with(new ExplicitTracking()), "2"),
                        slide(FIRST_FIT.with(new SegregatedTracking()), "3"),
                        slide(TREE, "4"));
        assertEquals(
                """
                1
                all blocks -> 5 -> #4# -> 2 -> #6# -> end
                A search steps over all 4 blocks, 2 of them free.

                2
                free list -> 5 -> 2 -> end
                2 free blocks in one list, in the order of a search.

                3
                2 to 3 -> 2 -> end
                4 to 7 -> 5 -> end
                2 free blocks in 2 lists.

                4
                root 5
                  smaller 2
                2 free blocks in a tree: a search looks at 2 at the most.

                size: a free block, #size#: an allocated one, *: new""",
                four.text());
    }

    private static ListPicture slide(Recipe recipe, String title) {
        return ListPicture.of(HeapText.parse(recipe, SLIDE)).sizesIn(8).titled(title);
    }

    @Test
    void aFreedBlockGoesWhereItsOrderWants() {
        assertEquals("24@52* -> 16@12 -> 32@92", freed(new LifoOrder()));
        assertEquals("32@92 -> 16@12 -> 24@52*", freed(new FifoOrder()));
        assertEquals("16@12 -> 24@52* -> 32@92", freed(new AddressOrder()));
        assertEquals("16@12 -> 24@52* -> 32@92", freed(new SizeOrder()));
    }

    private static String freed(Order order) {
        ListHeap heap =
                HeapText.parse(FIRST_FIT.with(new ExplicitTracking(order)), "F16 A24 A24 A16 F32");
        String after =
                ListPicture.of(heap)
                        .step("free(b)", () -> heap.free(56))
                        .text()
                        .lines()
                        .toList()
                        .get(5);
        return after.replace("free list -> ", "").replace(" -> end", "");
    }

    @Test
    void whatIsNewIsMarkedAndTheRestIsNot() {
        ListHeap heap =
                HeapText.parse(FIRST_FIT.with(new ExplicitTracking()), "F16 A16 F24 A16 F32 A16");
        ListPicture step = ListPicture.of(heap).step("free(b)", () -> heap.free(72));
        assertTrue(
                step.text().contains("case 4, both neighbours free: one block of 72 bytes"),
                step.text());
        assertTrue(step.text().contains("free list -> 72@44* -> 16@12 -> end"), step.text());
        assertEquals(
                "after free(b): case 4, both neighbours free: one block of 72 bytes: 2 free blocks"
                        + " in one list, in the order of a search. free list: 72 at 44, 16 at 12.",
                step.alt().substring(step.alt().indexOf("after")));
    }

    @Test
    void noBlockIsFree() {
        assertEquals("(empty)", firstLine(FIRST_FIT.with(new ExplicitTracking()), "A16 A24"));
        assertEquals("(empty)", firstLine(TREE, "A16 A24"));
        assertEquals("all blocks -> #16@12# -> #24@28# -> end", firstLine(FIRST_FIT, "A16 A24"));
    }

    @Test
    void brokenLinksAreFollowedToWhereTheyLeadAstray() {
        ListHeap heap = HeapText.parse(FIRST_FIT.with(new ExplicitTracking()), "F16 A16 F24 A16");
        heap.memory().word(48, 12); // the next link of the second free block, to the first
        String circle = ListPicture.of(heap).text();
        assertTrue(circle.startsWith("free list -> 16@12 -> 24@44 -> back to 12\n"), circle);
        heap.memory().word(48, 28); // to an allocated one, whose payload is no link
        String astray = ListPicture.of(heap).text();
        assertTrue(astray.startsWith("free list -> 16@12 -> 24@44 -> #16@28# -> end\n"), astray);
    }

    @Property(tries = 30)
    void everyFreeBlockIsShownOnceAndTreesAreSorted(@ForAll long seed) {
        for (Tracking tracking : Policies.trackings().values()) {
            Recipe recipe = FIRST_FIT.with(tracking);
            if (!recipe.objection().isEmpty()) recipe = recipe.with(new BestFit());
            if (!recipe.objection().isEmpty()) continue;
            ListHeap heap = used(recipe, seed);
            List<Integer> free = new ArrayList<>();
            heap.walk(
                    (block, bytes, allocated) -> {
                        if (!allocated) free.add(block);
                    });
            Tracked tracked = Tracked.of(heap, Scan.of(heap));
            List<Integer> shown =
                    tracked.entries().stream()
                            .filter(entry -> !entry.allocated())
                            .map(Tracked.Entry::address)
                            .sorted()
                            .toList();
            assertEquals(free, shown, recipe.toString());
            if (heap.links() == Links.TREE) assertEquals(tracked.entries(), sorted(tracked.root()));
        }
    }

    private static ListHeap used(Recipe recipe, long seed) {
        Random random = new Random(seed);
        ListHeap heap = recipe.heap();
        List<Integer> live = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            if (!live.isEmpty() && random.nextInt(5) < 2)
                heap.free(live.remove(random.nextInt(live.size())));
            else live.add(heap.malloc(1 + random.nextInt(300)));
        }
        return heap;
    }

    private static List<Tracked.Entry> sorted(Node node) {
        List<Tracked.Entry> entries = new ArrayList<>();
        if (node == null) return entries;
        entries.addAll(sorted(node.smaller()));
        entries.add(node.entry());
        entries.addAll(sorted(node.larger()));
        return entries;
    }

    @Test
    void longListsAndLargeTreesStayInBoundedSpace() {
        for (Recipe recipe : List.of(FIRST_FIT, FIRST_FIT.with(new SegregatedTracking()), TREE)) {
            ListHeap heap = recipe.heap();
            List<Integer> all = new ArrayList<>();
            for (int i = 0; i < 4000; i++) all.add(heap.malloc(1 + i * 37 % 971));
            for (int i = 0; i < 4000; i += 2) heap.free(all.get(i));
            BufferedImage image = ListPicture.of(heap).image();
            assertTrue(image.getWidth() < 2600 && image.getHeight() < 1500, image.toString());
            assertTrue(ListPicture.of(heap).text().lines().count() < 100, recipe.toString());
        }
    }
}
