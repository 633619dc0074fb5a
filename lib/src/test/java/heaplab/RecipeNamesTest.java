package heaplab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.heap.Allocator;
import heaplab.heap.Realloc;
import heaplab.heap.Recipe;
import heaplab.heap.Tags;
import heaplab.policy.AddressOrder;
import heaplab.policy.BestFit;
import heaplab.policy.DeferredCoalesce;
import heaplab.policy.ExplicitTracking;
import heaplab.policy.FirstFit;
import heaplab.policy.GoodFit;
import heaplab.policy.LifoOrder;
import heaplab.policy.NeverCoalesce;
import heaplab.policy.NeverSplit;
import heaplab.policy.NextFit;
import heaplab.policy.PowersOfTwo;
import heaplab.policy.SegregatedTracking;
import heaplab.policy.SimpleSegregatedTracking;
import heaplab.policy.SizeTreeTracking;
import heaplab.policy.ThresholdCoalesce;
import heaplab.policy.ThresholdSplit;
import heaplab.policy.TlsfTracking;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipeNamesTest {
    private static final Recipe USUAL = Heaps.recipe(new FirstFit());

    /** By what each choice says of itself: some policies are the same without being equal. */
    private static void same(Recipe expected, String name) {
        Recipe found = RecipeNames.named(name);
        assertEquals(
                expected + ", " + expected.realloc() + ", " + expected.growth(),
                found + ", " + found.realloc() + ", " + found.growth());
        assertEquals(expected.alignment(), found.alignment());
        assertEquals(expected.growth(), found.growth());
    }

    @Test
    void aFullNameIsIndexFitCoalescingAndTags() {
        same(
                USUAL.with(new ExplicitTracking(new LifoOrder())),
                "explicit-lifo/first-fit/immediate/boundary");
        same(USUAL.with(new SegregatedTracking()), "segregated/first-fit/immediate/boundary");
        same(
                Heaps.recipe(new BestFit()).with(new SizeTreeTracking()),
                "size-tree/best-fit/immediate/boundary");
        same(
                Heaps.recipe(new NextFit()).with(new DeferredCoalesce()).with(Tags.HEADER_ONLY),
                "implicit/next-fit/deferred/header-only");
    }

    @Test
    void whatIsLeftOutIsUsualOrWhatTheIndexDemands() {
        same(USUAL, "implicit");
        same(Heaps.recipe(new NextFit()), "next-fit");
        same(USUAL.with(Tags.FOOTER_IF_FREE), "footer-if-free");
        same(Heaps.recipe(new BestFit()).with(new SizeTreeTracking()), "size-tree");
        same(Heaps.recipe(new GoodFit()).with(new TlsfTracking()), "tlsf");
        same(Heaps.recipe(new GoodFit()).with(new TlsfTracking(new PowersOfTwo())), "half-fit");
        same(
                USUAL.with(new SimpleSegregatedTracking())
                        .with(new NeverSplit())
                        .with(new NeverCoalesce()),
                "simple-segregated");
    }

    @Test
    void furtherPartsStandInAnyOrder() {
        same(
                USUAL.with(new ThresholdSplit(64))
                        .with(new ThresholdCoalesce(0.3))
                        .with(Realloc.AT_THE_TOP)
                        .withAlignment(16)
                        .withChunk(65536)
                        .withTrim(131072)
                        .withLimit(1 << 20),
                "at-the-top/align-16/threshold-0.3/chunk-65536/trim-131072/limit-1048576"
                        + "/threshold-split-64");
        same(Heaps.recipe(new GoodFit(20)).with(new NeverSplit()), "never-split/good-fit-20");
        same(
                USUAL.with(new SegregatedTracking(new PowersOfTwo(), new AddressOrder())),
                "segregated-address-order");
    }

    @Test
    void everyListedNameMakesAHeapAndIsItsOwnName() {
        List<String> all = RecipeNames.all();
        assertEquals(all.size(), new HashSet<>(all).size());
        for (String name : all) {
            Recipe recipe = RecipeNames.named(name);
            assertEquals(name, RecipeNames.of(recipe));
            assertNotEquals(Allocator.NULL, recipe.heap().malloc(24), name);
        }
        assertFalse(all.contains("size-tree/best-fit/scan/boundary"), "does not go together");
        assertTrue(all.contains("explicit-lifo/first-fit/immediate/boundary"));
    }

    @Test
    void theNameOfARecipeLeadsBackToIt() {
        List<Recipe> recipes =
                List.of(
                        USUAL.with(new ThresholdSplit(64)).with(Realloc.IN_PLACE),
                        USUAL.with(new ThresholdCoalesce(0.25)).withAlignment(16).withTrim(65536),
                        Heaps.recipe(new GoodFit(0)).withChunk(64).withLimit(1 << 16),
                        USUAL.with(new SegregatedTracking(new PowersOfTwo(), new AddressOrder())));
        for (Recipe recipe : recipes) same(recipe, RecipeNames.of(recipe));
        assertEquals(
                "implicit/first-fit/immediate/boundary/threshold-split-64/in-place",
                RecipeNames.of(recipes.get(0)));
    }

    @Test
    void whatHasNoNameIsRefused() {
        var e =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> RecipeNames.of(Heaps.recipe((free, size) -> free.first())));
        assertTrue(e.getMessage().contains("found the fit lambda, expected "), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "frist-fit | found frist-fit, expected first-fit, ",
                "explicit-lifo/imediate | found imediate, expected immediate, ",
                "explicit-lifo//boundary | found nothing, expected ",
                "first-fit/boundary/best-fit | found first-fit and best-fit, expected one fit",
                "chunk-64/chunk-128 | found chunk-64 and chunk-128, expected one chunk",
                "size-tree/first-fit | size tree: expected best fit, ",
                "size-tree/scan | scan coalesce: expected a list in address order, ",
                "simple-segregated/immediate | expected first fit, never split, never coalesce",
                "align-12 | alignment",
                "chunk-20 | chunk of 20 bytes: expected a positive multiple of 8",
                "threshold-1.5 | threshold 1.5: expected a fraction",
                "good-fit-1.5 | found 1.5, expected a whole number",
                "chunk-99999999999 | found 99999999999, expected a whole number",
                "first-fit-3 | found first-fit-3, expected first-fit",
            })
    void aWrongNameIsToldWhatWasFoundAndExpected(String name, String told) {
        var e = assertThrows(IllegalArgumentException.class, () -> RecipeNames.named(name));
        assertTrue(e.getMessage().contains(told), e.getMessage());
    }
}
