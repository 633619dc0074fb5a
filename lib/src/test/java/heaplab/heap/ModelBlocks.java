package heaplab.heap;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The blocks of a {@link ModelHeap} in the order of their addresses. */
final class ModelBlocks {
    private final List<ModelBlock> row = new ArrayList<>();
    private final int first; // address of the first block

    ModelBlocks(int first) {
        this.first = first;
    }

    List<ModelBlock> all() {
        return List.copyOf(row);
    }

    List<ModelBlock> free() {
        return row.stream().filter(ModelBlock::isFree).toList();
    }

    int count() {
        return row.size();
    }

    int end() {
        return row.isEmpty() ? first : last().end();
    }

    ModelBlock last() {
        return row.get(row.size() - 1);
    }

    ModelBlock at(int start) {
        return row.stream().filter(b -> b.start == start).findFirst().orElseThrow();
    }

    ModelBlock freeAfter(ModelBlock block) {
        int next = row.indexOf(block) + 1;
        return next < row.size() && row.get(next).isFree() ? row.get(next) : null;
    }

    ModelBlock freeBefore(ModelBlock block) {
        int previous = row.indexOf(block) - 1;
        return previous >= 0 && row.get(previous).isFree() ? row.get(previous) : null;
    }

    /** A new block at the end. */
    ModelBlock append(int size) {
        row.add(new ModelBlock(end(), size));
        return last();
    }

    /** Leaves a block this size: the rest, a new block. */
    ModelBlock cut(ModelBlock block, int size) {
        ModelBlock rest = new ModelBlock(block.start + size, block.size - size);
        block.size = size;
        row.add(row.indexOf(block) + 1, rest);
        return rest;
    }

    /** A block takes in the next one. */
    void swallow(ModelBlock block, ModelBlock next) {
        block.size += next.size;
        drop(next);
    }

    void drop(ModelBlock block) {
        row.remove(block);
        block.gone = true;
    }

    @Override
    public String toString() {
        return row.stream()
                .map(b -> (b.allocated ? "A" : "F") + b.size)
                .collect(Collectors.joining(" "));
    }
}
