package heaplab.notebook;

/**
 * A measured figure and what it has to reach.
 *
 * @param what is measured, with its unit
 * @param found in this run
 * @param least whether the bound is the least it may be; else the most
 * @param bound to reach
 */
public record Goal(String what, double found, boolean least, double bound) {
    public static Goal atLeast(String what, double found, double bound) {
        return new Goal(what, found, true, bound);
    }

    public static Goal atMost(String what, double found, double bound) {
        return new Goal(what, found, false, bound);
    }

    boolean met() {
        return least ? found >= bound : found <= bound;
    }

    /** The goal in words: "at least 95". */
    String words() {
        return (least ? "at least " : "at most ") + Check.number(bound);
    }
}
