package heaplab.view;

import heaplab.heap.BrokenHeap;
import heaplab.heap.FreeIndex.Chain;
import heaplab.heap.Inspectable;
import heaplab.heap.Links;
import heaplab.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;

/**
 * A heap as it was at one moment: its blocks, and its words if they are few enough to be drawn. All
 * that pictures know of a heap, so a picture stays as it is when the heap goes on.
 *
 * @param blocks in address order, as far as the walk led
 * @param words the heap's words from address 0, or null: too many
 * @param links what the words after the header of a free block say
 * @param chains where they lead
 * @param cursor the block a next-fit search starts from, or 0
 * @param broken where the walk broke off, or null
 */
record Scan(
        int heapBytes,
        List<Block> blocks,
        int[] words,
        int headerBytes,
        Links links,
        List<Chain> chains,
        int cursor,
        BrokenHeap broken) {
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    static final int MOST_WORDS = 1 << 14; // beyond it only blocks are kept

    /** A block: where it starts, its bytes in all, and which of them are not payload. */
    record Block(int address, int bytes, boolean allocated, int header, int links, int footer) {
        int end() {
            return address + bytes;
        }

        int payload() {
            return address + header;
        }

        int payloadBytes() {
            return bytes - header - footer;
        }

        /** Its size and allocated bit. */
        String tag(Unit unit) {
            return unit.tag(bytes, allocated);
        }
    }

    static Scan of(Inspectable heap) {
        List<Block> blocks = new ArrayList<>();
        BrokenHeap broken = null;
        try {
            heap.walk((at, bytes, allocated) -> blocks.add(block(heap, at, bytes, allocated)));
        } catch (BrokenHeap e) {
            broken = e;
        }
        int brk = heap.memory().brk();
        int[] words = brk / Memory.WORD > MOST_WORDS ? null : words(heap.memory());
        return new Scan(
                brk,
                List.copyOf(blocks),
                words,
                heap.headerBytes(),
                heap.links(),
                heap.chains(),
                heap.cursor(),
                broken);
    }

    private static Block block(Inspectable heap, int address, int bytes, boolean allocated) {
        return new Block(
                address,
                bytes,
                allocated,
                heap.headerBytes(),
                allocated ? 0 : heap.links().bytes(),
                heap.footerBytes(allocated));
    }

    private static int[] words(Memory memory) {
        int[] words = new int[memory.brk() / Memory.WORD];
        for (int i = 0; i < words.length; i++) words[i] = memory.word(i * Memory.WORD);
        return words;
    }

    /** The block that an address lies in, or null. */
    Block at(int address) {
        int index = index(address);
        return index < 0 ? null : blocks.get(index);
    }

    /** Index of the block that an address lies in, or -1. */
    private int index(int address) {
        int low = 0;
        int high = blocks.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Block block = blocks.get(middle);
            if (address < block.address()) high = middle - 1;
            else if (address >= block.end()) low = middle + 1;
            else return middle;
        }
        return -1;
    }

    /** What the index itself leads to in a chain: "list" or "root", or which sizes of several. */
    String rootName(Chain chain, Unit unit) {
        if (links == Links.TREE) return "root";
        if (chain.name().endsWith("list")) return "list";
        return numbers(chain.name(), unit::of).replace(" to ", "–").replace(" or more", "+");
    }

    /** The name of a list, each number of bytes in it in another unit. */
    static String numbers(String name, IntUnaryOperator unit) {
        return NUMBER.matcher(name.replace(" bytes", ""))
                .replaceAll(n -> "" + unit.applyAsInt(Integer.parseInt(n.group())));
    }

    /** Bytes of allocated blocks between two addresses. */
    int allocatedBytes(int from, int to) {
        int sum = 0;
        for (int i = Math.max(0, index(from)); i < blocks.size(); i++) {
            Block b = blocks.get(i);
            if (b.address() >= to) break;
            int bytes = Math.min(to, b.end()) - Math.max(from, b.address());
            if (b.allocated() && bytes > 0) sum += bytes;
        }
        return sum;
    }

    long count(boolean allocated) {
        return blocks.stream().filter(b -> b.allocated() == allocated).count();
    }

    int bytes(boolean allocated) {
        return blocks.stream().filter(b -> b.allocated() == allocated).mapToInt(Block::bytes).sum();
    }

    int largestFree() {
        return blocks.stream().filter(b -> !b.allocated()).mapToInt(Block::bytes).max().orElse(0);
    }
}
