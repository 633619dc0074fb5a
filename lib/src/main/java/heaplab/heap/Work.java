package heaplab.heap;

/**
 * What a heap has done, counted where it happens: the same on every machine, so tests and grades
 * can use it. All are numbers of events since the heap was made, unless a unit is named.
 */
public final class Work {
    public long mallocs; // requests of 1 byte or more, granted or not
    public long frees; // blocks given back
    public long refused; // requests answered with NULL
    public long visits; // blocks looked at while searching for a free one
    public long scans; // blocks walked over: to find the one before, to list, to sweep
    public long splits; // blocks cut in two
    public long joins; // pairs of neighbours made one block
    public long sweeps; // walks that joined all free neighbours
    public long growths; // times the break was moved up
    public long trims; // times the break was moved down
    public long copiedBytes; // bytes moved by realloc

    /** Blocks that a search looked at, per malloc; 0 when there was none. */
    public double visitsPerMalloc() {
        return perMalloc(visits);
    }

    /** Blocks looked at per malloc, by its search and by the free; 0 when there was none. */
    public double looksPerMalloc() {
        return perMalloc(visits + scans);
    }

    private double perMalloc(long events) {
        return mallocs == 0 ? 0 : (double) events / mallocs;
    }
}
