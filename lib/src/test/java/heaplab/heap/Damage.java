package heaplab.heap;

import java.util.function.ObjIntConsumer;

/**
 * What can be wrong with a heap: how to do it to a block, and the law that names it. The laws are
 * for {@code A32 A48 F48 A32 F32 A16} with the first block of the kind damaged; elsewhere another
 * law may notice first.
 */
enum Damage {
    SIZE_ZERO("AF", Law.SIZES, (h, b) -> put(h, b, 1)),
    SIZE_NEGATIVE("AF", Law.SIZES, (h, b) -> flip(h, b, 1 << 31)),
    SIZE_BEYOND_THE_END("AF", Law.SIZES, (h, b) -> flip(h, b, 4096)),
    SIZE_NEARLY_OVERFLOWS("AF", Law.SIZES, (h, b) -> put(h, b, 0x7ffffff9)),
    SIZE_TOO_LARGE("AF", Law.SIZES, (h, b) -> resize(h, b, 16)),
    SIZE_TOO_SMALL("AF", Law.SIZES, (h, b) -> resize(h, b, -16)),
    SIZE_NOT_ALIGNED("AF", Law.SIZES, (h, b) -> resize(h, b, -8)),
    NEXT_BLOCK_SWALLOWED(
            "A",
            Law.NUMBER,
            Law.FOOTER,
            Law.NUMBER,
            (h, b) -> resize(h, b, h.blocks().size(h.blocks().next(b)))),

    ALLOCATED_MARKED_FREE("A", Law.BYTES, Law.FOOTER, Law.FOOTER, (h, b) -> flip(h, b, 1)),
    FREE_MARKED_ALLOCATED("F", Law.BYTES, Law.FOOTER, Law.PREVIOUS, (h, b) -> flip(h, b, 1)),
    PREVIOUS_BIT_WRONG("AF", Law.STRAY, Law.STRAY, Law.PREVIOUS, (h, b) -> flip(h, b, 2)),
    BIT_WITHOUT_MEANING("A", Law.STRAY, Law.FOOTER, Law.STRAY, (h, b) -> flip(h, b, 4)),
    FOOTER_WITH_WRONG_SIZE("F", null, Law.FOOTER, Law.FOOTER, (h, b) -> flip(h, last(h, b), 8)),
    FOOTER_WITH_WRONG_FLAG("F", null, Law.FOOTER, Law.FOOTER, (h, b) -> flip(h, last(h, b), 1)),
    FOOTER_OF_ALLOCATED_LOST("A", null, Law.FOOTER, null, (h, b) -> put(h, last(h, b), 0)),

    UNUSED_WORD_WRITTEN("A", Law.UNUSED, (h, b) -> put(h, 0, 1)),
    PROLOGUE_HEADER_LOST(
            "A", null, Law.PROLOGUE, null, (h, b) -> put(h, h.blocks().first() - 8, 0)),
    PROLOGUE_FOOTER_GROWN(
            "A", null, Law.PROLOGUE, null, (h, b) -> flip(h, h.blocks().first() - 4, 16)),
    EPILOGUE_WITH_A_SIZE("A", Law.EPILOGUE, (h, b) -> flip(h, end(h), 16)),
    EPILOGUE_FREE("A", Law.EPILOGUE, (h, b) -> flip(h, end(h), 1)),
    BREAK_MOVED("A", Law.EPILOGUE, (h, b) -> h.memory().sbrk(-16)),

    TWO_FREE_NEIGHBOURS("F", Law.NEIGHBOURS, Damage::halve),
    CURSOR_INSIDE_A_BLOCK("AF", Law.CURSOR, (h, b) -> put(h, Statics.CURSOR, b + 4)),
    CURSOR_AT_THE_EPILOGUE("A", Law.CURSOR, (h, b) -> put(h, Statics.CURSOR, end(h))),
    CURSOR_BELOW_THE_HEAP("A", Law.CURSOR, (h, b) -> put(h, Statics.CURSOR, -8)),
    BLOCK_COUNT_WRONG("A", Law.NUMBER, (h, b) -> flip(h, Statics.BLOCKS, 1)),
    LIVE_BYTES_WRONG("A", Law.BYTES, (h, b) -> flip(h, Statics.LIVE_BYTES, 8)),

