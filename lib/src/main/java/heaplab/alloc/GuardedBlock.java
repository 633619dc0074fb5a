package heaplab.alloc;

import heaplab.alloc.HeapError.Kind;
import heaplab.memory.Memory;
import java.util.BitSet;

/**
 * A block as {@link Checked} hands it out: a redzone on either side, bytes that no correct program
 * touches.
 *
 * <pre>
 * start      address             end        end + redzone
 * | redzone  | payload ......... | redzone  |
 * | FD FD FD | CD CD, freed: DD  | FD FD FD |
 * </pre>
 */
final class GuardedBlock {
    static final int NONE = -1; // no address

    private static final int REDZONE = 0xFD;
    private static final int FRESH = 0xCD;
    private static final int FREED = 0xDD;

    final int start; // of the block in the heap below
    final int address; // of the payload
    final int bytes; // of payload, as asked for
    final int allocatedBy; // operation
    int freedBy; // operation; 0: live
    final BitSet written = new BitSet(); // bytes of payload that the program has stored to

    private final Memory memory;
    private final int redzone; // bytes of each

    GuardedBlock(Memory memory, int start, int redzone, int bytes, int operation) {
        this.memory = memory;
        this.start = start;
        this.redzone = redzone;
        this.bytes = bytes;
        address = start + redzone;
        allocatedBy = operation;
        memory.fill(address, bytes, FRESH);
        fillBefore();
        fillAfter();
    }

    int end() {
        return address + bytes;
    }

    /** Bytes with both redzones. */
    int wholeBytes() {
        return bytes + 2 * redzone;
    }

    /** The end of the rear redzone. */
    int wholeEnd() {
        return start + wholeBytes();
    }

    boolean isLive() {
        return freedBy == 0;
    }

    void free(int operation) {
        freedBy = operation;
        fillFreed();
    }

    void fillBefore() {
        memory.fill(start, redzone, REDZONE);
    }

    void fillAfter() {
        memory.fill(end(), redzone, REDZONE);
    }

    void fillFreed() {
        memory.fill(address, bytes, FREED);
    }

    /** The last byte of the front redzone that is not as it was left, or NONE. */
    int damageBefore() {
        int at = address - 1;
        while (at >= start && memory.byteAt(at) == REDZONE) at--;
        return at >= start ? at : NONE;
    }

    /** The first byte of the rear redzone that is not as it was left, or NONE. */
    int damageAfter() {
        return firstOther(end(), end() + redzone, REDZONE);
    }

    /** The first byte of a freed payload that is not as it was left, or NONE. */
    int damageFreed() {
        return isLive() ? NONE : firstOther(address, end(), FREED);
    }

    private int firstOther(int from, int to, int value) {
        for (int at = from; at < to; at++) if (memory.byteAt(at) != value) return at;
        return NONE;
    }

    /** Whether nobody has written a byte of the payload, here or through the memory itself. */
    boolean isFresh(int at) {
        return !written.get(at - address) && memory.byteAt(at) == FRESH;
    }

    /** What is wrong with an access to an address of this block; null: nothing. */
    Kind misuse(int at) {
        if (!isLive()) return Kind.USE_AFTER_FREE;
        if (at < address) return Kind.UNDERFLOW;
        return at < end() ? null : Kind.OVERFLOW;
    }

    /** Where an address is, seen from this block. */
    String position(int at) {
        if (at < address) return " (%d before the block)".formatted(address - at);
        if (at < end()) return " (byte %d of the block)".formatted(at - address);
        return " (%d past the end of the block)".formatted(at - end() + 1);
    }

    @Override
    public String toString() {
        return "%d bytes at %d, allocated by operation %d, %s"
                .formatted(
                        bytes,
                        address,
                        allocatedBy,
                        isLive() ? "not freed" : "freed by operation " + freedBy);
    }
}
