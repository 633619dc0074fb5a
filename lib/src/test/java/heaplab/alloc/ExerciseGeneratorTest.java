package heaplab.alloc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.alloc.FreeListExercise.Operation;
import heaplab.alloc.FreeListExercise.Step;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Draws are compared with outputs of the original that its users have published. What a thousand
 * operations end with depends on every draw before.
 */
class ExerciseGeneratorTest {
    private static final FreeListOptions PLAIN = FreeListOptions.DEFAULTS;

    private static List<Step> steps(FreeListOptions options, int count, int largest, int percent) {
        return ExerciseGenerator.random(options, BigInteger.ZERO, count, largest, percent).solve();
    }

    private static String drawn(FreeListExercise exercise) {
        return exercise.operations().stream()
                .map(o -> o.isMalloc() ? "+" + o.bytes() : "-" + o.id())
                .collect(Collectors.joining(","));
    }

    @Test
    void theExampleOfTheReadme() {
        FreeListExercise exercise =
                ExerciseGenerator.random(
                        PLAIN.withHeader(4).withAlignment(4), BigInteger.ZERO, 5, 10, 50);
        assertEquals("+3,-0,+5,-1,+8", drawn(exercise));
    }

    @Test
    void sharesOfMallocs() {
        assertEquals(
                "+3,-0,+5,-1,+8,-2,+8,-3,+2,+7,-5,+9,+9,-4,-6,-7,+5,-8,+9,+6",
                drawn(ExerciseGenerator.random(PLAIN, BigInteger.ZERO, 20, 10, 50)));
        assertEquals(
                "+3,+5,-0,+6,-2,+8,+3,-4,-3,+8,-5,+2,+7,-7,+9,+9,+1,+4,-10,+5",
                drawn(ExerciseGenerator.random(PLAIN, BigInteger.ZERO, 20, 10, 75)));
        assertEquals(
                "+8,+3,+5,+4,+6,+6,+8,+3,+10,+10,+8,+7,+2,+7,+10,+9,+9,+1,+4,+7",
                drawn(ExerciseGenerator.random(PLAIN, BigInteger.ZERO, 20, 10, 100)));
        assertEquals(
                "+8,-0,+5,-1,+6,-2,+7,-3,+1,-4",
                drawn(ExerciseGenerator.random(PLAIN, BigInteger.ZERO, 10, 10, 5)));
        assertEquals(
                50,
                steps(PLAIN, 100, 10, 1).stream().filter(s -> s.operation().isMalloc()).count());
    }

    @Test
    void refusedMallocsLeaveNothingToFree() {
        List<Step> steps = steps(PLAIN, 1000, 10, 50);
        Step refused = malloc(steps, 52);
        assertEquals(new Operation(true, 52, 5), refused.operation());
        assertEquals(-1, refused.result());
        assertEquals(18, refused.searched());
        Step last = steps.get(999);
        assertEquals(new Operation(true, 590, 9), last.operation());
        assertEquals(-1, last.result());
        assertEquals(31, last.freeList().size());
        assertEquals(
                "[1000:2, 1002:1, 1006:1, 1007:1, 1008:5]",
                last.freeList().subList(0, 5).toString());
    }

    private static Step malloc(List<Step> steps, int id) {
        return steps.stream().filter(s -> s.operation().id() == id).findFirst().orElseThrow();
    }

    @Test
    void otherOptionsOtherExercise() {
        FreeListOptions worst = PLAIN.with(ListPlacement.WORST);
        Step last = steps(worst, 1000, 10, 50).get(999);
        assertEquals(new Operation(true, 828, 9), last.operation());
        assertEquals(100, last.freeList().size());
        last = steps(worst.withCoalescing(true), 1000, 10, 50).get(999);
        assertEquals(new Operation(false, 516, 0), last.operation());
        assertEquals("[1000:100]", last.freeList().toString());
        last = steps(PLAIN, 1000, 30, 50).get(999);
        assertEquals(new Operation(true, 736, 26), last.operation());
        assertEquals(31, last.freeList().size());
        last = steps(PLAIN, 1000, 10, 99).get(999);
        assertEquals(new Operation(true, 986, 4), last.operation());
        assertEquals(0, last.searched());
    }

    @Test
    void writtenLists() {
        FreeListExercise exercise = ExerciseGenerator.list(PLAIN, "+10,+10,+10,-0,-2");
        assertEquals("+10,+10,+10,-0,-2", drawn(exercise));
        assertEquals("[1000:10, 1020:10, 1030:70]", exercise.solve().get(4).freeList().toString());
    }

    @Test
    void aPointerIsFreedByItsAddress() {
        List<Step> steps = ExerciseGenerator.list(PLAIN, "+9,-0,+8,-0,-0").solve();
        assertEquals(0, steps.get(3).result());
        assertEquals("[1000:8, 1008:1, 1009:91]", steps.get(3).freeList().toString());
        assertEquals(-1, steps.get(4).result());
    }

    @Test
    void pointersThatNoMallocHasSetAreSkipped() {
        List<Step> steps = ExerciseGenerator.list(PLAIN, "-0,+200,-0,+5").solve();
        assertTrue(steps.get(0).skipped());
        assertTrue(steps.get(2).skipped());
        assertEquals(1000, steps.get(3).result());
    }

    @Test
    void wrongPartsAreNamed() {
        assertMessage("found \"10\", expected +BYTES or -INDEX, as in +10,+20,-0", "10,-0");
        assertMessage("found \"\", expected +BYTES or -INDEX, as in +10,+20,-0", "+10,,-0");
        assertMessage("found \"-x\", expected +BYTES or -INDEX, as in +10,+20,-0", "+10,-x");
        assertMessage("found +4000000000, expected a number of at most 2147483647", "+4000000000");
    }

    private static void assertMessage(String message, String list) {
        assertEquals(
                message,
                assertThrows(
                                IllegalArgumentException.class,
                                () -> ExerciseGenerator.list(PLAIN, list))
                        .getMessage());
    }

    @Test
    void drawsThatNeverEndAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> steps(PLAIN, 10, 10, 0));
        assertThrows(IllegalArgumentException.class, () -> steps(PLAIN, 10, 10, 101));
        assertThrows(IllegalArgumentException.class, () -> steps(PLAIN, -1, 10, 50));
        assertThrows(IllegalArgumentException.class, () -> steps(PLAIN, 10, 0, 50));
    }
}
