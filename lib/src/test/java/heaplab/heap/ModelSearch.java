package heaplab.heap;

import java.util.List;
import java.util.function.Consumer;

/** A fit, told as what ends a search at once, and what is kept until its end. */
final class ModelSearch {
    static final List<String> FITS =
            List.of(
                    "first fit",
                    "next fit",
                    "best fit",
                    "worst fit",
                    "good fit",
                    "exact then first fit");

    private final String fit;
    private final Consumer<ModelBlock> arrival;

    /** By the name of the fit; the heap is told of each block that a search comes to. */
    ModelSearch(String fit, Consumer<ModelBlock> arrival) {
        this.fit = fit;
        this.arrival = arrival;
    }

    /** What the fit takes of these free blocks, in this order; null: none. */
    ModelBlock among(List<ModelBlock> order, long size) {
        ModelBlock kept = null;
        for (ModelBlock block : List.copyOf(order)) {
            if (block.gone) continue;
            arrival.accept(block);
            if (block.size < size) continue;
            if (ends(block, size)) return block;
            if (kept == null || isBetter(block, kept)) kept = block;
        }
        return kept;
    }

    private boolean ends(ModelBlock block, long size) {
        return switch (fit) {
            case "first fit", "next fit" -> true;
            case "good fit" -> 100 * (block.size - size) <= 12 * size;
            case "worst fit" -> false;
            default -> block.size == size;
        };
    }

    private boolean isBetter(ModelBlock block, ModelBlock kept) {
        return switch (fit) {
            case "best fit", "good fit" -> block.size < kept.size;
            case "worst fit" -> block.size > kept.size;
            default -> false;
        };
    }
}
