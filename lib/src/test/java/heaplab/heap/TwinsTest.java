package heaplab.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import heaplab.Heaps;
import heaplab.policy.AddressOrder;
import heaplab.policy.BestFit;
import heaplab.policy.ExplicitTracking;
import heaplab.policy.FirstFit;
import heaplab.policy.GoodFit;
import heaplab.policy.ImplicitTracking;
import heaplab.policy.NeverCoalesce;
import heaplab.policy.NextFit;
import heaplab.policy.PowersOfTwo;
import heaplab.policy.SegregatedTracking;
import heaplab.policy.SizeOrder;
import heaplab.policy.SizeTreeTracking;
import heaplab.policy.SteppedClasses;
import heaplab.policy.TlsfTracking;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Different ways to keep track of free blocks that must come to the same heap. */
class TwinsTest {
    private static final Tracking IMPLICIT = new ImplicitTracking();
    private static final Tracking BY_ADDRESS = new ExplicitTracking(new AddressOrder());
    private static final Tracking BY_SIZE = new ExplicitTracking(new SizeOrder());
    private static final Tracking TREE = new SizeTreeTracking();

    /** Two recipes that are alike but for one choice. */
    private record Twins(Recipe one, Recipe other) {}

    @Provide
    Arbitrary<List<Op>> programs() {
        return Op.programs(200);
    }

    /** With boundary tags, so that the smallest block has room for links in any case. */
    private static Stream<Recipe> bases() {
        return Variants.SPLITS.stream()
                .flatMap(
                        split ->
                                Variants.COALESCES.stream()
                                        .map(Heaps.recipe(new FirstFit()).with(split)::with))
                .flatMap(base -> Stream.of(Realloc.values()).map(base::with))
                .map(base -> base.withChunk(192).withTrim(256).withLimit(3000));
    }

    @Provide
    Arbitrary<Twins> sameAddresses() {
        List<Twins> all = new ArrayList<>();
        bases().forEach(base -> addTwins(all, base));
        all.removeIf(t -> !t.one().objection().isEmpty() || !t.other().objection().isEmpty());
        return Arbitraries.of(all);
    }

    private static void addTwins(List<Twins> all, Recipe base) {
        Recipe best = base.with(new BestFit());
        all.add(new Twins(best.with(IMPLICIT), best.with(TREE)));
        all.add(new Twins(best.with(BY_SIZE), base.with(BY_SIZE)));
        all.add(new Twins(best.with(BY_ADDRESS), best.with(TREE)));
        for (Fit fit : Variants.FITS)
            if (!(fit instanceof NextFit))
                all.add(new Twins(base.with(fit).with(IMPLICIT), base.with(fit).with(BY_ADDRESS)));
        Recipe next = base.with(new NextFit());
        Tracking lists = new SegregatedTracking(new SteppedClasses());
        all.add(new Twins(base.with(lists), next.with(lists))); // which has no cursor
    }

    @Property(tries = 2500, seed = "21", edgeCases = EdgeCasesMode.NONE)
    void twinsGiveTheSameAddresses(
            @ForAll("sameAddresses") Twins twins, @ForAll("programs") List<Op> program) {
        ListHeap one = twins.one().heap();
        ListHeap other = twins.other().heap();
        Holder holder = new Holder(one);
        Holder otherHolder = new Holder(other);
        for (Op op : program) {
            Supplier<String> where = where(twins, op, one.toString());
            assertEquals(holder.step(op), otherHolder.step(op), where);
            assertEquals(one.toString(), other.toString(), where);
        }
    }

    @Provide
    Arbitrary<Twins> sameSizes() {
        Recipe base =
                Heaps.recipe(new BestFit())
                        .with(new NeverCoalesce())
                        .with(Realloc.ALWAYS_MOVES)
                        .withLimit(4000);
        List<Twins> all = new ArrayList<>();
        for (Split split : Variants.SPLITS)
            for (Tracking tracking : List.of(BY_SIZE, new ExplicitTracking()))
                all.add(new Twins(base.with(split).with(TREE), base.with(split).with(tracking)));
        return Arbitraries.of(all);
    }

    /**
     * Best fit breaks ties as its list does: where nothing is joined, sizes are all that counts.
     */
    @Property(tries = 1000, seed = "22", edgeCases = EdgeCasesMode.NONE)
    void tiesChangeAddressesButNoSizes(
            @ForAll("sameSizes") Twins twins, @ForAll("programs") List<Op> program) {
        ListHeap one = twins.one().heap();
        ListHeap other = twins.other().heap();
        Holder holder = new Holder(one);
        Holder otherHolder = new Holder(other);
        for (Op op : program) {
            Supplier<String> where = where(twins, op, one.toString());
            int address = holder.step(op);
            int otherAddress = otherHolder.step(op);
            assertEquals(address == Allocator.NULL, otherAddress == Allocator.NULL, where);
            if (address != Allocator.NULL)
                assertEquals(one.usable(address), other.usable(otherAddress), where);
            assertEquals(sizes(one), sizes(other), where);
        }
    }

    private static Supplier<String> where(Twins twins, Op op, String before) {
        return () -> "%s and %s: %s in %s".formatted(twins.one(), twins.other(), op, before);
    }

    private static List<String> sizes(ListHeap heap) {
        return Stream.of(heap.toString().split(" ")).sorted().toList();
    }

    /** Rounding up to a power of two is what TLSF does with one step for each. */
    @Property(tries = 300, seed = "23", edgeCases = EdgeCasesMode.NONE)
    void halfFitIsTlsfWithOneStep(@ForAll("programs") List<Op> program) {
        Recipe recipe = Heaps.recipe(new GoodFit()).withChunk(512).withLimit(6000);
        ListHeap half = recipe.with(new TlsfTracking(new PowersOfTwo())).heap();
        ListHeap one = recipe.with(new TlsfTracking(new SteppedClasses(0))).heap();
        Holder holder = new Holder(half);
        Holder otherHolder = new Holder(one);
        for (Op op : program) {
            assertEquals(holder.step(op), otherHolder.step(op), op + " in " + half);
            assertEquals(
                    half.chains().stream().map(FreeIndex.Chain::blocks).toList(),
                    one.chains().stream().map(FreeIndex.Chain::blocks).toList());
        }
    }
}
