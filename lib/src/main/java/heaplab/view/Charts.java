package heaplab.view;

import heaplab.metrics.BreakMoves;
import heaplab.metrics.Comparison;
import heaplab.metrics.OperationCosts;
import heaplab.trace.Trace;
import java.util.List;

/**
 * The charts, each made from what a replay has measured. They show the bound that no allocator can
 * beat, name their units, and give the same policy the same look everywhere.
 */
public final class Charts {
    private Charts() {}

    /** Memory over time: the heap of each policy, the payload, and the bound. */
    public static Chart memory(Comparison comparison) {
        return new OverTime(comparison).memory();
    }

    /** Internal and external fragmentation and utilization of each policy over time. */
    public static Chart fragmentation(Comparison comparison) {
        return new OverTime(comparison).fragmentation();
    }

    /** Blocks looked at per malloc over time; on a logarithmic axis where that spans decades. */
    public static Chart work(Comparison comparison) {
        return new OverTime(comparison).work();
    }

    /** Where every byte went, over time: one panel for each policy, on the same axes. */
    public static Chart ledger(Comparison comparison) {
        return LedgerChart.of(comparison);
    }

    /** What tags, alignment, classes and splitting cost over time: a panel for each recipe. */
    public static Chart blockCosts(Comparison comparison) {
        return BlockCostsChart.of(comparison);
    }

    /** Where free blocks lie: splinters and mean sizes by address, over the whole trace. */
    public static Chart freeBlocks(Comparison comparison) {
        return FreeBlocksChart.of(comparison);
    }

    /** What policies cost: utilization against blocks looked at, a panel for a trace. */
    public static Chart price(Comparison... comparisons) {
        return PriceChart.of(List.of(comparisons));
    }

    /** What free and malloc cost over time, and the longest single malloc; of one trace. */
    public static Chart costs(List<OperationCosts> runs) {
        return CostChart.of(runs);
    }

    /** System calls against unused memory: a line for each trace, a point for each chunk. */
    public static Chart growth(List<BreakMoves> growths) {
        return GrowthChart.of(growths);
    }

    /** How many requests ask for how much: sizes in classes from one power of two to the next. */
    public static Chart sizes(Trace trace) {
        return SizesChart.of(trace);
    }
}
