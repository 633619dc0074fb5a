package heaplab.alloc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class MersenneTwisterTest {
    /**
     * What Python 3 prints for {@code random.seed(seed, version=1)} and {@code random.random()}:
     * seeds of either sign, of one word, of two and of more.
     */
    @ParameterizedTest
    @CsvFileSource(resources = "/freelist/python-random.csv", numLinesToSkip = 1)
    void numbersAreThoseOfPython(
            BigInteger seed, double first, double second, double third, double thousandth) {
        MersenneTwister random = new MersenneTwister(seed);
        assertEquals(first, random.random());
        assertEquals(second, random.random());
        assertEquals(third, random.random());
        for (int i = 4; i < 1000; i++) random.random();
        assertEquals(thousandth, random.random());
    }

    @Test
    void longSeedsAreTheSameSeeds() {
        long seed = -(1L << 40) - 7;
        MersenneTwister random = new MersenneTwister(seed);
        MersenneTwister same = new MersenneTwister(BigInteger.valueOf(seed).negate());
        for (int i = 0; i < 5; i++) assertEquals(same.random(), random.random());
    }
}
