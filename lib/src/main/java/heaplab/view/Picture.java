package heaplab.view;

/**
 * Anything that shows itself as the last expression of a cell: a heap, a chart, a table, a movie.
 */
public interface Picture {
    Bundle bundle();
}