    OVERRUN_BY_A_BYTE("A", Law.SIZES, Law.FOOTER, Law.SIZES, (h, b) -> overrun(h, b, 1, 0)),
    OVERRUN_BY_A_STRING("A", Law.SIZES, (h, b) -> overrun(h, b, 12, 'A')),
    WRITE_BEFORE_THE_PAYLOAD("A", Law.SIZES, (h, b) -> h.memory().fill(b, 4, 'A'));

    private static final class Law {
        static final String UNUSED = "the unused words are zero";
        static final String PROLOGUE = "the prologue is an allocated block of 8 bytes";
        static final String EPILOGUE = "the epilogue is the last word: size 0, allocated";
        static final String SIZES = "sizes lead from block to block to the epilogue";
        static final String FOOTER = "a footer repeats its header";
        static final String PREVIOUS = "a header knows whether the block before is allocated";
        static final String STRAY = "no bit is set that has no meaning";
        static final String NEIGHBOURS = "two neighbours are never both free";
        static final String CURSOR = "the cursor is at a block";
        static final String NUMBER = "blocks are those made and not joined since";
        static final String BYTES = "allocated bytes are those handed out and not freed";
    }

    private final String states; // of the blocks it can be done to: A, F
    private final String headerOnly; // the law; null: there is no such word
    private final String boundaryTags;
    private final String footerIfFree;
    private final ObjIntConsumer<ListHeap> deed; // to a heap, at a block

    Damage(String states, String law, ObjIntConsumer<ListHeap> deed) {
        this(states, law, law, law, deed);
    }

    Damage(
            String states,
            String headerOnly,
            String boundaryTags,
            String footerIfFree,
            ObjIntConsumer<ListHeap> deed) {
        this.states = states;
        this.headerOnly = headerOnly;
        this.boundaryTags = boundaryTags;
        this.footerIfFree = footerIfFree;
        this.deed = deed;
    }

    /** The law that notices it; null where the tags have no such word. */
    String law(Tags tags) {
        return switch (tags) {
            case HEADER_ONLY -> headerOnly;
            case BOUNDARY_TAGS -> boundaryTags;
            case FOOTER_IF_FREE -> footerIfFree;
        };
    }

    boolean isPossible(ListHeap heap, int block) {
        Blocks blocks = heap.blocks();
        boolean roomy = blocks.size(block) >= 32;
        return law(blocks.tags()) != null
                && states.contains(blocks.isAllocated(block) ? "A" : "F")
                && (!name().startsWith("CURSOR") || hasCursor(heap))
                && (this != OVERRUN_BY_A_BYTE || heap.memory().byteAt(after(heap, block)) != 0)
                && (this != UNUSED_WORD_WRITTEN || blocks.first() > 4)
                && (this != SIZE_NOT_ALIGNED || blocks.alignment() == 16)
                && (this != NEXT_BLOCK_SWALLOWED || !blocks.isEnd(blocks.next(block)))
                && (this != TWO_FREE_NEIGHBOURS || roomy && heap.recipe().coalesce().joinsAtOnce());
    }

    private static boolean hasCursor(ListHeap heap) {
        return heap.recipe().tracking().toString().matches("implicit|explicit.*");
    }

    void plant(ListHeap heap, int block) {
        deed.accept(heap, block);
    }

    private static void put(ListHeap heap, int address, int word) {
        heap.memory().word(address, word);
    }

    private static void flip(ListHeap heap, int address, int bits) {
        put(heap, address, heap.memory().word(address) ^ bits);
    }

    private static void resize(ListHeap heap, int block, int bytes) {
        put(heap, block, heap.memory().word(block) + bytes);
    }

    private static int last(ListHeap heap, int block) {
        return heap.blocks().next(block) - Blocks.TAG;
    }

    private static int end(ListHeap heap) {
        return heap.memory().brk() - Blocks.TAG;
    }

    /** Makes a free block two, complete with tags. */
    private static void halve(ListHeap heap, int block) {
        int size = heap.blocks().size(block);
        heap.blocks().release(block, 16);
        heap.blocks().release(block + 16, size - 16);
        put(heap, Statics.BLOCKS, heap.blockCount() + 1);
    }

    private static void overrun(ListHeap heap, int block, int bytes, int value) {
        int end = after(heap, block);
        heap.memory().fill(end, Math.min(bytes, heap.memory().brk() - end), value);
    }

    /** The first byte that is not part of a payload any more. */
    private static int after(ListHeap heap, int block) {
        return heap.blocks().payload(block) + heap.blocks().usable(block);
    }
}
