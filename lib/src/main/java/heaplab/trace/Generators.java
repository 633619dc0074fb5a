package heaplab.trace;

/**
 * The synthetic traces of the malloc lab, from their parameters alone: each was made to hurt one
 * design. A block's id is the number of mallocs before its own. Source: CS:APP 3e, malloc lab.
 */
public final class Generators {
    private static final int REALLOC_ROUNDS = 4800;

    private Generators() {}

    /** Small and large blocks in turn, 64 and 448 bytes: 8000 operations. */
    public static Trace binary() {
        return binary(64, 448, 2000);
    }

    /** As {@link #binary()} with 16 and 112 bytes: 16,000 operations. */
    public static Trace binary2() {
        return binary(16, 112, 4000);
    }

    /**
     * Two sizes in turn, n times; then all the second ones are freed; then n blocks of both sizes
     * together, for which no hole is large enough: an allocator that keeps sizes apart reuses them.
     */
    public static Trace binary(int bytes1, int bytes2, int n) {
        Trace.Builder trace = Trace.named("binary(%d, %d, %d)".formatted(bytes1, bytes2, n));
        for (int i = 0; i < n; i++) trace.malloc(2 * i, bytes1).malloc(2 * i + 1, bytes2);
        for (int i = 0; i < n; i++) trace.free(2 * i + 1);
        for (int i = 0; i < n; i++) trace.malloc(2 * n + i, bytes1 + bytes2);
        return trace.build();
    }

    /** Coalescing with 4095 bytes and 2400 rounds: 14,400 operations. */
    public static Trace coalescing() {
        return coalescing(4095, 2400);
    }

    /**
     * Two equal blocks, freed, then one of both sizes together: whoever does not join free
     * neighbours needs new memory for it.
     */
    public static Trace coalescing(int bytes, int rounds) {
        Trace.Builder trace = Trace.named("coalescing(%d, %d)".formatted(bytes, rounds));
        for (int id = 0; id < 3 * rounds; id += 3) {
            trace.malloc(id, bytes).malloc(id + 1, bytes).free(id).free(id + 1);
            trace.malloc(id + 2, 2 * bytes).free(id + 2);
        }
        return trace.build();
    }

    /** A block grown from 512 bytes by 128, between blocks of 128: 14,401 operations. */
    public static Trace realloc() {
        return realloc(512, 128, 128);
    }

    /** A block grown from 4092 bytes by 5, between blocks of 16: 14,401 operations. */
    public static Trace realloc2() {
        return realloc(4092, 5, 16);
    }

    /** {@link #realloc(int, int, int, int)} with 4800 rounds. */
    public static Trace realloc(int bytes, int step, int smallBytes) {
        return realloc(bytes, step, smallBytes, REALLOC_ROUNDS);
    }

    /**
     * One block grows step by step while small ones come and go right behind it: growing in place
     * needs foresight, moving it every time copies everything.
     */
    public static Trace realloc(int bytes, int step, int smallBytes, int rounds) {
        Trace.Builder trace = Trace.named("realloc(%d, %d, %d)".formatted(bytes, step, smallBytes));
        trace.malloc(0, bytes).malloc(1, smallBytes);
        for (int i = 1; i < rounds; i++)
            trace.realloc(0, bytes + i * step).malloc(i + 1, smallBytes).free(i);
        return trace.free(rounds).free(0).build();
    }
}
