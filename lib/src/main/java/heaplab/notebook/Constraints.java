package heaplab.notebook;

import heaplab.heap.Allocator;
import heaplab.trace.Trace;
import heaplab.view.Bundle;
import heaplab.view.HtmlTable;
import heaplab.view.Picture;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A trace replayed on an allocator by a distrustful program: it fills every block with words of its
 * own and looks for them when it gives the block back. As a picture a table: each constraint, how
 * it was put to the test, how often it was broken. Cost: the replay, and two visits to each word of
 * each block. Source: lecture 2, "Constraints".
 */
public final class Constraints implements Picture {
    private final Trace trace;
    private final Allocator heap;
    private final int alignment;
    private final int[] addresses; // of each id; NULL when it is not live
    private final int[] bytes; // asked for, of each id
    private final int[] stamps; // of each id: the operation that allocated it
    private final TreeMap<Integer, Integer> byAge = new TreeMap<>(); // live stamps to ids
    private final TreeMap<Integer, Integer> byAddress = new TreeMap<>(); // live starts to ends
    private final Set<Integer> sizes = new HashSet<>();
    private int mostLive;
    private long frees;
    private long scrambled; // frees of neither the oldest nor the newest block
    private long requests; // of 1 byte or more
    private long refused;
    private long overlaps;
    private long misaligned;
    private long words; // written by the program and read again
    private long changed; // of these
    private long lookups; // of blocks, when they are given back
    private long moved; // of these

    /** Replays at once; alignment in bytes is what the allocator promises. */
    Constraints(Trace trace, Allocator heap, int alignment) {
        this.trace = trace;
        this.heap = heap;
        this.alignment = alignment;
        addresses = new int[trace.ids()];
        bytes = new int[trace.ids()];
        stamps = new int[trace.ids()];
        for (int i = 0; i < trace.operations(); i++) if (trace.id(i) >= 0) operation(i);
    }

    private void operation(int i) {
        int id = trace.id(i);
        switch (trace.kind(i)) {
            case Trace.MALLOC -> given(id, heap.malloc(trace.bytes(i)), i);
            case Trace.FREE -> {
                if (addresses[id] == Allocator.NULL) return;
                countOrder(id);
                takeBack(id);
                heap.free(addresses[id]);
                addresses[id] = Allocator.NULL;
            }
            default -> {
                if (addresses[id] != Allocator.NULL) takeBack(id);
                given(id, heap.realloc(addresses[id], trace.bytes(i)), i);
            }
        }
    }

    private void countOrder(int id) {
        frees++;
        if (byAge.firstKey() != stamps[id] && byAge.lastKey() != stamps[id]) scrambled++;
    }

    /** A new block: nobody else's, aligned; the program fills it. */
    private void given(int id, int address, int operation) {
        int asked = trace.bytes(operation);
        addresses[id] = address;
        if (asked == 0) return;
        requests++;
        sizes.add(asked);
        if (address == Allocator.NULL) {
            refused++;
            return;
        }
        if (address % alignment != 0) misaligned++;
        if (overlaps(address, address + asked)) overlaps++;
        bytes[id] = asked;
        stamps[id] = operation;
        byAge.put(operation, id);
        byAddress.put(address, address + asked);
        mostLive = Math.max(mostLive, byAge.size());
        new OwnWords(heap.memory(), address, asked, operation).write();
    }

    private boolean overlaps(int start, int end) {
        Entry<Integer, Integer> before = byAddress.lowerEntry(end);
        return before != null && before.getValue() > start;
    }

    /** A block that the program still holds: is everything in it as it was left? */
    private void takeBack(int id) {
        byAge.remove(stamps[id]);
        byAddress.remove(addresses[id]);
        OwnWords own = new OwnWords(heap.memory(), addresses[id], bytes[id], stamps[id]);
        int wrong = own.wrong();
        words += own.count();
        lookups++;
        if (wrong > 0 && own.areElsewhere()) moved++;
        else changed += wrong;
    }

    /** How often the allocator broke a constraint. */
    public long broken() {
        return rows().stream().mapToLong(Row::broken).sum();
    }

    /** Of 100 frees, how many give back a block that is neither the oldest nor the newest. */
    public double scrambledPercent() {
        return frees == 0 ? 0 : 100.0 * scrambled / frees;
    }

    /** Whether the program did what it may: frees in scrambled order, many sizes. */
    public boolean isArbitrary() {
        return scrambled > 0 && sizes.size() > 1;
    }

    /** A constraint. */
    private record Row(String rule, String test, long broken) {}

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        add(
                rows,
                "any order of requests",
                0,
                "%,d of %,d frees: neither oldest nor newest block",
                scrambled,
                frees);
        add(
                rows,
                "any number, any size",
                0,
                "%,d sizes, up to %,d blocks live",
                sizes.size(),
                mostLive);
        add(
                rows,
                "answers at once",
                refused,
                "%,d requests, each served before the next",
                requests);
        add(
                rows,
                "places blocks in free memory",
                overlaps,
                "%,d blocks against all live ones",
                requests);
        add(
                rows,
                "aligns blocks",
                misaligned,
                "%,d addresses, multiples of %d",
                requests,
                (long) alignment);
        add(rows, "changes free memory only", changed, "%,d words written, and read again", words);
        add(rows, "moves no block", moved, "%,d blocks looked for where they were put", lookups);
        return rows;
    }

    private static void add(List<Row> rows, String rule, long broken, String test, Object... of) {
        rows.add(new Row(rule, String.format(Locale.ROOT, test, of), broken));
    }

    @Override
    public Bundle bundle() {
        return HtmlTable.of(table());
    }

    Table table() {
        return Table.create(
                trace.name(),
                column("constraint", rows().stream().map(Row::rule)),
                column("put to the test by", rows().stream().map(Row::test)),
                LongColumn.create(
                        "times broken", rows().stream().mapToLong(Row::broken).toArray()));
    }

    private static StringColumn column(String name, Stream<String> texts) {
        return StringColumn.create(name, texts);
    }
}
