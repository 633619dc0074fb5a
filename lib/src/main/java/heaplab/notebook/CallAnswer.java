package heaplab.notebook;

import heaplab.heap.Allocator;
import heaplab.memory.Memory;

/**
 * A calloc or realloc that a student wrote, tried on small heaps in which every word is known. The
 * first one on which it goes wrong is shown, before and after, with the values of its words.
 */
final class CallAnswer {
    private final Call answer;

    CallAnswer(Call answer) {
        this.answer = answer;
    }

    /** Tries a calloc; throws {@link CheckFailed} below the heap where it is wrong. */
    void calloc() {
        calloc("F24 A16 F40", 3, 4);
        calloc("A16 F64", 5, 7);
        calloc("F24 A16", 6, 4); // no room
        calloc("F64", 0, 8);
        calloc("A16 F64", 1 << 16, 1 << 14); // 2^30: no room
        calloc("A16 F64", 1 << 16, 1 << 16); // 2^32: as an int it is 0
        calloc("A16 F64", (1 << 28) + 1, 16); // 2^32 + 16: as an int it is 16
        calloc("A16 F64", 1 << 16, 1 << 15); // 2^31: as an int it is negative
    }

    private void calloc(String blocks, int count, int bytes) {
        KnownHeap known = new KnownHeap(blocks);
        long asked = (long) count * bytes;
        boolean granted = asked > 0 && known.fits(asked);
        String call = "calloc(%d, %d)".formatted(count, bytes);
        int p = known.run(call, () -> answer.apply(known.heap(), count, bytes), granted);
        for (int i = 0; granted && i < asked; i++)
            if (known.heap().memory().byteAt(p + i) != 0)
                throw known.wrong("byte %d of your block is not zero".formatted(i));
        known.checkTheOthers();
    }

    /** Tries a realloc; throws {@link CheckFailed} below the heap where it is wrong. */
    void realloc() {
        realloc("A24 A16 F40", 30);
        realloc("A40 A16 F16 A16 F24", 9); // shrinks
        realloc("A24 A16 F24", 60); // no room
        realloc("A24 A16 F40", 0);
        KnownHeap nothing = new KnownHeap("F40 A16");
        nothing.run(
                "realloc(NULL, 20)", () -> answer.apply(nothing.heap(), Allocator.NULL, 20), true);
        nothing.checkTheOthers();
    }

    private void realloc(String blocks, int bytes) {
        KnownHeap known = new KnownHeap(blocks);
        int p = known.first();
        int[] words = known.words(p);
        boolean granted = bytes > 0 && known.fits(bytes);
        String call = "realloc(%d, %d)".formatted(p, bytes);
        int q = known.run(call, () -> answer.apply(known.heap(), p, bytes), granted);
        for (int i = 0; granted && i < Math.min(words.length, bytes / Memory.WORD); i++)
            if (known.heap().memory().word(q + Memory.WORD * i) != words[i])
                throw known.wrong("word %d of the block was %d".formatted(i, words[i]));
        if (granted && known.holdsWhatLayBehind(p, q, bytes))
            throw known.wrong("your copy goes on behind the old block");
        if (granted || bytes == 0) known.givenBack(p);
        known.checkTheOthers();
    }
}
