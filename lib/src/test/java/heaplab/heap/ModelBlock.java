package heaplab.heap;

/** A block of a {@link ModelHeap}. */
final class ModelBlock {
    final int start; // address of its header
    int size; // bytes, tags included
    boolean allocated;
    boolean gone; // part of another block by now

    ModelBlock(int start, int size) {
        this.start = start;
        this.size = size;
    }

    boolean isFree() {
        return !allocated && !gone;
    }

    int end() {
        return start + size;
    }
}
