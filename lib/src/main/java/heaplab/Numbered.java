package heaplab;

import heaplab.heap.Names;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Map;

/**
 * Policies that are configured by one number, by name: {@code good-fit} is {@code new GoodFit()},
 * and {@code good-fit-20} is {@code new GoodFit(20)}.
 */
final class Numbered {
    private Numbered() {}

    /** Whether a policy is a record of one number. */
    static boolean isNumbered(Object policy) {
        RecordComponent[] parts = policy.getClass().getRecordComponents();
        return parts != null && parts.length == 1 && parts[0].getType().isPrimitive();
    }

    /**
     * A policy like this one with another number.
     *
     * @throws IllegalArgumentException when the policy refuses it
     */
    @SuppressWarnings("unchecked")
    static <P> P withNumber(P policy, String number) {
        Class<?> type = policy.getClass().getRecordComponents()[0].getType();
        Object value = type == int.class ? (Object) whole(number) : Double.valueOf(number);
        try {
            return (P) policy.getClass().getConstructor(type).newInstance(value);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) throw refused;
            throw new IllegalStateException(policy.toString(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    policy + ": expected a public constructor with one number", e);
        }
    }

    static int whole(String number) {
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "found %s, expected a whole number up to %d"
                            .formatted(number, Integer.MAX_VALUE));
        }
    }

    /** The name of a policy that is one of these but for its number; in words if it is none. */
    static <P> String name(P policy, Map<String, P> named) {
        for (Map.Entry<String, P> entry : named.entrySet()) {
            P usual = entry.getValue();
            if (usual.getClass() != policy.getClass()) continue;
            boolean own = isNumbered(policy) && !usual.equals(policy);
            return entry.getKey() + (own ? "-" + number(policy) : "");
        }
        return Names.of(policy);
    }

    private static Object number(Object policy) {
        try {
            return policy.getClass().getRecordComponents()[0].getAccessor().invoke(policy);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(policy.toString(), e);
        }
    }
}
