package heaplab.heap;

import heaplab.memory.Memory;

/**
 * Which lists are not empty, as bit maps in two levels: a bit for each list, and above them a bit
 * for each word of those that is not 0. So the next list that has a block is found by counting
 * zeros in three words at the most, however many lists there are (up to 1024).
 *
 * <pre>
 * MAPS       MAPS + 4    MAPS + 8
 * | words    | lists 0   | lists 32   | ...
 * |  not 0   |  to 31    |  to 63     |
 * </pre>
 */
final class ClassMap {
    private static final int LISTS_PER_WORD = 32;
    private static final int FIRST = address(0);

    private static final String LAW = "the maps have a bit for each list that is not empty";

    private final int lists;
    private final boolean isSingle; // the first word is enough, and needs none above it

    ClassMap(int lists) {
        this.lists = lists;
        isSingle = lists <= LISTS_PER_WORD;
    }

    /** The first list from this number on that is not empty, or -1. */
    int from(Memory memory, int list) {
        return isSingle ? inFirst(memory, list) : inAll(memory, list);
    }

    private static int inFirst(Memory memory, int list) {
        long bits = Integer.toUnsignedLong(memory.word(FIRST)) & -1L << list;
        return bits == 0 ? -1 : Long.numberOfTrailingZeros(bits);
    }

    private int inAll(Memory memory, int list) {
        int word = list >> 5;
        int bits = memory.word(address(word)) & -1 << list;
        if (bits == 0) {
            word = word >= LISTS_PER_WORD - 1 ? -1 : wordFrom(memory, word + 1);
            if (word < 0) return -1;
            bits = memory.word(address(word));
        }
        return (word << 5) + Integer.numberOfTrailingZeros(bits);
    }

    private int wordFrom(Memory memory, int word) {
        int words = memory.word(Statics.MAPS) & -1 << word;
        return words == 0 ? -1 : Integer.numberOfTrailingZeros(words);
    }

    void set(Memory memory, int list) {
        if (isSingle) memory.word(FIRST, memory.word(FIRST) | 1 << list);
        else setInBoth(memory, list);
    }

    private void setInBoth(Memory memory, int list) {
        int address = address(list >> 5);
        memory.word(address, memory.word(address) | 1 << list);
        memory.word(Statics.MAPS, memory.word(Statics.MAPS) | 1 << (list >> 5));
    }

    void clear(Memory memory, int list) {
        if (isSingle) memory.word(FIRST, memory.word(FIRST) & ~(1 << list));
        else clearInBoth(memory, list);
    }

    private void clearInBoth(Memory memory, int list) {
        int address = address(list >> 5);
        int bits = memory.word(address) & ~(1 << list);
        memory.word(address, bits);
        if (bits == 0) memory.word(Statics.MAPS, memory.word(Statics.MAPS) & ~(1 << (list >> 5)));
    }

    private static int address(int word) {
        return Statics.MAPS + Memory.WORD * (word + 1);
    }

    /** What is wrong with the bits of a list, and with those above the last one's, or null. */
    FreeIndex.Fault fault(Memory memory, int list, boolean expected) {
        int bits = memory.word(address(list >> 5));
        FreeIndex.Fault fault = fault(address(list >> 5), bits, list, lists - 1, expected);
        if (fault != null || isSingle) return fault;
        int words = memory.word(Statics.MAPS);
        return fault(Statics.MAPS, words, list >> 5, lists - 1 >> 5, bits != 0);
    }

    private static FreeIndex.Fault fault(
            int address, int bits, int bit, int last, boolean expected) {
        int found = bits >>> bit;
        String what = null;
        if ((found & 1) != (expected ? 1 : 0))
            what = "found %d, expected %d".formatted(found & 1, expected ? 1 : 0);
        else if (bit == last && found >>> 1 != 0) what = "expected no bit above it, found one";
        return what == null
                ? null
                : new FreeIndex.Fault(LAW, address, "bit %d: %s".formatted(bit & 31, what));
    }
}
