package heaplab.notebook;

import heaplab.heap.Allocator;
import heaplab.heap.HeapText;
import heaplab.heap.ListHeap;
import heaplab.heap.Recipe;
import heaplab.memory.Memory;
import heaplab.view.Bundle;
import heaplab.view.HeapPicture;
import heaplab.view.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The same realloc on several drawn heaps: each before and after, with what became of the block and
 * how many bytes were copied. The block, called p, is the first allocated one.
 */
public final class Resizes implements Picture {
    private static final int ROOM = 24; // bytes that each heap may still grow by

    private final List<HeapPicture> strips = new ArrayList<>();
    private final List<String> fates = new ArrayList<>(); // "stays", "moves" or "NULL"
    private final List<Long> copied = new ArrayList<>(); // bytes
    private boolean kept = true; // whether each block has its old contents
    private List<String> guesses = List.of();

    Resizes(Recipe recipe, int bytes, String... heaps) {
        for (String blocks : heaps) resize(HeapText.parse(recipe, blocks, ROOM), blocks, bytes);
    }

    private void resize(ListHeap heap, String blocks, int bytes) {
        int p = firstAllocated(heap);
        int words = heap.usable(p) / Memory.WORD;
        for (int i = 0; i < words; i++) heap.memory().word(p + Memory.WORD * i, i + 1);
        HeapPicture before = HeapPicture.of(heap).values().names(Map.of(p, "p"));
        int q = heap.realloc(p, bytes);
        fates.add(q == Allocator.NULL ? "NULL" : q == p ? "stays" : "moves");
        copied.add(heap.work().copiedBytes);
        strips.add(before.titled("%s: realloc(p, %d)".formatted(blocks, bytes)));
        int now = q == Allocator.NULL ? p : q;
        for (int i = 0; i < Math.min(words, heap.usable(now) / Memory.WORD); i++)
            kept &= heap.memory().word(now + Memory.WORD * i) == i + 1;
        strips.add(HeapPicture.of(heap).values().names(Map.of(now, "p")).since(before));
    }

    private static int firstAllocated(ListHeap heap) {
        int[] found = {0};
        heap.walk(
                (block, size, live) ->
                        found[0] = live && found[0] == 0 ? heap.blocks().payload(block) : found[0]);
        return found[0];
    }

    /** What was thought to become of each block; "?" for no guess. */
    public Resizes guess(List<String> fates) {
        guesses = fates;
        return this;
    }

    /** What became of each block: "stays", "moves", or "NULL", when it is where and what it was. */
    public List<String> fates() {
        return List.copyOf(fates);
    }

    /** Whether every block still has its old contents, as far as it reaches. */
    public boolean kept() {
        return kept;
    }

    @Override
    public Bundle bundle() {
        for (int i = 0; i < fates.size(); i++) strips.get(2 * i + 1).captioned(caption(i));
        return HeapPicture.stack(strips.toArray(HeapPicture[]::new)).bundle();
    }

    private String caption(int i) {
        String fate = fates.get(i);
        String said = i < guesses.size() ? guesses.get(i) : "?";
        String worth = said.equals(fate) ? ": you are right" : "; you said " + said;
        String what = fate.equals("NULL") ? "NULL: p stays as it was" : "p " + fate;
        String copies = copied.get(i) == 0 ? "nothing copied" : copied.get(i) + " bytes copied";
        return what + ", " + copies + (said.equals("?") ? "." : worth + ".");
    }
}
