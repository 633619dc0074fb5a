package heaplab.trace;

/**
 * What is known of a recorded trace.
 *
 * @param name by which {@link Datasets} finds it
 * @param program that was recorded
 * @param version of the program
 * @param command line it was started with
 * @param operations in the trace
 * @param ids in the trace
 * @param peakBytes most payload bytes ever live
 * @param reallocs among the operations
 * @param sha256 of the file
 * @param note what to know about it; may be empty
 */
public record Recording(
        String name,
        String program,
        String version,
        String command,
        int operations,
        int ids,
        int peakBytes,
        int reallocs,
        String sha256,
        String note) {}
