package heaplab.view;

import heaplab.memory.Memory;
import heaplab.view.Scan.Block;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened between two looks at a heap, in blocks, in words of memory, and in a sentence.
 *
 * <p>A block has changed if none was there before with the same address, size and state. A word has
 * changed if its value has, or if it was not there. The sentence names the four cases of coalescing
 * as the lecture numbers them.
 */
final class Change {
    private final Scan before; // null: only the old words are known
    private final Scan after;
    private final int[] oldWords; // null: only the old blocks are known

    private Change(Scan before, Scan after, int[] oldWords) {
        this.before = before;
        this.after = after;
        this.oldWords = oldWords;
    }

    static Change between(Scan before, Scan after) {
        return new Change(before, after, before.words());
    }

    static Change since(Memory.Snapshot snapshot, Scan after) {
        int[] words = new int[snapshot.brk() / Memory.WORD];
        for (int i = 0; i < words.length; i++) words[i] = snapshot.word(i * Memory.WORD);
        return new Change(null, after, words);
    }

    /** Whether the picture outlines this word: with old blocks its block's change, else its own. */
    boolean outlines(int address) {
        if (before == null) return isWritten(address);
        Block block = after.at(address);
        if (block == null) return address >= before.heapBytes();
        return !block.equals(before.at(block.address()));
    }

    /** Whether the word at an address has another value than before. */
    boolean isWritten(int address) {
        int word = address / Memory.WORD;
        if (oldWords == null || after.words() == null || word >= after.words().length) return false;
        return word >= oldWords.length || oldWords[word] != after.words()[word];
    }

    /** Number of words with another value than before. */
    int writtenWords() {
        int written = 0;
        for (int a = 0; a < after.heapBytes(); a += Memory.WORD) if (isWritten(a)) written++;
        return written;
    }

    /** For example "case 4, both neighbours free: one block of 72 bytes". */
    String words(Unit unit) {
        if (before == null) return writtenWords() + " words written";
        List<Block> freed = gone(true);
        List<Block> taken = come(true);
        if (freed.size() == 1 && taken.isEmpty()) return freed(freed.get(0), unit);
        if (taken.size() == 1 && freed.isEmpty()) return taken(taken.get(0), unit);
        if (taken.size() == 1 && freed.size() == 1)
            return resized(freed.get(0), taken.get(0), unit);
        if (!freed.isEmpty() || !taken.isEmpty())
            return "%d blocks allocated, %d freed".formatted(taken.size(), freed.size());
        return come(false).isEmpty() ? "nothing changed" : "free blocks joined" + growth(unit);
    }

    private List<Block> gone(boolean allocated) {
        return missing(before, after, allocated);
    }

    private List<Block> come(boolean allocated) {
        return missing(after, before, allocated);
    }

    private static List<Block> missing(Scan from, Scan in, boolean allocated) {
        List<Block> missing = new ArrayList<>();
        for (Block b : from.blocks())
            if (b.allocated() == allocated && !b.equals(in.at(b.address()))) missing.add(b);
        return missing;
    }

    private String freed(Block block, Unit unit) {
        Block whole = after.at(block.address());
        if (whole == null) return "the block at %d is gone".formatted(unit.of(block.address()));
        Block previous = before.at(block.address() - 1);
        Block next = before.at(block.end());
        boolean previousFree = previous != null && !previous.allocated();
        boolean nextFree = next != null && !next.allocated();
        boolean joinedPrevious = whole.address() < block.address();
        boolean joinedNext = whole.end() > block.end();
        String result =
                joinedPrevious || joinedNext
                        ? ": one block of %s".formatted(unit.say(whole.bytes()))
                        : ": a free block of %s".formatted(unit.say(whole.bytes()));
        return neighbours(previousFree, nextFree)
                + result
                + (previousFree && !joinedPrevious ? ", not joined with the previous" : "")
                + (nextFree && !joinedNext ? ", not joined with the next" : "");
    }

    private static String neighbours(boolean previousFree, boolean nextFree) {
        if (previousFree && nextFree) return "case 4, both neighbours free";
        if (previousFree) return "case 3, the previous block is free";
        return nextFree ? "case 2, the next block is free" : "case 1, no neighbour is free";
    }

    private String taken(Block block, Unit unit) {
        Block old = before.at(block.address());
        Block rest = after.at(block.end());
        boolean split =
                old != null
                        && rest != null
                        && !rest.allocated()
                        && !rest.equals(before.at(rest.address()));
        String from =
                old == null || old.allocated() || block.end() > before.heapBytes()
                        ? "a new block of %s".formatted(unit.say(block.bytes()))
                        : split
                                ? "%,d of %s taken, %,d split off"
                                        .formatted(
                                                unit.of(block.bytes()),
                                                unit.say(old.bytes()),
                                                unit.of(rest.bytes()))
                                : "the free block of %s taken whole"
                                        .formatted(unit.say(old.bytes()));
        return from + growth(unit);
    }

    private String resized(Block old, Block now, Unit unit) {
        String how =
                old.address() == now.address()
                        ? "resized in place from %s to %s"
                        : "moved: from %s to %s";
        return how.formatted(unit.say(old.bytes()), unit.say(now.bytes())) + growth(unit);
    }

    private String growth(Unit unit) {
        int grown = after.heapBytes() - before.heapBytes();
        return grown == 0
                ? ""
                : ", the heap %s by %s"
                        .formatted(grown > 0 ? "grew" : "shrank", unit.say(Math.abs(grown)));
    }
}
