package heaplab.view;

import heaplab.alloc.FreeListOptions;
import heaplab.view.FreeListPicture.Moment;
import java.awt.Color;
import java.util.List;

/** What the fills of a free list's picture mean: only those that it shows. */
final class FreeListLegend {
    private FreeListLegend() {}

    static Drawing of(FreeListOptions options, List<Moment> moments) {
        Swatches legend = new Swatches();
        boolean allocated = moments.stream().anyMatch(m -> !m.blocks().isEmpty());
        if (allocated && options.headerBytes() > 0) legend.hatched("header", Ink.SKY);
        if (allocated) legend.fill("allocated", Ink.BLUE);
        legend.fill("free, with its bytes", Color.WHITE);
        legend.fill("entry of the list: address, bytes", Ink.CREAM);
        if (moments.stream().anyMatch(m -> !m.fresh().isEmpty())) legend.outlined("changed");
        return legend;
    }
}
