package heaplab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.heap.Coalesce;
import heaplab.heap.Fit;
import heaplab.heap.Order;
import heaplab.heap.SizeClasses;
import heaplab.heap.Split;
import heaplab.heap.Tracking;
import heaplab.policy.BestFit;
import heaplab.policy.ExplicitTracking;
import heaplab.policy.FifoOrder;
import java.util.ArrayList;
import java.util.HashSet;
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

    @Test
    void everyWayToKeepTrackOfFreeBlocksHasAName() {
        List<String> names =
                List.of(
                        "explicit-address-order",
                        "explicit-fifo",
                        "explicit-lifo",
                        "explicit-size-order",
                        "half-fit",
                        "implicit",
                        "segregated",
                        "segregated-4-steps",
                        "segregated-exact-below-256",
                        "simple-segregated",
                        "size-tree",
                        "tlsf",
                        "tlsf-4-steps",
                        "tlsf-exact-below-256");
        assertTrue(Policies.trackings().keySet().containsAll(names));
        Tracking fifo = Policies.trackings().get("explicit-fifo");
        assertEquals(new ExplicitTracking(new FifoOrder()).toString(), fifo.toString());
    }

    /** A name leads to one policy of its kind, and can be typed. */
    @Test
    void namesAreUniqueAndInKebabCase() {
        List<Class<?>> kinds =
                List.of(
                        Fit.class,
                        Split.class,
                        Coalesce.class,
                        Order.class,
                        SizeClasses.class,
                        Tracking.class);
        List<String> names = new ArrayList<>(Policies.trackings().keySet());
        for (Class<?> kind : kinds)
            Policies.all(kind)
                    .forEach(
                            (name, policy) -> {
                                names.add(name);
                                assertSame(
                                        policy.getClass(), Policies.named(kind, name).getClass());
                            });
        for (String name : names) assertTrue(name.matches("[a-z0-9]+(-[a-z0-9]+)*"), name);
        assertEquals(new HashSet<>(names).size(), names.size(), names::toString);
        long texts =
                Policies.trackings().values().stream().map(Tracking::toString).distinct().count();
        assertEquals(Policies.trackings().size(), texts);
    }
}
