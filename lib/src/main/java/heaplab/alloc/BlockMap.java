package heaplab.alloc;

import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which block lies at an address: live and freed ones, where freed ones are remembered until their
 * memory is used again. Cost: logarithmic in the number of blocks.
 */
final class BlockMap {
    private final NavigableMap<Integer, GuardedBlock> blocks = new TreeMap<>(); // by start

    /** Adds a block, and forgets those whose memory it uses again. */
    void add(GuardedBlock block) {
        Entry<Integer, GuardedBlock> before = blocks.lowerEntry(block.start);
        if (before != null && before.getValue().wholeEnd() > block.start)
            blocks.remove(before.getKey());
        blocks.subMap(block.start, block.wholeEnd()).clear();
        blocks.put(block.start, block);
    }

    /** The block that an address lies in, redzones included; or null. */
    GuardedBlock at(int address) {
        Entry<Integer, GuardedBlock> entry = blocks.floorEntry(address);
        boolean inside = entry != null && address < entry.getValue().wholeEnd();
        return inside ? entry.getValue() : null;
    }

    /** The blocks that are not freed, by address. */
    Stream<GuardedBlock> live() {
        return blocks.values().stream().filter(GuardedBlock::isLive);
    }
}
