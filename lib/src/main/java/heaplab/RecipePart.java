package heaplab;

import heaplab.heap.Coalesce;
import heaplab.heap.Fit;
import heaplab.heap.Names;
import heaplab.heap.Order;
import heaplab.heap.Realloc;
import heaplab.heap.Recipe;
import heaplab.heap.SizeClasses;
import heaplab.heap.Split;
import heaplab.heap.Tags;
import heaplab.heap.Tracking;
import heaplab.policy.SegregatedTracking;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One kind of choice in a recipe, and how its options are called on the command line.
 *
 * @param kind what is chosen
 * @param options by name, each with what it makes of a recipe
 * @param numbered what "name-64" makes of a recipe, by name without the number
 * @param nameIn the name of what a recipe has, whether or not it is one of these
 */
record RecipePart(
        String kind,
        Map<String, Function<Recipe, Recipe>> options,
        Map<String, BiFunction<Recipe, String, Recipe>> numbered,
        Function<Recipe, String> nameIn) {

    private static final Pattern NUMBERED = Pattern.compile("(.+?)-(\\d+(?:\\.\\d+)?)");

    /** Which index of free blocks: the part that others have to go together with. */
    static final RecipePart INDEX =
            choice(
                    "index",
                    trackings(),
                    (recipe, tracking) -> recipe.with(tracking),
                    recipe -> Names.dashed(recipe.tracking().toString()));

    /** Every kind, in the order of a name; each of the first four is always in it. */
    static final List<RecipePart> ALL =
            List.of(
                    INDEX,
                    policy("fit", Fit.class, Recipe::with, Recipe::fit),
                    policy("coalesce", Coalesce.class, Recipe::with, Recipe::coalesce),
                    constant("tags", Tags.values(), "-tags", Recipe::with, Recipe::tags),
                    policy("split", Split.class, Recipe::with, Recipe::split),
                    constant("realloc", Realloc.values(), "", Recipe::with, Recipe::realloc),
                    number("align", r -> r::withAlignment, Recipe::alignment),
                    number("chunk", r -> r::withChunk, r -> r.growth().chunkBytes()),
                    number("trim", r -> r::withTrim, r -> r.growth().trimBytes()),
                    number("limit", r -> r::withLimit, r -> r.growth().limitBytes()));

    /** Whether a name is of this kind. */
    boolean has(String name) {
        Matcher split = NUMBERED.matcher(name);
        return options.containsKey(name) || split.matches() && numbered.containsKey(split.group(1));
    }

    /** What a name of this kind makes of a recipe. */
    Recipe applied(String name, Recipe recipe) {
        if (options.containsKey(name)) return options.get(name).apply(recipe);
        Matcher split = NUMBERED.matcher(name);
        if (!split.matches()) throw new IllegalArgumentException(name + " is no " + kind);
        return numbered.get(split.group(1)).apply(recipe, split.group(2));
    }

    /** The names to choose from, and for numbers of bytes how they are written. */
    List<String> names() {
        return options.isEmpty() ? List.of(kind + "-BYTES") : List.copyOf(options.keySet());
    }

    /** Those of the policies, and segregated lists in every order. */
    private static Map<String, Tracking> trackings() {
        Map<String, Tracking> all = new TreeMap<>(Policies.trackings());
        for (SizeClasses classes : Policies.all(SizeClasses.class).values())
            for (Order order : Policies.all(Order.class).values()) {
                Tracking lists = new SegregatedTracking(classes, order);
                all.put(Names.dashed(lists.toString()), lists);
            }
        return all;
    }

    private static <P> RecipePart choice(
            String kind,
            Map<String, P> named,
            BiFunction<Recipe, P, Recipe> with,
            Function<Recipe, String> nameIn) {
        Map<String, Function<Recipe, Recipe>> options = new TreeMap<>();
        named.forEach((name, option) -> options.put(name, r -> with.apply(r, option)));
        return new RecipePart(kind, options, Map.of(), nameIn);
    }

    /** Policies by their classes; "immediate-coalesce" is {@code immediate} here. */
    private static <P> RecipePart policy(
            String kind,
            Class<P> type,
            BiFunction<Recipe, P, Recipe> with,
            Function<Recipe, P> in) {
        Map<String, P> named = new TreeMap<>();
        Policies.all(type).forEach((name, p) -> named.put(name.replace("-coalesce", ""), p));
        RecipePart plain = choice(kind, named, with, r -> Numbered.name(in.apply(r), named));
        Map<String, BiFunction<Recipe, String, Recipe>> numbered = new TreeMap<>();
        named.forEach(
                (name, policy) -> {
                    if (Numbered.isNumbered(policy))
                        numbered.put(name, (r, n) -> with.apply(r, Numbered.withNumber(policy, n)));
                });
        return new RecipePart(kind, plain.options, numbered, plain.nameIn);
    }

    private static <E extends Enum<E>> RecipePart constant(
            String kind,
            E[] all,
            String suffix,
            BiFunction<Recipe, E, Recipe> with,
            Function<Recipe, E> in) {
        Function<E, String> name = e -> Names.dashed(e.name()).replace(suffix, "");
        Map<String, E> named = new TreeMap<>();
        Arrays.stream(all).forEach(e -> named.put(name.apply(e), e));
        return choice(kind, named, with, in.andThen(name));
    }

    private static RecipePart number(
            String word, Function<Recipe, IntFunction<Recipe>> with, ToIntFunction<Recipe> in) {
        return new RecipePart(
                word,
                Map.of(),
                Map.of(word, (r, n) -> with.apply(r).apply(Numbered.whole(n))),
                r -> word + "-" + in.applyAsInt(r));
    }
}
