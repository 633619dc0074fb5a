package heaplab.heap;

import heaplab.Policies;
import java.util.ArrayList;
import java.util.List;

/**
 * Every way to put a list heap together. The policies are those that {@link Policies} finds in
 * their package, so a new one is tested without another edit.
 */
public final class Variants {
    static final List<Tracking> TRACKINGS = List.copyOf(Policies.trackings().values());
    static final List<Fit> FITS = List.copyOf(Policies.all(Fit.class).values());
    static final List<Split> SPLITS = List.copyOf(Policies.all(Split.class).values());
    static final List<Coalesce> COALESCES = List.copyOf(Policies.all(Coalesce.class).values());

    private static final int CHUNK_BYTES = 64;
    private static final int LIMIT_BYTES = 2048;

    private Variants() {}

    /**
     * All recipes that make sense: tracking x fit x split x coalesce x tags x alignment x realloc.
     */
    public static List<Recipe> recipes() {
        return recipes(TRACKINGS);
    }

    /** The same for these trackings. */
    public static List<Recipe> recipes(List<Tracking> trackings) {
        List<Recipe> all = new ArrayList<>();
        for (Tracking tracking : trackings)
            for (Fit fit : FITS)
                for (Split split : SPLITS)
                    for (Coalesce coalesce : COALESCES) addAll(all, tracking, fit, split, coalesce);
        return all;
    }

    private static void addAll(
            List<Recipe> all, Tracking tracking, Fit fit, Split split, Coalesce coalesce) {
        Growth growth = new Growth(CHUNK_BYTES, 0, LIMIT_BYTES);
        for (Tags tags : Tags.values())
            for (int alignment : new int[] {8, 16})
                for (Realloc realloc : Realloc.values()) {
                    Recipe recipe =
                            new Recipe(
                                    tracking, fit, split, coalesce, tags, realloc, alignment,
                                    growth);
                    if (recipe.objection().isEmpty()) all.add(recipe);
                }
    }
}
