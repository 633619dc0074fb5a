package heaplab.heap;

import heaplab.memory.FlatMemory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A heap written down as its blocks in address order: {@code "A16 F24 A16"} is an allocated block
 * of 16 bytes, a free one of 24 and an allocated one of 16, tags included. Tests and exercises are
 * drawn so.
 */
public final class HeapText {
    private static final Pattern BLOCK = Pattern.compile("([AF])([1-9][0-9]{0,8})");
    private static final int BEFORE = 5; // blocks shown before the address
    private static final int AFTER = 4;

    private HeapText() {}

    /** The text of a heap. */
    public static String of(Inspectable heap) {
        StringJoiner text = new StringJoiner(" ");
        heap.walk((block, bytes, allocated) -> text.add((allocated ? "A" : "F") + bytes));
        return text.toString();
    }

    /**
     * A full heap made to a recipe, with just these blocks.
     *
     * @throws IllegalArgumentException when a word is not a block of this recipe
     */
    public static ListHeap parse(Recipe recipe, String text) {
        return parse(recipe, text, 0);
    }

    /** The same with room: the heap may grow by this many bytes. */
    public static ListHeap parse(Recipe recipe, String text, int roomBytes) {
        String[] words = text.strip().split("\\s+");
        int linkBytes = recipe.tracking().links().bytes();
        Blocks rule = new Blocks(new FlatMemory(0), recipe.tags(), recipe.alignment(), linkBytes);
        int[] sizes = new int[words.length];
        int total = 0;
        for (int i = 0; i < words.length; i++) {
            sizes[i] = signedSize(words[i], rule);
            total = Math.addExact(total, Math.abs(sizes[i]));
        }
        ListHeap heap =
                recipe.withChunk(total).withLimit(rule.fixedBytes() + total + roomBytes).heap();
        heap.lay(sizes);
        return heap;
    }

    private static int signedSize(String word, Blocks rule) {
        Matcher matcher = BLOCK.matcher(word);
        int bytes = matcher.matches() ? Integer.parseInt(matcher.group(2)) : -1;
        if (bytes < rule.minimum() || bytes % rule.alignment() != 0)
            throw new IllegalArgumentException(
                    "block \"%s\": expected A or F and a multiple of %d, at least %d"
                            .formatted(word, rule.alignment(), rule.minimum()));
        return matcher.group(1).equals("A") ? -bytes : bytes;
    }

    /**
     * The headers near an address as "address:size/flags", as far as they lead; for broken heaps.
     */
    static String around(ListHeap heap, int address) {
        Blocks blocks = heap.blocks();
        int end = heap.memory().brk() - Blocks.TAG;
        int start = blocks.first();
        Deque<String> shown = new ArrayDeque<>();
        int after = 0;
        int size = 1;
        for (int b = start; b >= start && b <= end && size > 0 && after < AFTER; b += size) {
            size = blocks.size(b);
            int flags = heap.memory().word(b) & ~Blocks.SIZE;
            shown.add((address == b ? "> " : "") + b + ":" + size + "/" + flags);
            if (b >= address) after++;
            else if (shown.size() > BEFORE) shown.removeFirst();
        }
        return "  ... " + String.join("  ", shown) + "  (heap ends at " + heap.memory().brk() + ")";
    }
}
