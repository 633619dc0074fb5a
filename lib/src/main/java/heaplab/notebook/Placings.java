package heaplab.notebook;

import heaplab.heap.Fit;
import heaplab.heap.HeapText;
import heaplab.heap.ListHeap;
import heaplab.heap.Recipe;
import heaplab.memory.Memory;
import heaplab.view.HeapPicture;
import java.util.ArrayList;
import java.util.List;

/**
 * An {@link AddBlock} beside the library's own placing: in every free block of some drawn heaps,
 * for every length that fits, small ones first. Word by word the two have to write the same.
 *
 * @param same placings after which both heaps were the same
 * @param of placings in all
 */
public record Placings(int same, int of) {
    private static final List<String> HEAPS =
            List.of("F16", "F32", "A16 F24 A16", "F40 A24 F16", "A16 F32 F16 A24 F48", "F64 A32");

    /** One placing: a drawn heap, the free block in it, and the bytes asked for, tags included. */
    private record Case(Recipe recipe, String heap, int block, int len) {
        /** The heap just before. */
        ListHeap drawn() {
            Fit here = (free, size) -> block;
            return HeapText.parse(recipe.with(here), heap);
        }

        /** The heap as the library leaves it. */
        ListHeap expected() {
            ListHeap expected = drawn();
            expected.malloc(len - expected.blocks().overhead());
            return expected;
        }

        ListHeap given(AddBlock answer) {
            ListHeap given = drawn();
            answer.addblock(given.memory(), block, len);
            return given;
        }
    }

    /** On how many placings an answer does what heaps of this recipe do. */
    public static Placings of(AddBlock answer, Recipe recipe) {
        List<Case> cases = cases(recipe);
        int same = 0;
        for (Case c : cases) if (difference(c.expected(), c.given(answer)) < 0) same++;
        return new Placings(same, cases.size());
    }

    /** Throws {@link CheckFailed} below a picture of the first heap that comes out wrong. */
    static void check(AddBlock answer, Recipe recipe, String hint) {
        for (Case c : cases(recipe)) {
            ListHeap expected = c.expected();
            ListHeap given = given(c, answer);
            int wrong = difference(expected, given);
            if (wrong >= 0) throw failed(c, expected, given, wrong, hint);
        }
    }

    /** Whether two answers leave the same heap after every placing. */
    static boolean agree(AddBlock a, AddBlock b, Recipe recipe) {
        for (Case c : cases(recipe))
            try {
                if (difference(c.given(a), c.given(b)) >= 0) return false;
            } catch (IndexOutOfBoundsException | IllegalArgumentException outside) {
                return false;
            }
        return true;
    }

    private static List<Case> cases(Recipe recipe) {
        List<Case> cases = new ArrayList<>();
        for (String heap : HEAPS) {
            ListHeap drawn = HeapText.parse(recipe, heap);
            drawn.walk(
                    (block, bytes, allocated) -> add(cases, drawn, heap, block, bytes, allocated));
        }
        return cases;
    }

    private static void add(
            List<Case> cases, ListHeap drawn, String heap, int block, int bytes, boolean taken) {
        int overhead = drawn.blocks().overhead();
        for (int len = overhead + 1; !taken && drawn.sizeFor(len - overhead) <= bytes; len++)
            cases.add(new Case(drawn.recipe(), heap, block, len));
    }

    private static ListHeap given(Case c, AddBlock answer) {
        try {
            return c.given(answer);
        } catch (NotAnswered open) {
            throw open;
        } catch (RuntimeException e) {
            Display.show(HeapPicture.of(c.drawn()).titled("before " + call(c)));
            throw new CheckFailed(call(c) + ": " + e);
        }
    }

    /** Address of the first word that differs, or -1. */
    private static int difference(ListHeap a, ListHeap b) {
        for (int at = 0; at < a.memory().brk(); at += Memory.WORD)
            if (a.memory().word(at) != b.memory().word(at)) return at;
        return -1;
    }

    private static CheckFailed failed(
            Case c, ListHeap expected, ListHeap given, int wrong, String hint) {
        HeapPicture before = HeapPicture.of(c.drawn()).titled("before " + call(c));
        Display.show(
                HeapPicture.stack(
                        before,
                        HeapPicture.of(given).since(before).titled("yours"),
                        HeapPicture.of(expected).since(before).titled("expected")));
        return new CheckFailed(
                "%s in the heap %s: the word at %d is %s, expected %s. %s"
                        .formatted(
                                call(c),
                                c.heap(),
                                wrong,
                                tag(given.memory().word(wrong)),
                                tag(expected.memory().word(wrong)),
                                hint));
    }

    private static String call(Case c) {
        return "addblock(memory, %d, %d)".formatted(c.block(), c.len());
    }

    /** A word as a tag: 16/1. */
    private static String tag(int word) {
        return (word & -8) + "/" + (word & 7);
    }
}
