package heaplab.metrics;

import heaplab.heap.Allocator;
import heaplab.heap.Names;
import heaplab.heap.Recipe;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Supplier;

/**
 * Who takes part in a comparison.
 *
 * @param name as in the legend of a chart
 * @param heap makes a new heap, which nothing was asked of yet
 */
public record Contestant(String name, Supplier<? extends Allocator> heap) {

    /** Recipes, named by what they differ in; if that is nothing, by their fits. */
    public static List<Contestant> of(Recipe... recipes) {
        List<Contestant> contestants = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Recipe recipe : recipes) {
            String name = difference(recipe, recipes);
            for (int i = 2; !taken.add(name); i++) name = difference(recipe, recipes) + " " + i;
            contestants.add(new Contestant(name, recipe::heap));
        }
        return contestants;
    }

    private static String difference(Recipe recipe, Recipe[] all) {
        StringJoiner name = new StringJoiner(" · ");
        List<String> own = choices(recipe);
        for (int i = 0; i < own.size(); i++)
            for (Recipe other : all)
                if (!choices(other).get(i).equals(own.get(i))) {
                    name.add(own.get(i));
                    break;
                }
        return name.length() == 0 ? Names.of(recipe.fit()) : name.toString();
    }

    private static List<String> choices(Recipe recipe) {
        return List.of(
                recipe.tracking().toString(),
                Names.of(recipe.fit()),
                Names.of(recipe.split()),
                Names.of(recipe.coalesce()),
                recipe.tags().toString(),
                recipe.realloc().toString(),
                "alignment " + recipe.alignment(),
                recipe.growth().toString(),
                "limit " + recipe.growth().limitBytes());
    }
}
