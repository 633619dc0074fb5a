package heaplab.notebook;

import heaplab.metrics.OperationCosts;
import heaplab.view.Bundle;
import heaplab.view.Charts;
import heaplab.view.Picture;
import heaplab.view.Tables;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * What each operation of a comparison cost; as a picture the cost of free and malloc over time. A
 * step is a block looked at, walked over or joined.
 */
public final class Costs implements Picture {
    private final List<OperationCosts> runs;

    Costs(List<OperationCosts> runs) {
        this.runs = List.copyOf(runs);
    }

    @Override
    public Bundle bundle() {
        return Charts.costs(runs).bundle();
    }

    /** A row for each contestant: steps per free and malloc, on average and at most. */
    public Table table() {
        return Tables.costs(runs);
    }

    /** The costs of all contestants, in their order. */
    public List<OperationCosts> runs() {
        return runs;
    }

    /**
     * The costs of one contestant, by the name it has in the table.
     *
     * @throws IllegalArgumentException that lists the names when there is none
     */
    public OperationCosts run(String name) {
        return runs.stream()
                .filter(run -> run.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "found %s, expected one of %s"
                                                .formatted(
                                                        name,
                                                        runs.stream()
                                                                .map(OperationCosts::name)
                                                                .toList())));
    }
}
