package heaplab.view;

import heaplab.heap.Links;
import heaplab.memory.Memory;
import heaplab.view.Scan.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A heap word by word: what the drawn strip, its text and its description are made from.
 *
 * <pre>
 * | UNUSED | HEADER 16/1 | PAYLOAD | PADDING | HEADER 24/0 | LINK | FREE | FOOTER 24/0 | HEADER 0/1
 * </pre>
 *
 * Words in no block are unused if zero, else they are tags: prologue and epilogue.
 */
record Strip(Scan scan, List<Cell> cells, List<Arc> arcs, List<Root> roots) {
    /** What a word is for. */
    enum Role {
        UNUSED,
        HEADER,
        FOOTER,
        PAYLOAD,
        PADDING,
        FREE,
        LINK,
        BROKEN,
        UNKNOWN
    }

    /**
     * A word.
     *
     * @param block address of the block it belongs to, or its own
     * @param label what is written on it, or ""
     * @param padding bytes at its end that the program did not ask for
     * @param changed whether it is outlined
     * @param written whether its value is not what it was
     */
    record Cell(
            int address,
            Role role,
            boolean allocated,
            int block,
            String label,
            int padding,
            boolean changed,
            boolean written) {}

    /** A pointer from one word to another. */
    record Arc(int from, int to) {}

    /** A pointer from the index itself to a block. */
    record Root(String name, int block) {}

    /** What the program knows of its blocks, by payload address: names, and bytes asked for. */
    record Notes(Map<Integer, String> names, Map<Integer, Integer> requested) {
        static final Notes NONE = new Notes(Map.of(), Map.of());
    }

    static Strip of(Scan scan, Notes notes, Change change, boolean hops, Unit unit) {
        if (scan.words() == null) return new Strip(scan, List.of(), List.of(), List.of());
        return new Cells(scan, notes, change, hops, unit).strip();
    }

    /** Whether something is drawn above the words. */
    boolean hasArcs() {
        return !arcs.isEmpty() || !roots.isEmpty();
    }

    Cell cell(int address) {
        int word = address / Memory.WORD;
        return address >= 0 && word < cells.size() ? cells.get(word) : null;
    }

    /** Writes down the cells of one strip. */
    private static final class Cells {
        private final Scan scan;
        private final Notes notes;
        private final Change change; // or null
        private final boolean hops; // whether sizes are drawn as arcs
        private final Unit unit; // of sizes and links
        private final List<Cell> cells = new ArrayList<>();
        private final List<Arc> arcs = new ArrayList<>();

        Cells(Scan scan, Notes notes, Change change, boolean hops, Unit unit) {
            this.scan = scan;
            this.notes = notes;
            this.change = change;
            this.hops = hops;
            this.unit = unit;
        }

        Strip strip() {
            for (Block block : scan.blocks()) {
                outside(block.address());
                block(block);
            }
            if (scan.broken() != null) broken();
            else outside(scan.heapBytes());
            List<Root> roots =
                    scan.chains().stream()
                            .map(c -> new Root(scan.rootName(c, unit), c.root()))
                            .toList();
            return new Strip(scan, List.copyOf(cells), List.copyOf(arcs), roots);
        }

        private int here() {
            return cells.size() * Memory.WORD;
        }

        private int word() {
            return scan.words()[here() / Memory.WORD];
        }

        private String tag(int word) {
            return unit.tag(word & -8, (word & 1) != 0);
        }

        private void add(Role role, boolean allocated, int block, String label, int padding) {
            int a = here();
            boolean changed = change != null && change.outlines(a);
            boolean written = change != null && change.isWritten(a);
            cells.add(new Cell(a, role, allocated, block, label, padding, changed, written));
        }

        /** Words before the first block and after the last. */
        private void outside(int end) {
            int prologueFooter = -1;
            while (here() < end) {
                int word = word();
                int size = word & -8;
                String label = tag(word);
                if (word == 0 || scan.headerBytes() == 0) add(Role.UNUSED, false, here(), "", 0);
                else if (here() == prologueFooter) add(Role.FOOTER, true, here() - 4, label, 0);
                else {
                    prologueFooter = here() + size - Memory.WORD;
                    add(Role.HEADER, (word & 1) != 0, here(), label, 0);
                }
            }
        }

        private void block(Block b) {
            if (hops) arcs.add(new Arc(b.address(), b.end()));
            while (here() < b.payload()) {
                String label = here() == b.address() ? b.tag(unit) : "";
                add(Role.HEADER, b.allocated(), b.address(), label, 0);
            }
            if (b.allocated()) payload(b);
            else free(b);
            while (here() < b.end()) {
                add(Role.FOOTER, b.allocated(), b.address(), tag(word()), 0);
            }
        }

        private void payload(Block b) {
            String name = notes.names().getOrDefault(b.payload(), "");
            int asked = notes.requested().getOrDefault(b.payload(), b.payloadBytes());
            int askedEnd = b.payload() + asked;
            while (here() < b.end() - b.footer()) {
                int padding = Math.min(Memory.WORD, Math.max(0, here() + Memory.WORD - askedEnd));
                if (padding == Memory.WORD) add(Role.PADDING, true, b.address(), "", padding);
                else add(Role.PAYLOAD, true, b.address(), name, padding);
            }
        }

        private void free(Block b) {
            for (String name : scan.links().names())
                if (here() < b.end() - b.footer()) link(b, name);
            while (here() < b.end() - b.footer()) add(Role.FREE, false, b.address(), "", 0);
        }

        /** A pointer; those back to the block before, in a list, have no arc. */
        private void link(Block b, String name) {
            int target = word();
            Block to = target <= 0 ? null : scan.at(target);
            boolean back = scan.links() == Links.LIST && !name.equals(scan.links().names().get(0));
            if (to != null && to.address() == target && !back) arcs.add(new Arc(here(), target));
            String label = target > 0 ? String.valueOf(unit.of(target)) : nowhere(target, back);
            add(Role.LINK, false, b.address(), name + " " + label, 0);
        }

        /** What a link says that leads to no block: a ring ends where its list starts. */
        private static String nowhere(int target, boolean back) {
            if (target == 0) return "nil";
            return back ? "list" : "end";
        }

        private void broken() {
            int address = scan.broken().address();
            outside(Math.min(address, scan.heapBytes()));
            while (here() < scan.heapBytes()) {
                int word = word();
                boolean here = here() == address;
                String label = here ? unit.of(word & -8) + "/" + (word & 7) : "";
                add(here ? Role.BROKEN : Role.UNKNOWN, false, address, label, 0);
            }
        }
    }
}
