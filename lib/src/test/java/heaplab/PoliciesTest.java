package heaplab;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.heap.Coalesce;
import heaplab.heap.Fit;
import heaplab.heap.Split;
import heaplab.policy.BestFit;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoliciesTest {
    @Test
    void policiesAreFoundByKind() {
        List<String> fits = List.of("best-fit", "first-fit", "next-fit", "worst-fit");
        assertTrue(Policies.all(Fit.class).keySet().containsAll(fits));
        assertTrue(Policies.all(Split.class).containsKey("always-split"));
        assertTrue(Policies.all(Coalesce.class).containsKey("immediate-coalesce"));
        assertTrue(Policies.all(Fit.class).keySet().stream().noneMatch(n -> n.endsWith("split")));
    }

    @Test
    void aPolicyIsFoundByName() {
        assertInstanceOf(BestFit.class, Policies.named(Fit.class, "best-fit"));
        var e =
                assertThrows(
                        IllegalArgumentException.class, () -> Policies.named(Fit.class, "best"));
        assertTrue(e.getMessage().startsWith("found best, expected best-fit"), e.getMessage());
    }
}
