package heaplab.notebook;

import heaplab.alloc.FreeListOptions;
import heaplab.alloc.FreeListSimulator;
import heaplab.alloc.ListOrder;
import heaplab.alloc.ListPlacement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The mistakes that can be made with a free list of some options, the likeliest first. */
final class Mistakes {
    private final FreeListOptions options;
    private final List<Mistake> all = new ArrayList<>();

    private Mistakes(FreeListOptions options) {
        this.options = options;
    }

    static List<Mistake> of(FreeListOptions options) {
        Mistakes mistakes = new Mistakes(options);
        if (options.headerBytes() > 0) mistakes.withHeaders();
        if (options.alignment() > 1) mistakes.withAlignment();
        if (options.coalesces()) mistakes.withCoalescing();
        else
            mistakes.told(
                    "coalesced",
                    "here entries that touch are not joined",
                    options.withCoalescing(true));
        mistakes.withPlacement();
        mistakes.withOrder();
        return List.copyOf(mistakes.all);
    }

    private void told(String what, String right, FreeListOptions wrong) {
        all.add(Mistake.ofOptions(what, right, wrong));
    }

    private void made(String what, String right, Supplier<FreeListSimulator> heap) {
        all.add(new Mistake(what, right, heap, options.headerBytes()));
    }

    private void withHeaders() {
        String forgot = "forgot the header";
        String more = "each block takes %d bytes more".formatted(options.headerBytes());
        String behind = "malloc returns the address behind it";
        told(forgot, more + ", and " + behind, options.withHeader(0));
        all.add(new Mistake(forgot, behind, () -> new FreeListSimulator(options), 0));
        made(forgot, more, () -> MistakenLists.withoutRoomForHeaders(options));
    }

    private void withAlignment() {
        String multiple = "up to a multiple of " + options.alignment();
        String address = "rounded the address, not the size";
        String anywhere = "here sizes are rounded %s, and a block may start anywhere";
        for (boolean payload : new boolean[] {false, true})
            made(
                    address,
                    anywhere.formatted(multiple),
                    () -> MistakenLists.roundingAddresses(options, payload));
        made(
                "added the header before rounding",
                "the size is rounded %s first, then the header is added".formatted(multiple),
                () -> MistakenLists.roundingTheSum(options));
        told(
                "did not round the size",
                "it is rounded " + multiple,
                options.withAlignment(FreeListOptions.UNALIGNED));
    }

    private void withCoalescing() {
        told(
                "did not coalesce",
                "a freed block joins the entries that it touches",
                options.withCoalescing(false));
        made(
                "joined only forward",
                "a freed block joins the entry before it as well",
                () -> MistakenLists.joiningOneWay(options, true));
        made(
                "joined only backward",
                "a freed block joins the entry after it as well",
                () -> MistakenLists.joiningOneWay(options, false));
        if (options.order() != ListOrder.ADDRSORT)
            made(
                    "joined entries that are apart in the list",
                    "one pass over the list joins only neighbours in the list",
                    () -> MistakenLists.joiningAnywhere(options));
    }

    private void withPlacement() {
        made(
                "split off the wrong end",
                "a block is the low end of its entry, and the rest above it stays in the list",
                () -> MistakenLists.takingTheEnd(options));
        for (ListPlacement other : ListPlacement.values())
            if (other != options.placement())
                told(
                        "took the " + other.words(),
                        "this list is searched for the " + options.placement().words(),
                        options.with(other));
        if (options.placement() != ListPlacement.FIRST)
            made(
                    "took the later of two equal entries",
                    "the one that comes first in the list is taken",
                    () -> MistakenLists.takingTheLastOfEquals(options));
    }

    private void withOrder() {
        for (ListOrder other : ListOrder.values())
            if (other != options.order())
                told(
                        "kept the list " + other.words(),
                        "this one is kept " + options.order().words(),
                        options.with(other));
        made(
                "sorted the list after a malloc",
                "it is sorted only when a block is freed; the rest of an entry keeps its place",
                () -> MistakenLists.sortingOften(options));
    }
}
