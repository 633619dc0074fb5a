package heaplab.heap;

import static heaplab.heap.Drawn.FIRST_FIT;
import static heaplab.heap.Drawn.free;
import static heaplab.heap.Drawn.payload;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.memory.Memory;
import heaplab.policy.AddressOrder;
import heaplab.policy.BestFit;
import heaplab.policy.ExplicitTracking;
import heaplab.policy.NeverCoalesce;
import heaplab.policy.NextCoalesce;
import heaplab.policy.SegregatedTracking;
import heaplab.policy.SizeTreeTracking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every worked example of lecture 2's second half, in the order of its slides. A heap is written as
 * the slides draw it: its blocks from left to right, their sizes in words, header included, and a
 * star for shaded, that is allocated: {@code "4* 6 2*"}. As there, a word has 4 bytes, blocks have
 * a header only, and sizes are even: an odd one is rounded up, as {@code addblock} does it. Which
 * blocks are shaded is lost with the figures; it is chosen so that the slide's sentence holds.
 */
class SlidesTest {
    private static final Recipe SLIDE = FIRST_FIT.with(Tags.HEADER_ONLY);

    private static ListHeap slide(Recipe recipe, String blocks) {
        StringJoiner text = new StringJoiner(" ");
        int smallest = recipe.heap().blocks().minimum() / Memory.WORD;
        for (String block : blocks.split(" ")) {
            boolean shaded = block.endsWith("*");
            int words = Integer.parseInt(shaded ? block.substring(0, block.length() - 1) : block);
            text.add((shaded ? "A" : "F") + Memory.WORD * Math.max(smallest, even(words)));
        }
        return Drawn.heap(recipe, text.toString());
    }

    private static int even(int words) {
        return words + 1 >> 1 << 1;
    }

    private static void assertSlide(String expected, ListHeap heap) {
        StringJoiner found = new StringJoiner(" ");
        heap.walk((b, bytes, shaded) -> found.add(bytes / Memory.WORD + (shaded ? "*" : "")));
        assertEquals(expected, found.toString());
        heap.check();
    }

    /** An empty heap with room for blocks of so many words in all. */
    private static ListHeap empty(int words) {
        return slide(SLIDE, String.valueOf(words));
    }

    /** The address of the words asked for, or NULL. */
    private static int malloc(ListHeap heap, int words) {
        return heap.malloc(Memory.WORD * words);
    }

    private static int freeWords(ListHeap heap) {
        return heap.freeBytes() / Memory.WORD;
    }

    /** A tag as the slides write it, size in bytes: 16/1. */
    private static String tag(ListHeap heap, int address) {
        int word = heap.memory().word(address);
        return (word & -2) + "/" + (word & 1);
    }

    @Test
    void externalFragmentationOops() {
        ListHeap heap = empty(24);
        malloc(heap, 4);
        int p2 = malloc(heap, 5);
        malloc(heap, 6);
        assertSlide("6* 6* 8* 4", heap);
        heap.free(p2);
        assertSlide("6* 6 8* 4", heap);
        assertEquals(Allocator.NULL, malloc(heap, 6), "p4: Oops!");
        assertTrue(freeWords(heap) >= 1 + 6, "there is enough, but in two pieces");
        assertEquals(p2, malloc(heap, 5), "it depends on the next request");
    }

    @Test
    void theWordBeforeTheBlockKnowsHowMuchToFree() {
        ListHeap heap = empty(16);
        int p0 = malloc(heap, 4);
        assertEquals(even(5), heap.memory().word(p0 - Memory.WORD) / Memory.WORD, "4 and a header");
        assertSlide("6* 10", heap);
        heap.free(p0);
        assertSlide("16", heap);
    }

    @Test
    void theImplicitListLinksAllBlocksByTheirLengths() {
        ListHeap heap = slide(SLIDE, "5 4* 2* 6");
        List<Integer> words = new ArrayList<>();
        Memory memory = heap.memory();
        for (int b = 4; memory.word(b) >> 1 > 0; b += memory.word(b) & -2)
            words.add((memory.word(b) & -2) / Memory.WORD);
        assertEquals(List.of(6, 4, 2, 6), words);
        assertEquals(payload(heap, 0), malloc(heap, 5));
        long visits = heap.work().visits;
        assertEquals(payload(heap, 3), malloc(heap, 5));
        assertEquals(4, heap.work().visits - visits, "allocated ones are walked over too");
    }

    /** Method 1 is the implicit list above. A free block of 2 words has no room for two links. */
    @Test
    void theOtherMethodsLookAtFreeBlocksOnly() {
        Tracking explicit = new ExplicitTracking(new AddressOrder());
        assertEquals(3, visits(SLIDE.with(explicit)), "two and the end of the list");
        assertEquals(0, visits(SLIDE.with(new SegregatedTracking())), "no class is large enough");
        assertEquals(1, visits(SLIDE.with(new BestFit()).with(new SizeTreeTracking())), "the root");
    }

    /** Blocks looked at for the smallest request that is too large. */
    private static long visits(Recipe recipe) {
        ListHeap heap = slide(recipe, "5 4* 2* 6");
        assertSlide("6 4* 4* 6", heap);
        assertEquals(Allocator.NULL, malloc(heap, 6));
        return heap.work().visits;
    }

