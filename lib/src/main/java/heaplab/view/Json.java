package heaplab.view;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Copies a tree of Java values into one that every JSON writer takes.
 *
 * <p>JSON knows neither NaN nor infinity, and the kernels fail on them after the cell has run; here
 * they become null, which Vega-Lite draws as a missing value. Anything that is not JSON is refused
 * at once, with the place where it was found.
 */
final class Json {
    private Json() {}

    static Map<String, Object> copy(Map<?, ?> map) {
        return copyMap(map, "");
    }

    private static Object copy(Object value, String path) {
        if (value instanceof Map<?, ?> map) {
            return copyMap(map, path);
        }
        if (value instanceof Collection<?> list) {
            return copyList(list, path);
        }
        if (value != null && value.getClass().isArray()) {
            return copyArray(value, path);
        }
        if (value instanceof Double || value instanceof Float) {
            return Double.isFinite(((Number) value).doubleValue()) ? value : null;
        }
        if (value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Number) {
            return value;
        }
        throw new IllegalArgumentException(
                value.getClass().getName()
                        + (path.isEmpty() ? "" : " at " + path.substring(1))
                        + ": expected a map, list, array, string, number, boolean or null");
    }

    private static Map<String, Object> copyMap(Map<?, ?> map, String path) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(key.toString(), copy(value, path + "." + key)));
        return Collections.unmodifiableMap(copy);
    }

    private static List<Object> copyList(Collection<?> list, String path) {
        List<Object> copy = new ArrayList<>(list.size());
        for (Object value : list) {
            copy.add(copy(value, path + "[]"));
        }
        return Collections.unmodifiableList(copy);
    }

    private static List<Object> copyArray(Object array, String path) {
        List<Object> copy = new ArrayList<>(Array.getLength(array));
        for (int i = 0; i < Array.getLength(array); i++) {
            copy.add(copy(Array.get(array, i), path + "[]"));
        }
        return Collections.unmodifiableList(copy);
    }
}
