package heaplab.view;

import heaplab.memory.Memory;

/** What sizes and addresses are given in: bytes, or words of 4 bytes as on the lecture's slides. */
enum Unit {
    BYTES(1),
    WORDS(Memory.WORD);

    private final int bytes;

    Unit(int bytes) {
        this.bytes = bytes;
    }

    /** How many of them these bytes are. */
    int of(int number) {
        return number / bytes;
    }

    /** For example "24 bytes" or "6 words". */
    String say(int number) {
        return "%,d %s".formatted(of(number), this);
    }

    /** A size and its allocated bit, as the lecture writes them: 16/1 in bytes, 4/1 in words. */
    String tag(int size, boolean allocated) {
        return of(size) + (allocated ? "/1" : "/0");
    }

    @Override
    public String toString() {
        return this == BYTES ? "bytes" : "words";
    }
}
