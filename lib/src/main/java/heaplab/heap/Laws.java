package heaplab.heap;

import static heaplab.heap.FreeBlocks.NIL;

import heaplab.memory.Memory;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The invariants of a {@link ListHeap}, one law each, in an order in which each may rely on those
 * before it. The last is a conservation law. Cost: a walk over the heap for each law.
 */
final class Laws {
    private record Law(String words, Consumer<Laws> test) {}

    private static final Law SIZES =
            new Law("sizes lead from block to block to the epilogue", Laws::sizes);

    private static final List<Law> LAWS =
            List.of(
                    new Law("the unused words are zero", Laws::unusedWords),
                    new Law("the prologue is an allocated block of 8 bytes", Laws::prologue),
                    new Law("the epilogue is the last word: size 0, allocated", Laws::epilogue),
                    SIZES,
                    new Law("a footer repeats its header", Laws::footers),
                    new Law(
                            "a header knows whether the block before is allocated",
                            Laws::previousBits),
                    new Law("no bit is set that has no meaning", Laws::strayBits),
                    new Law("two neighbours are never both free", Laws::neighbours),
                    new Law("the cursor is at a block", Laws::cursor),
                    new Law("links lead from free block to free block", Laws::links),
                    new Law("every free block is in one list, and nothing else is", Laws::listed),
                    new Law("blocks are those made and not joined since", Laws::number),
                    new Law(
                            "allocated bytes are those handed out and not freed",
                            Laws::conservation));

    private final ListHeap heap;
    private final Blocks blocks;
    private final Memory memory;
    private final Law law; // the one being tested

    private Laws(ListHeap heap, Law law) {
        this.heap = heap;
        this.law = law;
        blocks = heap.blocks();
        memory = heap.memory();
    }

    static void check(ListHeap heap) {
        for (Law law : LAWS) law.test().accept(new Laws(heap, law));
    }

    static BrokenHeap impossibleSize(ListHeap heap, int block) {
        Laws laws = new Laws(heap, SIZES);
        int room = heap.memory().brk() - Blocks.TAG - block;
        return laws.broken(
                block,
                "size %d, expected a multiple of %d from %d to %d"
                        .formatted(
                                laws.blocks.size(block),
                                laws.blocks.alignment(),
                                laws.blocks.minimum(),
                                room));
    }

    private BrokenHeap broken(int address, String found) {
        return new BrokenHeap(law.words(), address, found, HeapText.around(heap, address));
    }

    private void expect(int address, int expected, int found) {
        if (expected != found)
            throw broken(address, "found %s, expected %s".formatted(tag(found), tag(expected)));
    }

    private static String tag(int word) {
        return (word & Blocks.SIZE) + "/" + (word & ~Blocks.SIZE);
    }

    private void unusedWords() {
        int used = blocks.first() - (blocks.tags() == Tags.BOUNDARY_TAGS ? 2 * Blocks.TAG : 0);
        for (int a = 0; a < used; a += Memory.WORD) expect(a, 0, memory.word(a));
    }

    private void prologue() {
        if (blocks.tags() != Tags.BOUNDARY_TAGS) return;
        for (int a = blocks.first() - 2 * Blocks.TAG; a < blocks.first(); a += Blocks.TAG)
            expect(a, 2 * Blocks.TAG | Blocks.ALLOCATED, memory.word(a));
    }

    private void epilogue() {
        int end = memory.brk() - Blocks.TAG;
        if ((end - blocks.first()) % blocks.alignment() != 0)
            throw broken(
                    end,
                    "the break is %d, expected %d and a multiple of %d"
                            .formatted(memory.brk(), blocks.fixedBytes(), blocks.alignment()));
        int bit = memory.word(end) & Blocks.PREVIOUS_ALLOCATED; // tested by a later law
        expect(end, Blocks.ALLOCATED | bit, memory.word(end));
    }

    private void sizes() {
        heap.walk(
                (block, bytes, allocated) -> {
                    if (bytes % blocks.alignment() != 0)
                        throw broken(
                                block,
                                "size %d, expected a multiple of %d"
                                        .formatted(bytes, blocks.alignment()));
                });
    }

    private void footers() {
        heap.walk(
                (block, bytes, allocated) -> {
                    if (heap.footerBytes(allocated) == 0) return;
                    int footer = block + bytes - Blocks.TAG;
                    int header = memory.word(block) & ~Blocks.PREVIOUS_ALLOCATED;
                    expect(footer, header, memory.word(footer));
                });
    }

    private void previousBits() {
        if (blocks.tags() != Tags.FOOTER_IF_FREE) return;
        int before =
                Blocks.PREVIOUS_ALLOCATED; // what comes before the first block counts as allocated
        for (int b = blocks.first(); ; b = blocks.next(b)) {
            int word = memory.word(b);
            expect(b, word & ~Blocks.PREVIOUS_ALLOCATED | before, word);
            if (blocks.isEnd(b)) return;
            before = blocks.isAllocated(b) ? Blocks.PREVIOUS_ALLOCATED : 0;
        }
    }

    private void strayBits() {
        int known = blocks.tags() == Tags.FOOTER_IF_FREE ? 3 : 1;
        for (int b = blocks.first(); ; b = blocks.next(b)) {
            int word = memory.word(b);
            expect(b, word & (Blocks.SIZE | known), word);
            if (blocks.isEnd(b)) return;
        }
    }

    private void neighbours() {
        if (!heap.recipe().coalesce().joinsAtOnce()) return;
        heap.walk(
                (block, bytes, allocated) -> {
                    if (!allocated && !blocks.isAllocated(block + bytes))
                        throw broken(
                                block + bytes,
                                "found free, expected allocated: the block at %d is free"
                                        .formatted(block));
                });
    }

    private void cursor() {
        int cursor = heap.cursor();
        if (cursor == NIL) return;
        int b = blocks.first();
        while (b < cursor && !blocks.isEnd(b)) b = blocks.next(b);
        if (b != cursor || blocks.isEnd(b))
            throw broken(cursor, "no block starts there, expected one or 0");
    }

    private void links() {
        FreeIndex.Fault fault = heap.linkFault();
        if (fault != null)
            throw new BrokenHeap(
                    fault.law(),
                    fault.address(),
                    fault.found(),
                    HeapText.around(heap, fault.address()));
    }

    private void listed() {
        if (heap.linkBytes() == 0) return;
        Set<Integer> unlisted = new TreeSet<>();
        heap.walk(
                (block, bytes, allocated) -> {
                    if (!allocated) unlisted.add(block);
                });
        for (FreeIndex.Chain chain : heap.chains())
            for (int block : chain.blocks())
                if (!unlisted.remove(block))
                    throw broken(block, "found it in " + chain.name() + ", expected it in none");
        for (int block : unlisted) throw broken(block, "found it in no list, expected it in one");
    }

    private void number() {
        int[] count = {0};
        heap.walk((block, bytes, allocated) -> count[0]++);
        if (count[0] != heap.blockCount())
            throw broken(
                    Statics.BLOCKS,
                    "%d blocks in the heap, expected %d".formatted(count[0], heap.blockCount()));
    }

    private void conservation() {
        int[] sum = {0};
        heap.walk((block, bytes, allocated) -> sum[0] += allocated ? bytes : 0);
        if (sum[0] != heap.liveBytes())
            throw broken(
                    Statics.LIVE_BYTES,
                    "%d bytes in allocated blocks, expected %d"
                            .formatted(sum[0], heap.liveBytes()));
    }
}
