package heaplab.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.Heaps;
import heaplab.heap.Blocks;
import heaplab.heap.HeapText;
import heaplab.heap.Inspectable;
import heaplab.heap.Links;
import heaplab.heap.ListHeap;
import heaplab.heap.Recipe;
import heaplab.heap.Tags;
import heaplab.memory.FlatMemory;
import heaplab.memory.Memory;
import heaplab.policy.BestFit;
import heaplab.policy.ExplicitTracking;
import heaplab.policy.FifoOrder;
import heaplab.policy.FirstFit;
import heaplab.policy.NeverCoalesce;
import heaplab.policy.NextFit;
import heaplab.policy.SegregatedTracking;
import heaplab.policy.SizeTreeTracking;
import heaplab.view.Strip.Arc;
import heaplab.view.Strip.Cell;
import heaplab.view.Strip.Role;
import heaplab.view.Strip.Root;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HeapPictureTest {
    private static final Recipe BOUNDARY_TAGS = Heaps.recipe(new FirstFit());
    private static final Recipe HEADERS = BOUNDARY_TAGS.with(Tags.HEADER_ONLY);

    private static List<Cell> cells(HeapPicture picture) {
        return HeapPicture.stack(picture).strips().get(0).cells();
    }

    private static String labels(List<Cell> cells, Role role) {
        return cells.stream()
                .filter(c -> c.role() == role)
                .map(Cell::label)
                .collect(Collectors.joining(" "));
    }

    private static List<Integer> addresses(List<Cell> cells, Predicate<Cell> which) {
        return cells.stream().filter(which).map(Cell::address).toList();
    }

    /** A letter for each word: the role's first, P for payload, D for padding. */
    private static String roles(List<Cell> cells) {
        return cells.stream()
                .map(c -> c.role() == Role.PADDING ? "D" : c.role().name().substring(0, 1))
                .collect(Collectors.joining());
    }

    @Test
    void lecturesDetailedExample() {
        HeapPicture picture =
                HeapPicture.of(HeapText.parse(HEADERS, "F8 A16 F32 A16"))
                        .names(Map.of(16, "p0", 64, "p1"))
                        .requested(Map.of(16, 8));
        List<Cell> cells = cells(picture);
        assertEquals("8/0 16/1 32/0 16/1 0/1", labels(cells, Role.HEADER));
        assertEquals("UHFHPPDHFFFFFFFHPPPH", roles(cells));
        assertEquals("p0 p0 p1 p1 p1", labels(cells, Role.PAYLOAD));
        String text =
                """
                     0 |xxxxxxxx |[8/0     |         |[16/1    |p0###### |p0###### |........ |[32/0    |
                    32 |         |         |         |         |         |         |         |[16/1    |
                    64 |p1###### |p1###### |p1###### |[0/1     |
                       2 of 4 blocks free: 40 of 80 bytes, the largest 32.

                """;
        assertEquals(text + StripText.LEGEND, picture.bundle().text());
    }

    @Test
    void boundaryTagsArePrologueHeadersFootersAndEpilogue() {
        List<Cell> cells = cells(HeapPicture.of(HeapText.parse(BOUNDARY_TAGS, "A16 F24")));
        assertEquals("8/1 16/1 24/0 0/1", labels(cells, Role.HEADER));
        assertEquals("8/1 16/1 24/0", labels(cells, Role.FOOTER));
        assertEquals(1, cells.stream().filter(c -> c.role() == Role.UNUSED).count());
    }

    @Test
    void freeingBetweenTwoFreeBlocksChangesOneBlockAndWritesTwoWords() {
        ListHeap heap = HeapText.parse(BOUNDARY_TAGS, "A16 F24 A24 F32");
        Memory.Snapshot snapshot = heap.memory().snapshot();
        HeapStack step =
                HeapPicture.of(heap).names(Map.of(56, "c")).step("free(c)", () -> heap.free(56));
        List<Cell> after = step.strips().get(1).cells();
        List<Integer> block = new ArrayList<>();
        for (int a = 28; a < 108; a += 4) block.add(a);
        assertEquals(block, addresses(after, Cell::changed));
        assertEquals(List.of(28, 104), addresses(after, Cell::written));
        assertEquals(List.of(), addresses(step.strips().get(0).cells(), Cell::changed));
        assertTrue(
                step.text()
                        .contains(
                                "after free(c): case 4, both neighbours free: one block of 80"
                                        + " bytes\n"),
                step.text());
        List<Cell> since = cells(HeapPicture.of(heap).since(snapshot));
        assertEquals(List.of(28, 104), addresses(since, Cell::changed));
    }

    @Test
    void coalescingCasesAreNamed() {
        assertEquals(
                "case 1, no neighbour is free: a free block of 24 bytes",
                freed(BOUNDARY_TAGS, "A16 A24 A16"));
        assertEquals(
                "case 2, the next block is free: one block of 40 bytes",
                freed(BOUNDARY_TAGS, "A16 A24 F16"));
        assertEquals(
                "case 3, the previous block is free: one block of 40 bytes",
                freed(BOUNDARY_TAGS, "F16 A24 A16"));
        assertEquals(
                "case 2, the next block is free: a free block of 24 bytes,"
                        + " not joined with the next",
                freed(BOUNDARY_TAGS.with(new NeverCoalesce()), "A16 A24 F16"));
    }

    private static String freed(Recipe recipe, String blocks) {
        ListHeap heap = HeapText.parse(recipe, blocks);
        Scan before = Scan.of(heap);
        heap.free(before.blocks().get(1).payload());
        return Change.between(before, Scan.of(heap)).words(Unit.BYTES);
    }

    @Test
    void allocationsAreNamed() {
        ListHeap heap = HeapText.parse(BOUNDARY_TAGS.withLimit(1 << 20), "F48");
        Scan start = Scan.of(heap);
        heap.malloc(16);
        Scan split = Scan.of(heap);
        assertEquals(
                "24 of 48 bytes taken, 24 split off",
                Change.between(start, split).words(Unit.BYTES));
        heap.malloc(16);
        Scan whole = Scan.of(heap);
        assertEquals(
                "the free block of 24 bytes taken whole",
                Change.between(split, whole).words(Unit.BYTES));
        assertEquals("2 blocks allocated, 0 freed", Change.between(start, whole).words(Unit.BYTES));
        assertEquals("nothing changed", Change.between(whole, Scan.of(heap)).words(Unit.BYTES));
    }

    @Test
    void inWordsAllSizesAndAddressesAreWords() {
        ListHeap heap = HeapText.parse(HEADERS, "A16 A24 F8");
        HeapStack step =
                HeapPicture.of(heap).inWords().step("free(p)", () -> heap.free(20 + Blocks.TAG));
        assertEquals("4/1 6/1 2/0 0/1", labels(step.strips().get(0).cells(), Role.HEADER));
        assertTrue(step.text().contains("one block of 8 words\n"), step.text());
        assertTrue(step.text().contains("1 of 2 blocks free: 8 of 14 words."), step.text());
        assertTrue(step.alt().contains("8 free at 5"), step.alt());
    }

    @Property(tries = 50)
    void everyChangedWordAndOnlyThoseAreMarked(@ForAll long seed) {
        Random random = new Random(seed);
        ListHeap heap = Heaps.textbook(new NextFit());
        List<Integer> live = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Memory.Snapshot before = heap.memory().snapshot();
            int[] old = before.words();
            if (!live.isEmpty() && random.nextInt(3) == 0)
                heap.free(live.remove(random.nextInt(live.size())));
            else live.add(heap.malloc(1 + random.nextInt(300)));
            List<Integer> changed = new ArrayList<>();
            for (int a = 0; a < heap.memory().brk(); a += 4) {
                boolean isNew = a >= before.brk();
                if (isNew || old[(a + Memory.STATIC_BYTES) / 4] != heap.memory().word(a))
                    changed.add(a);
            }
            List<Cell> cells = cells(HeapPicture.of(heap).since(before));
            assertEquals(changed, addresses(cells, Cell::changed));
        }
    }

    @Test
    void cursorAndLinksAreDrawnAndSaid() {
        FreeList heap = new FreeList();
        Strip strip = HeapPicture.stack(HeapPicture.of(heap)).strips().get(0);
        assertEquals(List.of(new Arc(28, 8)), strip.arcs());
        assertEquals("next nil prev 24 next 8 prev nil", labels(strip.cells(), Role.LINK));
        assertTrue(HeapPicture.of(heap).bundle().text().contains(">8"));
        assertTrue(alt(HeapPicture.of(heap)).endsWith("The cursor is at 8."));
    }

    @Test
    void aListStartsOutsideOfTheHeapAndEndsThere() {
        ListHeap heap =
                HeapText.parse(HEADERS.with(new ExplicitTracking(new FifoOrder())), "F16 A16 F24");
        Strip strip = HeapPicture.stack(HeapPicture.of(heap)).strips().get(0);
        assertEquals("next end prev 36 next 4 prev list", labels(strip.cells(), Role.LINK));
        assertEquals(List.of(new Arc(40, 4)), strip.arcs());
        assertEquals(List.of(new Root("list", 36)), strip.roots());
        assertTrue(HeapPicture.of(heap).bundle().text().contains("list starts at 36\n"));
        assertTrue(alt(HeapPicture.of(heap)).endsWith(" The free list: 36, then 4."));
        String inWords = labels(cells(HeapPicture.of(heap).inWords()), Role.LINK);
        assertEquals("next end prev 9 next 1 prev list", inWords);
    }

    @Test
    void aTreeHasTwoArcsAtANodeAndEveryClassItsRoot() {
        Recipe tree = Heaps.recipe(new BestFit()).with(new SizeTreeTracking());
        Strip strip =
                HeapPicture.stack(HeapPicture.of(HeapText.parse(tree, "F32 A16 F16 A16 F48")))
                        .strips()
                        .get(0);
        int root = strip.roots().get(0).block();
        assertEquals(2, strip.arcs().size());
        assertTrue(strip.arcs().stream().noneMatch(arc -> arc.to() == root), strip.toString());
        Recipe classes = HEADERS.with(new SegregatedTracking());
        Strip lists =
                HeapPicture.stack(HeapPicture.of(HeapText.parse(classes, "F16 A16 F40 A16 F24")))
                        .strips()
                        .get(0);
        assertEquals(List.of(new Root("16–31", 4), new Root("32–63", 36)), lists.roots());
    }

    @Test
    void aLinkThatLeadsIntoABlockHasNoArc() {
        ListHeap heap = HeapText.parse(HEADERS.with(new ExplicitTracking()), "F16 A16 F24");
        heap.memory().word(8, 32);
        assertEquals(List.of(), HeapPicture.stack(HeapPicture.of(heap)).strips().get(0).arcs());
    }

    private static String alt(Picture picture) {
        return (String) picture.bundle().metadata().get(Bundle.PNG).get("alt");
    }

    @Test
    void descriptionListsEveryBlock() {
        HeapPicture picture =
                HeapPicture.of(HeapText.parse(HEADERS, "F8 A16")).names(Map.of(16, "p"));
        assertEquals(
                "a heap of 32 bytes. 1 of 2 blocks free: 8 of 32 bytes."
                        + " From low to high: 8 free at 4, 16 allocated at 12 (p).",
                alt(picture));
    }

    @Test
    void brokenHeapIsDrawnAsFarAsTheWalkLeads() {
        ListHeap heap = HeapText.parse(BOUNDARY_TAGS, "A16 F24 A24 F32");
        heap.memory().word(52, 0x4141);
        HeapPicture picture = HeapPicture.of(heap);
        List<Cell> cells = cells(picture);
        assertEquals(List.of(52), addresses(cells, c -> c.role() == Role.BROKEN));
        assertEquals("8/1 16/1 24/0", labels(cells, Role.HEADER));
        assertEquals(14, addresses(cells, c -> c.role() == Role.UNKNOWN).size());
        assertTrue(picture.bundle().text().contains("Broken at address 52: "));
    }

    @Test
    void pictureStaysAsItIsWhenTheHeapGoesOn() {
        ListHeap heap = HeapText.parse(HEADERS, "F32");
        HeapPicture picture = HeapPicture.of(heap);
        heap.malloc(4);
        assertEquals("32/0 0/1", labels(cells(picture), Role.HEADER));
    }

    @Test
    void insideOfLongBlocksIsLeftOutWhereNoStripHasAnythingToShow() {
        ListHeap heap = Heaps.textbook(new FirstFit());
        heap.malloc(8);
        HeapStack stack = HeapPicture.of(heap).step("malloc(40)", () -> heap.malloc(40));
        String text = stack.text();
        assertTrue(text.lines().allMatch(line -> line.length() <= 100), text);
        List<List<StripRows.Column>> rows = StripRows.of(stack.strips(), 64, 24, 8);
        TreeSet<Integer> shown = new TreeSet<>();
        int next = 0;
        for (StripRows.Column column : rows.stream().flatMap(List::stream).toList()) {
            assertEquals(next, column.address());
            next = column.end();
            if (!column.isGap()) shown.add(column.address());
        }
        assertEquals(heap.memory().brk(), next);
        for (Strip strip : stack.strips())
            for (Cell cell : strip.cells())
                if (cell.written() || !cell.label().isEmpty())
                    assertTrue(shown.contains(cell.address()), cell.toString());
    }

    @Test
    void longHeapIsDrawnBlockByBlockInBoundedSpace() {
        ListHeap heap = Heaps.textbook(new FirstFit());
        Map<Integer, String> names = new HashMap<>();
        for (int i = 0; i < 5000; i++) {
            int p = heap.malloc(1 + i % 97);
            if (i % 3 == 0) heap.free(p);
            names.put(p, "p" + i);
        }
        HeapStack stack = HeapPicture.of(heap).names(names).step("free", () -> heap.free(16));
        BufferedImage image = stack.image();
        assertTrue(image.getWidth() <= 2000 && image.getHeight() <= 1200, image.toString());
        assertTrue(stack.text().lines().count() < 30, stack.text());
        assertTrue(stack.alt().length() < 600, stack.alt());
    }

    @Test
    void everyKindOfWordLooksDifferent() {
        FreeList heap = new FreeList();
        BufferedImage image = HeapPicture.stack(HeapPicture.of(heap)).image();
        TreeSet<Integer> colours = new TreeSet<>();
        for (int x = 0; x < image.getWidth(); x += 3)
            for (int y = 0; y < image.getHeight(); y += 3) colours.add(image.getRGB(x, y));
        assertTrue(colours.contains(Ink.CREAM.getRGB()) && colours.contains(Ink.BLUE.getRGB()));
        assertFalse(colours.contains(Ink.ORANGE.getRGB()));
    }

    /**
     * Blocks of 16 bytes: free, free, allocated; the second is the head of a doubly linked list.
     */
    private static final class FreeList implements Inspectable {
        private final Memory memory = new FlatMemory(1 << 10);

        FreeList() {
            memory.sbrk(56);
            memory.word(8, 16);
            memory.word(16, 24);
            memory.word(24, 16);
            memory.word(28, 8);
        }

        @Override
        public Memory memory() {
            return memory;
        }

        @Override
        public void walk(BlockVisitor visitor) {
            visitor.block(8, 16, false);
            visitor.block(24, 16, false);
            visitor.block(40, 16, true);
        }

        @Override
        public int headerBytes() {
            return 4;
        }

        @Override
        public int footerBytes(boolean allocated) {
            return 0;
        }

        @Override
        public Links links() {
            return Links.LIST;
        }

        @Override
        public int cursor() {
            return 8;
        }
    }
}
