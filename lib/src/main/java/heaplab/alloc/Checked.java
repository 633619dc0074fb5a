package heaplab.alloc;

import heaplab.alloc.HeapError.Kind;
import heaplab.heap.Allocator;
import heaplab.memory.Memory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A memory debugger around any allocator: it notices what free and malloc cannot. Blocks get
 * redzones and are filled with junk; freed ones wait in quarantine, so that late writes hit nobody
 * and are seen when they leave it. {@link #load} and {@link #store} check each access at once;
 * writes through the memory itself are found when the block is freed or reused, or by {@link
 * #check}.
 *
 * <p>Cost: two redzones per block, the quarantine, and a Java object per block, which no undo takes
 * back. Source: the ideas of Electric Fence, Valgrind and AddressSanitizer.
 */
public final class Checked implements Allocator {
    private static final int REDZONE_BYTES = 16;
    private static final int QUARANTINE_BYTES = 1 << 16;

    private final Allocator heap;
    private final int redzone; // bytes on each side
    private final BlockMap blocks = new BlockMap();
    private final Quarantine quarantine;
    private final List<HeapError> errors = new ArrayList<>();
    private boolean stops; // at the first error
    private int thrown; // errors before this one have been thrown
    private int operation; // calls so far

    /** Redzones of 16 bytes, a quarantine of 64 KiB. */
    public Checked(Allocator heap) {
        this(heap, REDZONE_BYTES, QUARANTINE_BYTES);
    }

    /** Redzones in bytes, a multiple of 16; bytes that may wait in quarantine. */
    public Checked(Allocator heap, int redzoneBytes, int quarantineBytes) {
        if (redzoneBytes <= 0 || redzoneBytes > 1 << 16 || redzoneBytes % 16 != 0)
            throw new IllegalArgumentException(
                    "redzone of %d bytes: expected a multiple of 16 up to 65536"
                            .formatted(redzoneBytes));
        this.heap = heap;
        redzone = redzoneBytes;
        quarantine = new Quarantine(Allocator.requireSize(quarantineBytes));
    }

    /** From now on errors are not only collected: each call throws the first one it meets. */
    public Checked stopping() {
        stops = true;
        return this;
    }

    @Override
    public int malloc(int bytes) {
        operation++;
        GuardedBlock block = allocate(Allocator.requireSize(bytes));
        return answer(block);
    }

    @Override
    public int calloc(int count, int bytes) {
        operation++;
        GuardedBlock block =
                allocate((long) Allocator.requireSize(count) * Allocator.requireSize(bytes));
        if (block != null) {
            memory().fill(block.address, block.bytes, 0);
            block.written.set(0, block.bytes);
        }
        return answer(block);
    }

    /** Always a new block, so that forgotten copies of the old address are noticed. */
    @Override
    public int realloc(int address, int bytes) {
        operation++;
        Allocator.requireSize(bytes);
        GuardedBlock old = address == NULL ? null : held(address);
        if (address != NULL && old == null) return answer(null);
        GuardedBlock block = allocate(bytes);
        if (old != null && block != null) move(old, block);
        if (old != null && (block != null || bytes == 0)) retire(old);
        return answer(block);
    }

    @Override
    public void free(int address) {
        operation++;
        GuardedBlock block = address == NULL ? null : held(address);
        if (block != null) retire(block);
        answer(null);
    }

    /** The byte at an address, as the program reads it; 0 where it must not. */
    public int load(int address) {
        boolean allowed = isAllowed(address, "read");
        if (allowed && blocks.at(address).isFresh(address))
            report(Kind.UNINITIALISED_READ, address, "is read before it was ever written");
        answer(null);
        return allowed ? memory().byteAt(address) : 0;
    }

    /** Writes bytes, as the program does, up to the first that it must not write. */
    public void store(int address, int... values) {
        int at = address;
        for (int value : values) {
            if (!isAllowed(at, "written")) break;
            GuardedBlock block = blocks.at(at);
            block.written.set(at - block.address);
            memory().byteAt(at++, value);
        }
        answer(null);
    }

    /** Looks at every redzone and at all that is in quarantine now. */
    public void check() {
        blocks.live().forEach(this::inspect);
        quarantine.forEach(this::inspect);
        answer(null);
    }

    /** All errors so far, in order; without leaks, for nothing is one before the end. */
    public List<HeapError> errors() {
        return Collections.unmodifiableList(errors);
    }

    /** One error for each block that is not freed yet: leaks, if this is the program's end. */
    public List<HeapError> leaks() {
        return blocks.live()
                .map(
                        block ->
                                new HeapError(
                                        Kind.LEAK,
                                        block.address,
                                        operation,
                                        block.bytes + " bytes are still allocated",
                                        block))
                .toList();
    }

    @Override
    public int usable(int address) {
        GuardedBlock block = blocks.at(address);
        if (block == null || !block.isLive())
            throw new IllegalArgumentException(
                    where(address) + ": expected the address of a block that is not freed");
        return block.bytes;
    }

    @Override
    public Memory memory() {
        return heap.memory();
    }

    private GuardedBlock allocate(long bytes) {
        if (bytes == 0 || bytes > Integer.MAX_VALUE - 2 * redzone) return null;
        int whole = (int) bytes + 2 * redzone;
        int start = heap.malloc(whole);
        while (start == NULL && !quarantine.isEmpty()) {
            release();
            start = heap.malloc(whole);
        }
        if (start == NULL) return null;
        GuardedBlock block = new GuardedBlock(memory(), start, redzone, (int) bytes, operation);
        blocks.add(block);
        return block;
    }

    private void move(GuardedBlock from, GuardedBlock to) {
        int bytes = Math.min(from.bytes, to.bytes);
        memory().copy(from.address, to.address, bytes);
        to.written.or(from.written.get(0, bytes));
    }

    /** The block that the program gives back; null, and reported, when it must not. */
    private GuardedBlock held(int address) {
        GuardedBlock block = blocks.at(address);
        boolean exact = block != null && block.address == address;
        if (exact && block.isLive()) return block;
        if (exact) report(Kind.DOUBLE_FREE, address, "is freed again");
        else report(Kind.INVALID_FREE, address, "is freed");
        return null;
    }

    private void retire(GuardedBlock block) {
        inspect(block);
        block.free(operation);
        quarantine.add(block);
        while (quarantine.isOverLimit()) release();
    }

    /** The oldest block leaves quarantine: from now on its memory may be used again. */
    private void release() {
        GuardedBlock block = quarantine.remove();
        inspect(block);
        heap.free(block.start);
    }

    /** Reports what has been written where nobody should, and repairs it. */
    private void inspect(GuardedBlock block) {
        int before = block.damageBefore();
        int after = block.damageAfter();
        int freed = block.damageFreed();
        if (before >= 0) reportDamage(Kind.UNDERFLOW, before);
        if (after >= 0) reportDamage(Kind.OVERFLOW, after);
        if (freed >= 0) reportDamage(Kind.USE_AFTER_FREE, freed);
        if (before >= 0) block.fillBefore();
        if (after >= 0) block.fillAfter();
        if (freed >= 0) block.fillFreed();
    }

    private void reportDamage(Kind kind, int address) {
        int found = memory().byteAt(address);
        report(kind, address, "has been written: found 0x%02X".formatted(found));
    }

    private boolean isAllowed(int address, String done) {
        GuardedBlock block = blocks.at(address);
        Kind kind = block == null ? Kind.WILD_ACCESS : block.misuse(address);
        if (kind != null) report(kind, address, "is " + done);
        return kind == null;
    }

    /** An address in words, relative to the block it is in or next to. */
    private String where(int address) {
        GuardedBlock block = blocks.at(address);
        if (address == NULL) return "NULL";
        return "address " + address + (block == null ? ", in no block," : block.position(address));
    }

    private void report(Kind kind, int address, String what) {
        String text = where(address) + " " + what;
        errors.add(new HeapError(kind, address, operation, text, blocks.at(address)));
    }

    private int answer(GuardedBlock block) {
        int first = thrown;
        thrown = errors.size();
        if (stops && first < thrown) throw errors.get(first);
        return block == null ? NULL : block.address;
    }
}
