package heaplab.metrics;

import heaplab.heap.Allocator;
import heaplab.heap.Work;
import heaplab.trace.Replay;
import heaplab.trace.Trace;
import java.util.List;

/**
 * What each single operation of a replay cost: who pays for joining, free or malloc, and how much
 * at once. The same on every machine. Cost: the replay.
 *
 * @param name of the allocator, as in the legend of a chart
 * @param trace that was replayed
 * @param requests what malloc and realloc cost
 * @param frees what free cost
 * @param work what the heap did in all
 */
public record OperationCosts(String name, Trace trace, Effort requests, Effort frees, Work work) {
    /** Intervals of a replay. */
    public static final int INTERVALS = 60;

    /** Replays a trace on a heap of each contestant. */
    public static List<OperationCosts> of(Trace trace, List<Contestant> contestants) {
        return contestants.stream().map(c -> of(c.name(), trace, c.heap().get())).toList();
    }

    /** Replays a trace on an allocator that nothing was asked of yet. */
    public static OperationCosts of(String name, Trace trace, Allocator heap) {
        Effort requests = new Effort(INTERVALS);
        Effort frees = new Effort(INTERVALS);
        Work work = Timeline.workOf(heap);
        Replay replay = new Replay(trace, heap);
        long before = steps(work);
        for (int op = 0; op < trace.operations(); op++) {
            replay.runTo(op + 1);
            long after = steps(work);
            Effort effort = trace.kind(op) == Trace.FREE ? frees : requests;
            effort.add((int) ((long) op * INTERVALS / trace.operations()), after - before);
            before = after;
        }
        return new OperationCosts(name, trace, requests, frees, work);
    }

    private static long steps(Work work) {
        return work.visits + work.scans + work.joins;
    }

    /** Operations done at the end of an interval. */
    public int end(int interval) {
        return (int) ((long) trace.operations() * (interval + 1) / INTERVALS);
    }
}
