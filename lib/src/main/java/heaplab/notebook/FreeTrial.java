package heaplab.notebook;

import heaplab.heap.BrokenHeap;
import heaplab.heap.HeapText;
import heaplab.heap.ListHeap;
import heaplab.heap.Recipe;
import heaplab.memory.Memory;
import heaplab.view.HeapPicture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ObjIntConsumer;

/**
 * A way to free a block that a student wrote, on the bare words of memory: tried on drawn heaps,
 * small ones first, whose blocks are freed one by one in random order. After each, every header and
 * footer has to be what a heap of the expected recipe has, and no allocated block may be touched.
 */
final class FreeTrial {
    private static final String FOUND = "found";
    private static final int ROUNDS = 200;
    private static final int ROUNDS_PER_BLOCK = 20; // before heaps get larger by one

    private final ObjIntConsumer<Memory> answer; // is told the memory and the block's header
    private final String hint;
    private final ListHeap given;
    private final ListHeap right;

    private FreeTrial(ObjIntConsumer<Memory> answer, Recipe expected, String drawn, String hint) {
        this.answer = answer;
        this.hint = hint;
        given = HeapText.parse(expected, drawn);
        right = HeapText.parse(expected, drawn);
    }

    /** Throws {@link CheckFailed} below pictures of the first heap that comes out otherwise. */
    static void of(ObjIntConsumer<Memory> answer, Recipe expected, String hint) {
        Random random = new Random(10);
        for (int round = 0; round < ROUNDS; round++) {
            String drawn = drawn(random, 2 + round / ROUNDS_PER_BLOCK);
            new FreeTrial(answer, expected, drawn, hint).freeAll(random);
        }
    }

    /** Blocks of 16 to 40 bytes, the first and each after a free one allocated. */
    private static String drawn(Random random, int blocks) {
        StringBuilder text = new StringBuilder();
        boolean free = true;
        for (int i = 0; i < blocks; i++) {
            free = !free && random.nextInt(3) == 0;
            text.append(free ? "F" : "A").append(16 + 8 * random.nextInt(4)).append(' ');
        }
        return text.toString().strip();
    }

    private void freeAll(Random random) {
        List<Integer> live = new ArrayList<>();
        right.walk(
                (block, bytes, allocated) -> {
                    if (allocated) live.add(block);
                });
        Collections.shuffle(live, random);
        for (int block : live) free(block);
    }

    private void free(int block) {
        HeapPicture before =
                HeapPicture.of(given)
                        .titled("before: %s, %s".formatted(given, given.recipe().tags()))
                        .names(Map.of(right.blocks().payload(block), "free"));
        right.free(right.blocks().payload(block));
        String found = found(block);
        int wrong = firstWrongWord();
        if (wrong >= 0 || !found.equals(FOUND)) throw difference(before, block, found, wrong);
    }

    private String found(int block) {
        try {
            return Deadline.call(
                    () -> {
                        answer.accept(given.memory(), block);
                        return FOUND;
                    });
        } catch (NotAnswered open) {
            throw open;
        } catch (CheckFailed late) {
            return late.getMessage() + " and";
        } catch (RuntimeException e) {
            return "it broke off with \"%s\", leaving".formatted(e.getMessage());
        }
    }

    /**
     * The first address where a tag, or a word of an allocated block, is not as expected; or -1.
     */
    private int firstWrongWord() {
        List<Integer> words = new ArrayList<>();
        right.walk(
                (block, bytes, allocated) -> {
                    int last = block + bytes - Memory.WORD;
                    for (int a = block; a <= last; a += Memory.WORD)
                        if (allocated || a == block || a == last && right.footerBytes(false) > 0)
                            words.add(a);
                });
        return words.stream()
                .filter(at -> given.memory().word(at) != right.memory().word(at))
                .findFirst()
                .orElse(-1);
    }

    private CheckFailed difference(HeapPicture before, int block, String found, int wrong) {
        Display.show(
                HeapPicture.stack(
                        before,
                        HeapPicture.of(given).since(before).titled("yours"),
                        HeapPicture.of(right).since(before).titled("expected")));
        String blocks =
                text(given).equals(text(right))
                        ? "%s %s as expected, but".formatted(found, text(right))
                        : "%s %s, expected %s.".formatted(found, text(given), text(right));
        String where =
                wrong < 0
                        ? ""
                        : " the word at %d is %s, expected %s."
                                .formatted(wrong, tag(given, wrong), tag(right, wrong));
        return new CheckFailed(
                "after the block at %d is freed, %s%s %s".formatted(block, blocks, where, hint));
    }

    private static String tag(ListHeap heap, int address) {
        int word = heap.memory().word(address);
        return (word & -8) + "/" + (word & 7);
    }

    private static String text(ListHeap heap) {
        try {
            return heap.toString();
        } catch (BrokenHeap broken) {
            return "a heap whose walk breaks off at " + broken.address();
        }
    }
}
