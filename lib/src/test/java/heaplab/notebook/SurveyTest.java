package heaplab.notebook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.metrics.Metrics;
import heaplab.policy.FirstFit;
import heaplab.policy.NextFit;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurveyTest {
    private static final Survey SURVEY =
            Lab.survey(List.of("sort", "lua"), new FirstFit(), new NextFit());

    @Test
    void aVerdictCountsTheRecordings() {
        assertEquals(
                "holds on 1 of 2 recordings",
                SURVEY.less("first fit", "next fit", Metrics::peakHeap).toString());
        assertEquals(
                "does not hold here: on none of 2 recordings",
                SURVEY.verdict("first fit", m -> m.refused() > 0).toString());
        String claim = Claim.verdict("2.21", SURVEY.verdict(c -> true), "all of them").text();
        assertEquals("Claim 2.21 holds on 2 of 2 recordings: all of them.", claim);
    }

    @Test
    void aFigureIsATableWithTheSmallestOfEachRowMarked() {
        String table = SURVEY.table("heap (bytes)", Metrics::peakHeap).print();
        String lua = table.lines().filter(line -> line.contains("lua")).findFirst().orElseThrow();
        long first = SURVEY.runs("first fit").get(1).peakHeap();
        assertTrue(lua.contains("★ %,d.0".formatted(first)), lua);
        assertEquals(1, lua.chars().filter(c -> c == '★').count(), lua);
    }

    @Test
    void figuresAndCostsAreComparedOnEveryRecording() {
        double[] ratios = SURVEY.ratios("next fit", "first fit", Metrics::peakHeap);
        double[] next = SURVEY.figures("next fit", Metrics::peakHeap);
        double[] first = SURVEY.figures("first fit", Metrics::peakHeap);
        assertArrayEquals(new double[] {next[0] / first[0], next[1] / first[1]}, ratios);
        assertEquals(
                SURVEY.less("next fit", "first fit", m -> m.work().visits),
                SURVEY.cheaper("next fit", "first fit", c -> c.work().visits));
        Costs lua = SURVEY.on("lua").costs();
        assertSame(lua, SURVEY.on("lua").costs(), "replayed once");
        assertEquals(2, lua.table().rowCount());
        assertThrows(IllegalArgumentException.class, () -> lua.run("best fit"));
    }

    @Test
    void oneRecordingIsAComparisonOfItsOwn() {
        Compared lua = SURVEY.on("lua");
        assertSame(SURVEY.comparisons().get(1), lua.comparison());
        assertTrue(lua.freeBlocks().bundle().text().contains("lua"));
        assertThrows(IllegalArgumentException.class, () -> SURVEY.on("vim"));
    }
}
