package heaplab.heap;

import heaplab.memory.Memory;
import java.util.List;

/** What the words after the header of a free block say. */
public enum Links {
    /** Nothing: the block is found by the sizes of those before it. */
    NONE(),
    /** Its two neighbours in a list; a negative one is the end of a ring: see {@link FreeLists}. */
    LIST("next", "prev"),
    /** Its two subtrees. */
    TREE("smaller", "larger");

    private final List<String> names;

    Links(String... names) {
        this.names = List.of(names);
    }

    /** A name for each word, in the order in which they follow the header. */
    public List<String> names() {
        return names;
    }

    /** Bytes that the links need in each free block. */
    public int bytes() {
        return Memory.WORD * names.size();
    }
}