    /** An unused word, then sizes in bytes: the one slide that does not count words. */
    @Test
    void theDetailedImplicitFreeList() {
        ListHeap heap = slide(SLIDE, "2 4* 8 4*");
        assertEquals(0, heap.memory().word(0), "unused");
        StringJoiner tags = new StringJoiner(" ");
        for (int b = 4; b < heap.memory().brk(); b += Math.max(4, heap.blocks().size(b))) {
            tags.add(tag(heap, b));
            assertEquals(0, (b + Memory.WORD) % 8, "double-word aligned");
        }
        assertEquals("8/0 16/1 32/0 16/1 0/1", tags.toString());
        assertEquals(80, heap.memory().brk());
    }

    @ParameterizedTest
    @CsvSource({"4 4* 2* 6, 4* 4* 2* 6", "4* 4* 2* 6, 4* 4* 2* 4* 2", "4* 4* 2* 4, 4* 4* 2* 4*"})
    void addblockTakesTheFrontAndLeavesTheRest(String before, String after) {
        for (int len : new int[] {3, 4}) {
            ListHeap heap = slide(SLIDE, before);
            malloc(heap, len - 1);
            assertSlide(after, heap);
        }
    }

    @Test
    void freeBlockThatClearsTheFlagOops() {
        ListHeap heap = slide(SLIDE.with(new NeverCoalesce()), "4* 4* 2* 4* 2");
        int[] byHand = heap.memory().snapshot().words();
        int p = payload(heap, 3) - Memory.WORD;
        byHand[(p + Memory.STATIC_BYTES) / Memory.WORD] &= -2; // *p = *p & -2
        free(heap, 3);
        assertSlide("4* 4* 2* 4 2", heap);
        assertArrayEquals(heapWords(byHand), heapWords(heap.memory().snapshot().words()));
        assertTrue(freeWords(heap) >= even(1 + 5), "enough, and side by side");
        assertEquals(Allocator.NULL, malloc(heap, 5), "Oops!");
    }

    private static int[] heapWords(int[] words) {
        int from = Memory.STATIC_BYTES / Memory.WORD;
        return Arrays.copyOfRange(words, from, words.length);
    }

    @Test
    void coalescingWithTheNextLeavesItsHeaderLogicallyGone() {
        ListHeap heap = slide(SLIDE.with(new NextCoalesce()), "4* 4* 2* 4* 2");
        int gone = payload(heap, 4) - Memory.WORD;
        free(heap, 3);
        assertSlide("4* 4* 2* 6", heap);
        assertEquals("8/0", tag(heap, gone), "still written there, but no walk comes by");
        malloc(heap, 5);
        assertSlide("4* 4* 2* 6*", heap);
    }

    @Test
    void howAboutNowThePreviousBlockIsFree() {
        ListHeap next = slide(SLIDE.with(new NextCoalesce()), "4* 4 2* 4* 2");
        free(next, 2);
        assertSlide("4* 4 2 4* 2", next);
        ListHeap both = slide(SLIDE, "4* 4 2* 4* 2");
        free(both, 2);
        assertSlide("4* 6 4* 2", both);
        assertEquals(2, both.work().scans, "scans from the beginning");
    }

    /** The tags of the figure are 4 4 4 4 6 6 4 4: each size at both ends of its block. */
    @Test
    void boundaryTagsLeadBackwards() {
        ListHeap heap = slide(FIRST_FIT, "4* 4 6* 4");
        List<Integer> tags = new ArrayList<>();
        heap.walk(
                (b, bytes, shaded) -> {
                    tags.add(heap.blocks().size(b) / Memory.WORD);
                    tags.add(heap.blocks().size(b + bytes - Memory.WORD) / Memory.WORD);
                });
        assertEquals(List.of(4, 4, 4, 4, 6, 6, 4, 4), tags);
        List<Integer> backwards = new ArrayList<>();
        int b = heap.memory().brk() - Memory.WORD; // the end mark
        for (; b != heap.blocks().first(); backwards.add(heap.blocks().size(b) / Memory.WORD))
            b = heap.blocks().previous(b);
        assertEquals(List.of(4, 6, 4, 4), backwards);
    }

    @ParameterizedTest
    @CsvSource({
        "4* 6* 8*, 4* 6 8*",
        "4* 6* 8, 4* 14",
        "4 6* 8*, 10 8*",
        "4 6* 8, 18",
    })
    void theFourCasesOfFreeingBetweenTwoNeighbours(String before, String after) {
        for (Tags tags : new Tags[] {Tags.BOUNDARY_TAGS, Tags.FOOTER_IF_FREE}) {
            ListHeap heap = slide(FIRST_FIT.with(tags), before);
            free(heap, 1);
            assertSlide(after, heap);
            assertEquals(0, heap.work().scans, "constant time");
        }
    }

    /** The disadvantage that the slide asks for: a payload of one word takes twice the block. */
    @ParameterizedTest
    @EnumSource
    void thinkOfSmallBlocks(Tags tags) {
        ListHeap heap = slide(FIRST_FIT.with(tags), "8");
        malloc(heap, 1);
        assertSlide(tags == Tags.BOUNDARY_TAGS ? "4* 4" : "2* 6", heap);
    }
}
