package heaplab.heap;

import heaplab.memory.Memory;

/**
 * Two totals that a heap keeps in its static variables, so that they can be asked for in constant
 * time and a law can compare them with a walk: they come from what the program did, not from tags.
 */
final class Totals {
    static final int LIVE_BYTES = -8; // address: bytes in allocated blocks, with tags
    static final int BLOCKS = -20; // address: number of blocks, of both kinds

    private final Memory memory;

    Totals(Memory memory) {
        this.memory = memory;
    }

    int liveBytes() {
        return memory.word(LIVE_BYTES);
    }

    int blocks() {
        return memory.word(BLOCKS);
    }

    void addLive(int bytes) {
        memory.word(LIVE_BYTES, memory.word(LIVE_BYTES) + bytes);
    }

    void addBlocks(int more) {
        memory.word(BLOCKS, memory.word(BLOCKS) + more);
    }
}
