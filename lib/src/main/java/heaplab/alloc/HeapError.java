package heaplab.alloc;

import java.util.Locale;

/**
 * A bug of the simulated program: what it did, where, and which operations allocated and freed the
 * block. Operations are numbered from 1 in the order of the calls; 0 stands for none.
 */
public final class HeapError extends RuntimeException {
    /** What can go wrong, and why it matters. */
    public enum Kind {
        DOUBLE_FREE("a heap would list the block as free twice, and hand it out to two owners"),
        INVALID_FREE("free takes only what malloc, calloc or realloc returned"),
        USE_AFTER_FREE("by then the memory may belong to somebody else, or hold free-list links"),
        OVERFLOW("behind a block lie its neighbour's header and data"),
        UNDERFLOW("before a block lies its own header: free would believe a wrong size"),
        WILD_ACCESS("an address is good only if it lies in a block that the program holds"),
        UNINITIALISED_READ("malloc does not clear memory: the value is whatever was there before"),
        LEAK("nobody can free the block any more once its last pointer is gone");

        private final String reason;

        Kind(String reason) {
            this.reason = reason;
        }

        /** "use after free". */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final int address;
    private final int operation;
    private final int allocatedBy;
    private final int freedBy;

    /** An error; the block is null where the address is in none. */
    HeapError(Kind kind, int address, int operation, String what, GuardedBlock block) {
        super(text(kind, operation, what, block));
        this.kind = kind;
        this.address = address;
        this.operation = operation;
        allocatedBy = block == null ? 0 : block.allocatedBy;
        freedBy = block == null ? 0 : block.freedBy;
    }

    private static String text(Kind kind, int operation, String what, GuardedBlock block) {
        return "%s, noticed at operation %d: %s%n  block: %s%n  why it matters: %s"
                .formatted(kind, operation, what, block == null ? "none" : block, kind.reason);
    }

    public Kind kind() {
        return kind;
    }

    /** The first byte that is wrong, or the address that was freed. */
    public int address() {
        return address;
    }

    /** The operation during or after which it was noticed. */
    public int operation() {
        return operation;
    }

    /** The operation that allocated the block; 0 when the address is in none. */
    public int allocatedBy() {
        return allocatedBy;
    }

    /** The operation that freed the block; 0 when none did. */
    public int freedBy() {
        return freedBy;
    }
}
