package heaplab.heap;

/**
 * Where a list heap keeps its static variables: addresses of words below the heap, as a C allocator
 * has them in .data and .bss. All are 0 in a new memory.
 *
 * <pre>
 * -4096                   -1024         -24    -20      -16      -12      -8           -4       0
 * | sentinels of lists ...| bit maps ...| TREE | BLOCKS | NOTE_1 | NOTE_0 | LIVE_BYTES | CURSOR | heap
 * </pre>
 */
final class Statics {
    static final int CURSOR = -4; // the block where a next-fit search starts; 0: the first
    static final int LIVE_BYTES = -8; // bytes in allocated blocks, with tags
    static final int NOTE_0 = -12; // the coalescing policy's, as is the next
    static final int NOTE_1 = -16;
    static final int BLOCKS = -20; // number of blocks, of both kinds
    static final int TREE = -24; // the root of a tree of free blocks; 0: it is empty
    static final int MAPS = -1024; // which of the lists are not empty: a bit each
    static final int LISTS = -4096; // sentinels of lists, 8 bytes each: see FreeLists

    private Statics() {}
}
