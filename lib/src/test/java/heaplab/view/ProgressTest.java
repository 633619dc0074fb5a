package heaplab.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final List<String> lines = new ArrayList<>();
    private long nanos = Long.MAX_VALUE - 1_000_000_000L; // the clock wraps during the tests

    @Test
    void shortWorkSaysNothing() {
        try (Progress progress = progress(100)) {
            for (int i = 1; i <= 100; i++) {
                after(0.0199);
                progress.accept(i);
            }
        }
        assertEquals(List.of(), lines);
    }

    @Test
    void longWorkSaysHowFarItIsAndHowItEnded() {
        try (Progress progress = progress(4000)) {
            after(3);
            progress.accept(1000);
            after(9);
            progress.accept(4000);
        }
        assertEquals(
                List.of(
                        "replaying [#####...............] 25 %, 9 s left",
                        "replaying [####################] 100 %, 0 s left",
                        "replaying: 4,000 in 12.0 s"),
                lines);
    }

    @Test
    void lineIsWrittenAtMostFourTimesASecond() {
        try (Progress progress = progress(0)) {
            for (int i = 0; i < 4000; i++) {
                after(0.001);
                progress.accept(i);
            }
        }
        assertTrue(lines.size() > 5 && lines.size() <= 10, lines.toString());
    }

    @Test
    void workThatIsBrokenOffSaysWhere() {
        try (Progress progress = progress(10)) {
            after(2.5);
            progress.accept(5);
        }
        assertEquals("replaying: stopped at 5 of 10 after 2.5 s", lines.get(1));
    }

    @Test
    void workOfUnknownLengthCounts() {
        Progress progress = progress(0);
        after(2);
        progress.accept(1234567);
        assertEquals(List.of("replaying: 1,234,567"), lines);
    }

    private Progress progress(long total) {
        return new Progress("replaying", total, lines::add, () -> nanos);
    }

    private void after(double seconds) {
        nanos += (long) (seconds * 1e9);
    }
}
