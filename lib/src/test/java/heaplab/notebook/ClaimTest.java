package heaplab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ClaimTest {
    @Test
    void aVerdictNamesTheClaimAndWhatWasMeasured() {
        assertEquals("Claim 2.1 holds: 4 < 5.", Claim.verdict("2.1", true, "4 < 5").text());
        assertEquals(
                "Claim 2.1 <b>does not hold here</b>: 4 &lt; 5.",
                Claim.verdict("2.1", false, "4 < 5").data().get("text/html"));
    }

    @Test
    void aConditionIsNamedOnlyWhereTheClaimHolds() {
        assertEquals(
                "Claim 2.1 holds when it rains: wet.",
                Claim.verdict("2.1", true, "it rains", "wet").text());
        assertEquals(
                "Claim 2.1 does not hold here: dry.",
                Claim.verdict("2.1", false, "it rains", "dry").text());
    }
}
