package heaplab.view;

import static heaplab.view.Best.End.LOWEST;
import static heaplab.view.Best.End.NONE;

import heaplab.metrics.OperationCosts;
import java.util.List;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What operations cost, a row for each policy: steps on average and at most, joins, sweeps. */
final class CostTable {
    private CostTable() {}

    static Table of(List<OperationCosts> runs) {
        return Table.create(
                runs.get(0).trace().name(),
                StringColumn.create("policy", runs.stream().map(OperationCosts::name)),
                column("steps per free", runs, r -> r.frees().mean(), 2, LOWEST),
                column("longest free", runs, r -> r.frees().longest(), 0, LOWEST),
                column("steps per malloc", runs, r -> r.requests().mean(), 0, LOWEST),
                column("longest malloc", runs, r -> r.requests().longest(), 0, LOWEST),
                column("joins", runs, r -> r.work().joins, 0, NONE),
                column("sweeps", runs, r -> r.work().sweeps, 0, NONE));
    }

    private static DoubleColumn column(
            String name,
            List<OperationCosts> runs,
            ToDoubleFunction<OperationCosts> figure,
            int decimals,
            Best.End good) {
        return Best.column(name, runs.stream().mapToDouble(figure), decimals, good);
    }
}
