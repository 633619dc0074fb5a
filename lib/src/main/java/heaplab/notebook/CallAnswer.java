package heaplab.notebook;

import heaplab.heap.Allocator;
import heaplab.memory.Memory;

/**
 * A calloc or realloc that a student wrote, tried on small heaps in which every word is known. The
 * first one on which it goes wrong is shown, before and after, with the values of its words.
 */
final class CallAnswer {
    private static final String ZERO = "Clear count x bytes, no more and no less.";
    private static final String COPY =
            "Copy what both blocks have room for, then free the old one.";

    private final Call answer;

    CallAnswer(Call answer) {
        this.answer = answer;
    }

    /** Tries a calloc; throws {@link CheckFailed} below the heap where it is wrong. */
    void calloc() {
        calloc("F24 A16 F40", 3, 4, ZERO);
        calloc("A16 F64", 5, 7, ZERO);
        calloc("F24 A16", 6, 4, "If malloc answers NULL there is nothing to clear.");
        calloc("F64", 0, 8, "Nothing is asked for.");
        calloc("A16 F64", 1 << 16, 1 << 14, "2^30 bytes: there is no room.");
        calloc("A16 F64", 1 << 16, 1 << 16, "2^32 bytes: as an int that is 0.");
        calloc("A16 F64", (1 << 28) + 1, 16, "2^32 + 16 bytes: as an int that is 16.");
        calloc("A16 F64", 1 << 16, 1 << 15, "2^31 bytes: as an int that is negative.");
    }

    private void calloc(String blocks, int count, int bytes, String hint) {
        KnownHeap known = new KnownHeap(blocks, hint);
        long asked = (long) count * bytes;
        boolean granted = asked > 0 && known.fits(asked);
        String call = "calloc(%d, %d)".formatted(count, bytes);
        int p = known.run(call, () -> answer.apply(known.heap(), count, bytes), granted);
        for (int i = 0; granted && i < asked; i++)
            if (known.heap().memory().byteAt(p + i) != 0)
                throw known.wrong("byte %d of q is not zero".formatted(i));
        known.checkTheOthers();
    }

    /** Tries a realloc; throws {@link CheckFailed} below the heap where it is wrong. */
    void realloc() {
        realloc("A24 A16 F40", 30, COPY);
        realloc("A40 A16 F16 A16 F24", 9, COPY);
        realloc("A24 A16 F24", 60, "If malloc answers NULL, everything stays as it was.");
        realloc("A24 A16 F40", 0, "Size 0 frees the block.");
        KnownHeap nothing = new KnownHeap("F40 A16", "NULL is no block: just a malloc.");
        nothing.run(
                "realloc(NULL, 20)", () -> answer.apply(nothing.heap(), Allocator.NULL, 20), true);
        nothing.checkTheOthers();
    }

    private void realloc(String blocks, int bytes, String hint) {
        KnownHeap known = new KnownHeap(blocks, hint);
        int p = known.first();
        int[] words = known.words(p);
        boolean granted = bytes > 0 && known.fits(bytes);
        String call = "realloc(%d, %d)".formatted(p, bytes);
        int q = known.run(call, () -> answer.apply(known.heap(), p, bytes), granted);
        for (int i = 0; granted && i < Math.min(words.length, bytes / Memory.WORD); i++)
            if (known.heap().memory().word(q + Memory.WORD * i) != words[i])
                throw known.wrong("word %d of q should be %d".formatted(i, words[i]));
        if (granted && known.holdsWhatLayBehind(p, q, bytes))
            throw known.wrong("your copy goes on behind the old block");
        if (granted || bytes == 0) known.givenBack(p);
        known.checkTheOthers();
    }
}
