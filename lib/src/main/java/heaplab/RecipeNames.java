package heaplab;

import heaplab.heap.Names;
import heaplab.heap.Recipe;
import heaplab.policy.FirstFit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Recipes by name: {@code INDEX/FIT/COALESCE/TAGS}, for instance {@code
 * explicit-lifo/first-fit/immediate/boundary}, and further parts where they differ from {@link
 * Heaps#recipe}. A part is known by its name alone, so parts can be left out and stand in any
 * order; what is left out is as in {@code Heaps.recipe}, or as the index demands it: {@code
 * size-tree} alone means best fit. The names are those of the policies that {@link Policies} finds.
 */
public final class RecipeNames {
    private static final String BETWEEN = "/";
    private static final int ALWAYS = 4; // parts that stand in every full name
    private static final Recipe USUAL = Heaps.recipe(new FirstFit());

    private RecipeNames() {}

    /**
     * The recipe of a name.
     *
     * @throws IllegalArgumentException that says what was found and what was expected, when a part
     *     is not known, is there twice, or does not go together with the others
     */
    public static Recipe named(String name) {
        Map<RecipePart, String> chosen = parts(name);
        try {
            Recipe recipe = usual(chosen.get(RecipePart.INDEX));
            for (Map.Entry<RecipePart, String> part : chosen.entrySet())
                recipe = part.getKey().applied(part.getValue(), recipe);
            if (recipe.objection().isEmpty()) return recipe;
            throw new IllegalArgumentException(recipe.objection());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage());
        }
    }

    private static Map<RecipePart, String> parts(String name) {
        Map<RecipePart, String> chosen = new LinkedHashMap<>();
        for (String word : name.split(BETWEEN, -1)) {
            RecipePart part = part(word);
            if (part == null)
                throw new IllegalArgumentException(
                        "found %s, expected %s"
                                .formatted(
                                        word.isEmpty() ? "nothing" : word,
                                        Nearest.list(word, parts())));
            String before = chosen.put(part, word);
            if (before != null)
                throw new IllegalArgumentException(
                        "%s: found %s and %s, expected one %s"
                                .formatted(name, before, word, part.kind()));
        }
        return chosen;
    }

    /** Whether this is a part that a name can have. */
    public static boolean isPart(String word) {
        return part(word) != null;
    }

    private static RecipePart part(String word) {
        for (RecipePart part : RecipePart.ALL) if (part.has(word)) return part;
        return null;
    }

    /** What an index is used with unless a name says otherwise; null: the implicit list. */
    private static Recipe usual(String index) {
        if (index == null) return USUAL;
        Recipe recipe = RecipePart.INDEX.applied(index, USUAL);
        return settled(recipe, RecipePart.ALL.subList(1, RecipePart.ALL.size()));
    }

    /**
     * The first recipe without objection, the last parts changed first; null when there is none.
     */
    private static Recipe settled(Recipe recipe, List<RecipePart> open) {
        if (recipe.objection().isEmpty()) return recipe;
        if (open.isEmpty()) return null;
        List<RecipePart> rest = open.subList(1, open.size());
        Recipe found = settled(recipe, rest);
        for (var option : open.get(0).options().values())
            if (found == null) found = settled(option.apply(recipe), rest);
        return found;
    }

    /**
     * The full name of a recipe, which {@link #named} makes the same recipe of.
     *
     * @throws IllegalArgumentException when a policy has no name: a lambda, or a class of a cell
     */
    public static String of(Recipe recipe) {
        StringJoiner name = new StringJoiner(BETWEEN);
        for (RecipePart part : RecipePart.ALL.subList(0, ALWAYS)) name.add(word(part, recipe));
        Recipe usual = usual(word(RecipePart.INDEX, recipe));
        for (RecipePart part : RecipePart.ALL.subList(ALWAYS, RecipePart.ALL.size())) {
            String word = word(part, recipe);
            if (!word.equals(part.nameIn().apply(usual))) name.add(word);
        }
        return name.toString();
    }

    private static String word(RecipePart part, Recipe recipe) {
        String word = part.nameIn().apply(recipe);
        if (part.has(word)) return word;
        throw new IllegalArgumentException(
                "%s: found the %s %s, expected %s"
                        .formatted(
                                Names.of(recipe),
                                part.kind(),
                                word,
                                Nearest.list(word, part.names())));
    }

    /** Every full name of a recipe that makes a heap, without further parts. */
    public static List<String> all() {
        List<String> all = new ArrayList<>();
        for (String index : RecipePart.INDEX.names())
            addAll(all, index, usual(index), RecipePart.ALL.subList(1, ALWAYS));
        return all;
    }

    private static void addAll(
            List<String> all, String name, Recipe recipe, List<RecipePart> open) {
        if (open.isEmpty()) {
            if (recipe.objection().isEmpty()) all.add(name);
            return;
        }
        open.get(0)
                .options()
                .forEach(
                        (word, option) ->
                                addAll(
                                        all,
                                        name + BETWEEN + word,
                                        option.apply(recipe),
                                        open.subList(1, open.size())));
    }

    /** Every part that a name can have. */
    public static List<String> parts() {
        return RecipePart.ALL.stream().flatMap(part -> part.names().stream()).toList();
    }

    /** The same by kind; the one that is used where a name has none comes first. */
    public static Map<String, List<String>> partsByKind() {
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        for (RecipePart part : RecipePart.ALL) {
            List<String> names = new ArrayList<>(part.names());
            String usual = part.nameIn().apply(USUAL);
            if (names.remove(usual)) names.add(0, usual);
            String kind = part.options().isEmpty() ? "numbers" : part.kind();
            kinds.computeIfAbsent(kind, k -> new ArrayList<>()).addAll(names);
        }
        return kinds;
    }
}
