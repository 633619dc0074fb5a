package heaplab.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.Policies;
import heaplab.heap.SizeClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeClassesTest {
    private static final int LARGEST = 1 << 30; // bytes of a heap

    @Provide
    Arbitrary<SizeClasses> schemes() {
        List<SizeClasses> all = new ArrayList<>(Policies.all(SizeClasses.class).values());
        for (int log2 = 0; log2 <= 3; log2++) all.add(new SteppedClasses(log2));
        for (int bytes = 16; bytes <= 1024; bytes *= 2) all.add(new ExactClasses(bytes));
        return Arbitraries.of(all);
    }

    @Provide
    Arbitrary<Integer> sizes() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(8, 3000),
                Arbitraries.integers().between(8, LARGEST),
                Arbitraries.integers().between(3, 30).map(log2 -> 1 << log2));
    }

    @Property(tries = 5000, seed = "41")
    void aSizeIsOfTheClassItLiesIn(
            @ForAll("schemes") SizeClasses classes, @ForAll("sizes") int size) {
        int sizeClass = classes.of(size);
        assertTrue(sizeClass >= 0 && sizeClass < classes.count(), () -> size + ": " + sizeClass);
        assertTrue(classes.least(sizeClass) <= size);
        if (sizeClass + 1 < classes.count()) assertTrue(size < classes.least(sizeClass + 1));
    }

    @Property(tries = 2000, seed = "42")
    void classesRiseWithTheSize(
            @ForAll("schemes") SizeClasses classes,
            @ForAll("sizes") int size,
            @ForAll @IntRange(max = 4096) int more) {
        assertTrue(classes.of(size) <= classes.of(Math.min(LARGEST, size + more)));
    }

    @Property(tries = 100, seed = "43")
    void theLeastSizeOfAClassIsOfThatClass(@ForAll("schemes") SizeClasses classes) {
        assertTrue(classes.count() <= 256, classes::toString);
        for (int c = classes.of(8); c <= classes.of(LARGEST); c++)
            if (classes.least(c) >= 8 && classes.least(c) < classes.least(c + 1))
                assertEquals(c, classes.of(classes.least(c)), classes.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "powers-of-two, 8 16 32 64 128 256",
        "exact-classes, 8 16 24 32 40 48",
        "stepped-classes, 8 10 12 14 16 20"
    })
    void theFirstClassesAreThese(String name, String expected) {
        SizeClasses classes = Policies.named(SizeClasses.class, name);
        int first = classes.of(8);
        List<String> least =
                IntStream.range(first, first + 6)
                        .mapToObj(c -> String.valueOf(classes.least(c)))
                        .toList();
        assertEquals(expected, String.join(" ", least));
    }

    @Test
    void eightStepsOfAPowerOfTwo() {
        SizeClasses classes = new SteppedClasses(3);
        for (int size : new int[] {72, 80, 120, 128, 144, 240, 256, 288})
            assertEquals(classes.of(size - 8) + 1, classes.of(size), "from " + size);
        assertEquals(classes.of(128), classes.of(136));
    }

    @Test
    void smallSizesHaveAClassEachAndLargeOnesShareOne() {
        SizeClasses classes = new ExactClasses();
        assertEquals(classes.of(240) + 1, classes.of(248));
        assertEquals(classes.of(248) + 1, classes.of(256));
        assertEquals(classes.of(256), classes.of(504));
    }

    @Test
    void otherSchemesAreRefusedByName() {
        var e = assertThrows(IllegalArgumentException.class, () -> new ExactClasses(48));
        String expected = "exact below 48 bytes: expected a power of two from 16 to 1024";
        assertEquals(expected, e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> new SteppedClasses(4));
        assertEquals("2^4 steps: expected an exponent from 0 to 3", e.getMessage());
    }
}
