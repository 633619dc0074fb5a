package heaplab.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorstCaseTest {
    /**
     * Plain search without numbered states: a heap is a string, "." a free word, "1" or "22" or
     * "4444" a block. Lost heaps are collected until nothing changes.
     */
    private static final class Plain {
        private final int live;
        private final int largest;
        private final Map<String, Set<String>> parts = new HashMap<>(); // after one free
        private final Set<String> lost = new HashSet<>();

        Plain(int words, int live, int largest) {
            this.live = live;
            this.largest = largest;
            collect(".".repeat(words));
        }

        private void collect(String heap) {
            if (parts.containsKey(heap)) return;
            parts.put(heap, freed(heap));
            for (int size = 1; size <= largest; size *= 2)
                for (String next : placed(heap, size)) collect(next);
        }

        private static Set<String> freed(String heap) {
            Set<String> freed = new HashSet<>();
            for (int p = 0; p < heap.length(); ) {
                int size = heap.charAt(p) == '.' ? 1 : heap.charAt(p) - '0';
                freed.add(heap.substring(0, p) + ".".repeat(size) + heap.substring(p + size));
                p += size;
            }
            freed.remove(heap);
            return freed;
        }

        private Set<String> placed(String heap, int size) {
            Set<String> placed = new HashSet<>();
            if (used(heap) + size > live) return placed;
            String hole = ".".repeat(size);
            String block = String.valueOf(size).repeat(size);
            for (int p = heap.indexOf(hole); p >= 0; p = heap.indexOf(hole, p + 1))
                placed.add(heap.substring(0, p) + block + heap.substring(p + size));
            return placed;
        }

        private static long used(String heap) {
            return heap.chars().filter(c -> c != '.').count();
        }

        boolean allocatorWins(int words) {
            boolean changed = true;
            while (changed) {
                changed = false;
                for (String heap : parts.keySet())
                    if (!lost.contains(heap) && isLost(heap)) changed = lost.add(heap);
            }
            return !lost.contains(".".repeat(words));
        }

        private boolean isLost(String heap) {
            for (String part : parts.get(heap)) if (lost.contains(part)) return true;
            for (int size = 1; size <= largest && used(heap) + size <= live; size *= 2)
                if (lost.containsAll(placed(heap, size))) return true;
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,1", "2,2", "3,2", "4,2", "5,2", "4,4", "5,4"})
    void everyHeapUpToTheBoundIsDecidedAsByPlainSearch(int live, int largest) {
        int bound = WorstCase.heap(live, largest);
        for (int words = live; words <= bound + 1; words++) {
            boolean plain = new Plain(words, live, largest).allocatorWins(words);
            assertEquals(plain, new HeapGame(words, live, largest).allocatorWins(), words + "");
        }
    }

    @ParameterizedTest
    @CsvSource({"2,1", "2,2", "4,2", "6,2", "8,2", "10,2", "4,4", "8,4", "8,8"})
    void theSearchFindsRobsonsFormula(int live, int largest) {
        assertEquals(Bounds.anyAllocator(live, largest), WorstCase.heap(live, largest));
    }

    @ParameterizedTest
    @CsvSource({"2", "3", "4", "5", "6", "7", "8", "9"})
    void bothSidesMeetWhereTheWholeGameIsDecided(int live) {
        assertEquals(WorstCase.heap(live, 2), WorstCase.pairs(live).heap());
    }

    @Test
    void sixteenCustomersNeedTwentyThreeSeats() {
        WorstCase.Pairs found = WorstCase.pairs(16);
        assertEquals(23, found.heap());
        assertEquals(23, found.map().length());
        assertEquals(16, found.map().chars().filter(c -> c == '-').count(), found.map());
        assertTrue(found.toString().startsWith("N(16, 2) = 23. In 22 words"), found::toString);
    }

    /** Each side can fail, and does where the other one wins. */
    @Test
    void theAttackFailsInTheBoundAndTheReservationBelowIt() {
        assertTrue(new RobsonAttack(12, 8, 4).succeeds());
        assertFalse(new RobsonAttack(13, 8, 4).succeeds());
        assertTrue(new RobsonAttack(20, 12, 4).succeeds());
        assertEquals(-1, new Reservation(10, 8).find());
        assertFalse(new Reservation(11, 8).isSafe(0b111), "three words at the front");
        assertTrue(new Reservation(11, 8).isSafe(0b0010_0100_10));
    }

    @Test
    void aSiegeLeavesNoTwoFreeNeighbours() {
        assertEquals(3, new Reservation(6, 4).cheapestSiege(0), ".1.1.1");
        assertEquals(4, new Reservation(6, 4).cheapestSiege(0b010010), "1.11.1");
        assertEquals(4, new Reservation(6, 4).cheapestSiege(0b111111), ".22.22");
        assertEquals(0, new Reservation(1, 1).cheapestSiege(0), ".");
    }

    @Test
    void impossibleArgumentsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> WorstCase.heap(8, 3));
        assertThrows(IllegalArgumentException.class, () -> WorstCase.heap(2, 4));
        assertThrows(IllegalArgumentException.class, () -> WorstCase.pairs(1));
        assertThrows(IllegalArgumentException.class, () -> new HeapGame(40, 16, 2));
    }
}
