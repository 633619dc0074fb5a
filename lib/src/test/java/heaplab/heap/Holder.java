package heaplab.heap;

import static heaplab.heap.Allocator.NULL;

import java.util.ArrayList;
import java.util.List;

/** A program that tests nothing, and knows only the addresses of the blocks it holds. */
final class Holder {
    private final Allocator heap;
    private final List<Integer> held;

    Holder(Allocator heap) {
        this(heap, List.of());
    }

    Holder(Allocator heap, List<Integer> heldBefore) {
        this.heap = heap;
        held = new ArrayList<>(heldBefore);
    }

    /** Does one step; what the allocator answered, or NULL for a free. */
    int step(Op op) {
        int pick = held.isEmpty() ? 0 : op.pick() % held.size();
        int old = held.isEmpty() ? NULL : held.get(pick);
        int address = answer(op, old);
        boolean resized = op.kind() == Op.Kind.REALLOC && (address != NULL || op.bytes() == 0);
        if (old != NULL && (resized || op.kind() == Op.Kind.FREE)) held.remove(pick);
        if (address != NULL) held.add(address);
        return address;
    }

    private int answer(Op op, int old) {
        switch (op.kind()) {
            case MALLOC:
                return heap.malloc(op.bytes());
            case CALLOC:
                return heap.calloc(op.count(), op.bytes());
            case REALLOC:
                return heap.realloc(old, op.bytes());
            case FREE:
                heap.free(old);
                return NULL;
            default:
                return NULL;
        }
    }

    List<Integer> held() {
        return held;
    }
}
