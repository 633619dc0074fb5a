package heaplab.heap;

/**
 * An invariant of an allocator does not hold: names the law and the address, and shows the heap.
 */
public final class BrokenHeap extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final String law;
    private final int address;

    /** The law in words, the address in bytes, what was found there, and the heap around it. */
    public BrokenHeap(String law, int address, String found, String picture) {
        super("law \"%s\" is broken at address %d: %s%n%s".formatted(law, address, found, picture));
        this.law = law;
        this.address = address;
    }

    /** The law that is broken, in words. */
    public String law() {
        return law;
    }

    /** Where: the address of a header, a footer or a static variable, in bytes. */
    public int address() {
        return address;
    }
}
