package heaplab.trace;

import static heaplab.trace.Traces.assertSame;
import static heaplab.trace.Traces.oracle;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GeneratorsTest {
    @Test
    void everyOperationIsThatOfTheOriginal() {
        assertSame(oracle("binary"), Generators.binary(64, 448, 2000));
        assertSame(oracle("binary2"), Generators.binary(16, 112, 4000));
        assertSame(oracle("coalescing"), Generators.coalescing(4095, 2400));
        assertSame(oracle("realloc"), Generators.realloc(512, 128, 128));
        assertSame(oracle("realloc2"), Generators.realloc(4092, 5, 16));
    }

    @Test
    void theFiveAreAtHandWithoutParameters() {
        assertSame(oracle("binary"), Generators.binary());
        assertSame(oracle("binary2"), Generators.binary2());
        assertSame(oracle("coalescing"), Generators.coalescing());
        assertSame(oracle("realloc"), Generators.realloc());
        assertSame(oracle("realloc2"), Generators.realloc2());
    }

    @Test
    void theNameTellsTheParameters() {
        assertEquals("binary(1, 2, 3)", Generators.binary(1, 2, 3).name());
    }
}
