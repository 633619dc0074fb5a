package heaplab.notebook;

import heaplab.memory.Memory;

/**
 * The words that a distrustful program keeps in one of its blocks: nobody else's are the same.
 *
 * @param memory of the heap
 * @param address of the block
 * @param bytes asked for; whole words of them are used
 * @param stamp a number that no other block has
 */
record OwnWords(Memory memory, int address, int bytes, int stamp) {
    private static final int MIX = 0x9E3779B9; // spreads small numbers over all bits

    int count() {
        return bytes / Memory.WORD;
    }

    void write() {
        for (int w = 0; w < count(); w++) memory.word(address + Memory.WORD * w, word(w));
    }

    /** How many of them are not as they were written. */
    int wrong() {
        int wrong = 0;
        for (int w = 0; w < count(); w++)
            if (memory.word(address + Memory.WORD * w) != word(w)) wrong++;
        return wrong;
    }

    /** Whether the first two lie somewhere else now. */
    boolean areElsewhere() {
        for (int at = 0; count() > 1 && at <= memory.brk() - 2 * Memory.WORD; at += Memory.WORD)
            if (memory.word(at) == word(0) && memory.word(at + Memory.WORD) == word(1))
                return at != address;
        return false;
    }

    private int word(int index) {
        return (stamp + 1) * MIX ^ index;
    }
}
