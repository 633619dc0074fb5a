package heaplab.notebook;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.Heaps;
import heaplab.Policies;
import heaplab.heap.Coalesce;
import heaplab.heap.Fit;
import heaplab.heap.HeapText;
import heaplab.heap.ListHeap;
import heaplab.heap.Merger;
import heaplab.heap.Order;
import heaplab.heap.Recipe;
import heaplab.heap.Split;
import heaplab.heap.Tracking;
import heaplab.heap.Variants;
import heaplab.policy.AddressOrder;
import heaplab.policy.BestFit;
import heaplab.policy.ExplicitTracking;
import heaplab.policy.FifoOrder;
import heaplab.policy.FirstFit;
import heaplab.policy.ImmediateCoalesce;
import heaplab.policy.LifoOrder;
import heaplab.policy.NextCoalesce;
import heaplab.policy.SizeOrder;
import heaplab.policy.SizeTreeTracking;
import heaplab.policy.ThresholdSplit;
import heaplab.policy.TlsfTracking;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Recipes as answers of exercises: compared heap by heap with the right one. */
class HeapDuelTest {
    private static final String EXERCISE = "duel";
    private static final Recipe RIGHT = Heaps.recipe(new FirstFit());
    private static final Pattern MESSAGE =
            Pattern.compile(
                    "Exercise duel: after ((?:(?:malloc|free|realloc)\\([0-9, ]+\\)(?:, )?)+):"
                            + " found ([AF 0-9]+), expected ([AF 0-9]+)\\. A hint\\.");

    private static void check(Supplier<Recipe> answer, Recipe expected) {
        Check.heaps(EXERCISE, answer, expected, "A hint.");
    }

    /** What a wrong answer is told: operations, found and expected heap. */
    private static Matcher refusal(Recipe answer, Recipe expected) {
        String said =
                assertThrows(CheckFailed.class, () -> check(() -> answer, expected)).getMessage();
        Matcher matcher = MESSAGE.matcher(said);
        assertTrue(matcher.matches(), said);
        assertThrows(CheckFailed.class, () -> Check.required(EXERCISE));
        return matcher;
    }

    /** The message can be trusted: run on a heap of the recipe, its operations give that heap. */
    private static void assertTold(Recipe recipe, String operations, String heapText) {
        ListHeap heap = recipe.withChunk(4 * recipe.alignment()).withLimit(512).heap();
        Matcher call = Pattern.compile("(\\w+)\\((\\d+)(?:, (\\d+))?\\)").matcher(operations);
        while (call.find()) {
            int argument = Integer.parseInt(call.group(2));
            switch (call.group(1)) {
                case "malloc" -> heap.malloc(argument);
                case "free" -> heap.free(argument);
                default -> heap.realloc(argument, Integer.parseInt(call.group(3)));
            }
        }
        assertEquals(heapText, HeapText.of(heap), operations);
    }

    private static void assertRefused(Recipe answer, Recipe expected) {
        Matcher told = refusal(answer, expected);
        assertTold(answer, told.group(1), told.group(2));
        assertTold(expected, told.group(1), told.group(3));
    }

    @Test
    void everyRecipePassesAgainstItself() {
        for (Tracking tracking : Policies.trackings().values()) {
            Recipe recipe = Variants.recipes(List.of(tracking)).get(0);
            check(() -> recipe, recipe);
        }
        assertDoesNotThrow(() -> Check.required(EXERCISE));
    }

    @Test
    void anAnswerOfOtherClassesWithTheSameHeapsPasses() {
        Split atLeast32 = (whole, request) -> whole - request >= 32;
        check(() -> RIGHT.with(atLeast32), RIGHT.with(new ThresholdSplit()));
        Recipe best = RIGHT.with(new BestFit());
        check(() -> best.with(new SizeTreeTracking()), best);
    }

    @Test
    void aSplitThatIsWrongByOneIsShownWhere() {
        Split moreThan32 = (whole, request) -> whole - request > 32;
        assertRefused(RIGHT.with(moreThan32), RIGHT.with(new ThresholdSplit()));
        Split never = (whole, request) -> false;
        Matcher told = refusal(RIGHT.with(never), RIGHT);
        assertTrue(told.group(1).matches("malloc\\(\\d+\\)"), "the first program shows it");
    }

    @Test
    void aCoalescingPolicyThatForgetsASideIsShownWhere() {
        assertRefused(RIGHT.with(new NextCoalesce()), RIGHT);
        Coalesce previousOnly = merger -> merger.joinPrevious();
        assertRefused(RIGHT.with(previousOnly), RIGHT);
    }

    /** Promised by joinsAtOnce and not kept: the law is named, not the heap. */
    @Test
    void aBrokenLawIsToldWithTheOperations() {
        Coalesce promising =
                new Coalesce() {
                    @Override
                    public void freed(Merger heap) {
                        heap.joinPrevious();
                    }

                    @Override
                    public boolean joinsAtOnce() {
                        return true;
                    }
                };
        String said =
                assertThrows(CheckFailed.class, () -> check(() -> RIGHT.with(promising), RIGHT))
                        .getMessage();
        assertTrue(said.matches("(?s)Exercise duel: after malloc.*: .*law \"two neigh.*"), said);
    }

    @Test
    void everyWrongOrderIsShownWhere() {
        List<Order> orders =
                List.of(new LifoOrder(), new FifoOrder(), new AddressOrder(), new SizeOrder());
        Function<Order, Recipe> with = order -> RIGHT.with(new ExplicitTracking(order));
        for (Order answer : orders)
            for (Order expected : orders)
                if (answer != expected) assertRefused(with.apply(answer), with.apply(expected));
    }

    @Test
    void aWrongFitAndAnEndlessOneAreTold() {
        assertRefused(RIGHT.with(new BestFit()), RIGHT);
        Fit endless =
                (free, size) -> {
                    int b = free.first();
                    while (free.size(b) < size) b = free.next(b) == 0 ? free.first() : free.next(b);
                    return b;
                };
        String said =
                assertThrows(CheckFailed.class, () -> check(() -> RIGHT.with(endless), RIGHT))
                        .getMessage();
        assertTrue(said.contains("when does it end?"), said);
    }

    @Test
    void anOpenAnswerStaysOpen() {
        Coalesce open =
                merger -> {
                    throw new NotAnswered();
                };
        Split openSplit =
                (whole, request) -> {
                    throw new NotAnswered();
                };
        check(() -> RIGHT.with(new ImmediateCoalesce()), RIGHT);
        for (Recipe answer : List.of(RIGHT.with(open), RIGHT.with(openSplit))) {
            check(() -> answer, RIGHT);
            String said =
                    assertThrows(CheckFailed.class, () -> Check.required(EXERCISE)).getMessage();
            assertEquals("Exercise duel is open", said);
        }
        check(
                () -> {
                    throw new NotAnswered();
                },
                RIGHT);
        assertThrows(CheckFailed.class, () -> Check.required(EXERCISE));
    }

    @Test
    void whatDoesNotGoTogetherIsTold() {
        String said =
                assertThrows(
                                CheckFailed.class,
                                () -> check(() -> RIGHT.with(new TlsfTracking()), RIGHT))
                        .getMessage();
        assertTrue(said.contains("expected good fit"), said);
    }
}
