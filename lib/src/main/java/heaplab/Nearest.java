package heaplab;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds the names somebody may have meant by one that does not exist. */
public final class Nearest {
    private static final int FEW = 3;

    private Nearest() {}

    /** "first-fit, best-fit or worst-fit (there are 4)", the nearest to a name first. */
    public static String list(String name, Collection<String> names) {
        if (names.isEmpty()) return "none, as there are none";
        List<String> near = of(name, names);
        int last = near.size() - 1;
        String start = String.join(", ", near.subList(0, last));
        String more = names.size() > FEW ? " (there are %d)".formatted(names.size()) : "";
        return start + (last == 0 ? "" : " or ") + near.get(last) + more;
    }

    /** The few names that take the fewest edits, best first. */
    static List<String> of(String name, Collection<String> names) {
        return names.stream()
                .sorted(Comparator.comparingInt(n -> edits(name, n)))
                .limit(FEW)
                .toList();
    }

    /** Letters to insert, delete or replace to turn one word into the other (Levenshtein, 1965). */
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1]; // edits from the letters so far to each start of to
        for (int j = 0; j < row.length; j++) row[j] = j;
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int same = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(same, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
