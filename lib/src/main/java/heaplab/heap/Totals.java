package heaplab.heap;

import heaplab.memory.Memory;

/**
 * Two totals that a heap keeps in its static variables, so that they can be asked for in constant
 * time and a law can compare them with a walk: they come from what the program did, not from tags.
 */
final class Totals {
    private final Memory memory;

    Totals(Memory memory) {
        this.memory = memory;
    }

    int liveBytes() {
        return memory.word(Statics.LIVE_BYTES);
    }

    int blocks() {
        return memory.word(Statics.BLOCKS);
    }

    void addLive(int bytes) {
        memory.word(Statics.LIVE_BYTES, memory.word(Statics.LIVE_BYTES) + bytes);
    }

    void addBlocks(int more) {
        memory.word(Statics.BLOCKS, memory.word(Statics.BLOCKS) + more);
    }
}
