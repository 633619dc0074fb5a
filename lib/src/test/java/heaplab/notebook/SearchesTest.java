package heaplab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.policy.BestFit;
import heaplab.policy.FirstFit;
import heaplab.policy.NextFit;
import heaplab.policy.WorstFit;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchesTest {
    private static final String DRAWN = "F40 A16 F24 A8 F64 A8 F32";

    private static Searches afterForty() {
        List<Integer> requests = List.of(40, 20);
        return Lab.search(DRAWN, requests, new FirstFit(), new NextFit(), new BestFit());
    }

    @Test
    void everyStripNamesTheBlockTakenAndAllThatWasLookedAt() {
        String text = afterForty().bundle().text();
        for (String said :
                List.of(
                        "first fit takes the block of 40 bytes\n",
                        "next fit takes the block of 32 bytes\n",
                        "best fit takes the block of 24 bytes\n",
                        "free blocks of 40 (fits) bytes",
                        "free blocks of 16 (too small), 32 (fits) bytes",
                        "free blocks of 40 (fits), 24 (exact) bytes"))
            assertTrue(text.contains(said), text);
    }

    @Test
    void aGuessIsAnsweredAndNoGuessIsNot() {
        String text = afterForty().guess(40, -1, 40).bundle().text();
        assertTrue(text.contains("first fit takes the block of 40 bytes: you are right\n"), text);
        assertTrue(text.contains("next fit takes the block of 32 bytes\n"), text);
        assertTrue(text.contains("best fit takes the block of 24 bytes; you said 40\n"), text);
        assertThrows(IllegalArgumentException.class, () -> afterForty().guess(40));
    }

    @Test
    void everyRequestHasItsBlockAndARefusedOneHasNone() {
        String heap = "F24 A16 F72 A8 F40 A16 F24";
        assertEquals(List.of(72, 24, 32, 0), Lab.taken(heap, new FirstFit(), 36, 20, 20, 60));
        assertEquals(List.of(72, 32, 40, 0), Lab.taken(heap, new NextFit(), 36, 20, 20, 60));
        assertEquals(List.of(40, 24, 24, 72), Lab.taken(heap, new BestFit(), 36, 20, 20, 60));
        assertEquals(List.of(72, 40, 32, 0), Lab.taken(heap, new WorstFit(), 36, 20, 20, 60));
        String refused = Lab.search(heap, List.of(100), new FirstFit()).guess(0).bundle().text();
        assertTrue(refused.contains("first fit finds none: you are right"), refused);
    }
}
