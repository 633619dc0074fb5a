package heaplab.notebook;

import heaplab.heap.Inspectable;
import heaplab.memory.Memory;

/** Memory as a program sees it: words, and nothing that says where a block begins or ends. */
record PlainWords(Memory memory) implements Inspectable {
    @Override
    public void walk(BlockVisitor visitor) {
        visitor.block(0, memory.brk(), true);
    }

    @Override
    public int headerBytes() {
        return 0;
    }

    @Override
    public int footerBytes(boolean allocated) {
        return 0;
    }
}
