package heaplab.heap;

import heaplab.memory.Memory;
import heaplab.policy.AddressOrder;
import heaplab.policy.ExplicitTracking;
import heaplab.policy.SegregatedTracking;
import heaplab.policy.SizeOrder;
import heaplab.policy.SizeTreeTracking;
import heaplab.policy.SteppedClasses;
import java.util.function.Consumer;

/**
 * What can be wrong with links: how to do it to {@code A16 F32 A16 F48 A16 F40 A16 F80 A16}, and
 * the law that names it. Blocks are numbered from 0, so the free ones are 1, 3, 5 and 7.
 */
enum LinkDamage {
    NEXT_SKIPS_A_BLOCK(Kind.LIST, Law.BACK, h -> next(h, 1, block(h, 5))),
    NEXT_LEADS_TO_THE_FIRST_AGAIN(Kind.LIST, Law.BACK, h -> next(h, 7, block(h, 1))),
    NEXT_LEADS_TO_ITSELF(Kind.LIST, Law.BACK, h -> next(h, 3, block(h, 3))),
    NEXT_LEADS_INTO_A_BLOCK(Kind.LIST, Law.BACK, h -> next(h, 3, block(h, 5) + 4)),
    NEXT_LEADS_NOWHERE(Kind.LIST, Law.LEADS, h -> next(h, 3, 0)),
    NEXT_LEADS_BEYOND_THE_HEAP(Kind.LIST, Law.LEADS, h -> next(h, 3, h.memory().brk())),
    NEXT_IS_NOT_ALIGNED(Kind.LIST, Law.LEADS, h -> next(h, 3, block(h, 5) + 1)),
    PREVIOUS_LEADS_NOWHERE(Kind.LIST, Law.BACK, h -> previous(h, 3, 0)),
    PREVIOUS_LEADS_TO_ANOTHER(Kind.LIST, Law.BACK, h -> previous(h, 7, block(h, 3))),
    FRONT_OF_THE_LIST_LOST(Kind.LIST, Law.BACK, h -> put(h, end(0) + 4, block(h, 3))),
    BACK_OF_THE_LIST_LOST(Kind.LIST, Law.BACK, h -> put(h, end(0) + 8, block(h, 3))),
    LIST_EMPTIED(Kind.LIST, Law.LISTED, h -> relink(h, 0)),
    BLOCK_UNLINKED(Kind.LIST, Law.LISTED, h -> relink(h, 0, 1, 3, 7)),
    ALLOCATED_BLOCK_LINKED(Kind.LIST, Law.LISTED, h -> relink(h, 0, 1, 2, 3, 5, 7)),
    CURSOR_AT_AN_ALLOCATED_BLOCK(Kind.LIST, Law.CURSOR, h -> put(h, Statics.CURSOR, block(h, 2))),
    NOT_BY_ADDRESS(Kind.BY_ADDRESS, Law.ORDER, h -> relink(h, 0, 1, 5, 3, 7)),
    NOT_BY_SIZE(Kind.BY_SIZE, Law.ORDER, h -> relink(h, 0, 1, 3, 5, 7)),

    IN_THE_LIST_OF_ANOTHER_CLASS(Kind.CLASSES, Law.CLASS, LinkDamage::moveToOneList),
    NEXT_LEADS_INTO_ANOTHER_LIST(Kind.CLASSES, Law.BACK, h -> next(h, 5, block(h, 7))),
    NEXT_LEADS_TO_THE_END_OF_ANOTHER(Kind.CLASSES, Law.LEADS, h -> next(h, 5, end(6))),
    LISTS_SWAPPED(Kind.CLASSES, Law.CLASS, LinkDamage::swapLists),
    MAP_BIT_LOST(Kind.CLASSES, Law.MAPS, h -> flip(h, Statics.MAPS + 4, 1 << 5)),
    MAP_BIT_OF_AN_EMPTY_LIST(Kind.CLASSES, Law.MAPS, h -> flip(h, Statics.MAPS + 4, 1 << 9)),
    MAP_BIT_OF_NO_LIST(Kind.CLASSES, Law.MAPS, h -> flip(h, Statics.MAPS + 4, 1 << 31)),
    MAP_BIT_OF_A_WORD_LOST(Kind.STEPS, Law.MAPS, h -> flip(h, Statics.MAPS, 1)),
    MAP_BIT_OF_A_WORD_THAT_IS_ZERO(Kind.STEPS, Law.MAPS, h -> flip(h, Statics.MAPS, 2)),
    MAP_BIT_OF_NO_WORD(Kind.STEPS, Law.MAPS, h -> flip(h, Statics.MAPS, 1 << 4)),

    ROOT_LOST(Kind.TREE, Law.LISTED, h -> put(h, Statics.TREE, 0)),
    ROOT_IS_NOT_ALIGNED(Kind.TREE, Law.NODE, h -> flip(h, Statics.TREE, 2)),
    ROOT_BELOW_THE_HEAP(Kind.TREE, Law.NODE, h -> put(h, Statics.TREE, -8)),
    ROOT_BEYOND_THE_HEAP(Kind.TREE, Law.NODE, h -> put(h, Statics.TREE, h.memory().brk())),
    SUBTREE_LOST(Kind.TREE, Law.LISTED, h -> put(h, root(h) + child(h), 0)),
    SUBTREES_SWAPPED(Kind.TREE, Law.SORTED, LinkDamage::swapSubtrees),
    SMALLEST_LEADS_TO_THE_ROOT(Kind.TREE, Law.NODE, h -> put(h, outermost(h, 4) + 4, root(h))),
    LARGEST_LEADS_TO_ITSELF(
            Kind.TREE, Law.SORTED, h -> put(h, outermost(h, 8) + 8, outermost(h, 8))),
    ROTATED_AGAINST_THE_PRIORITIES(Kind.TREE, Law.PRIORITY, LinkDamage::rotate);

    private enum Kind {
        LIST(new ExplicitTracking()),
        BY_ADDRESS(new ExplicitTracking(new AddressOrder())),
        BY_SIZE(new ExplicitTracking(new SizeOrder())),
        CLASSES(new SegregatedTracking()),
        STEPS(new SegregatedTracking(new SteppedClasses())),
        TREE(new SizeTreeTracking());

        private final Tracking tracking;

        Kind(Tracking tracking) {
            this.tracking = tracking;
        }
    }

    private static final class Law {
        static final String BACK = "a link back leads to where the link came from";
        static final String LEADS = "a link leads to a free block or to the end of its list";
        static final String LISTED = "every free block is in one list, and nothing else is";
        static final String CURSOR = "the cursor is in the list";
        static final String ORDER = "a list keeps its order";
        static final String CLASS = "a free block is in the list of its size class";
        static final String MAPS = "the maps have a bit for each list that is not empty";
        static final String NODE = "a link leads to a free block";
        static final String SORTED = "the tree is sorted by size, then by address";
        static final String PRIORITY = "no node has a higher priority than the one above it";
    }

    private static final String HEAP = "A16 F32 A16 F48 A16 F40 A16 F80 A16";

    private final Kind kind;
    private final String law;
    private final Consumer<ListHeap> deed;

    LinkDamage(Kind kind, String law, Consumer<ListHeap> deed) {
        this.kind = kind;
        this.law = law;
        this.deed = deed;
    }

    String law() {
        return law;
    }

    /** A heap that was all right before. */
    ListHeap damaged(Recipe recipe) {
        ListHeap heap = HeapText.parse(recipe.with(kind.tracking), HEAP);
        heap.check();
        deed.accept(heap);
        return heap;
    }

    boolean isOfATree() {
        return kind == Kind.TREE;
    }

    private static void put(ListHeap heap, int address, int word) {
        heap.memory().word(address, word);
    }

    private static void flip(ListHeap heap, int address, int bits) {
        put(heap, address, heap.memory().word(address) ^ bits);
    }

    private static int block(ListHeap heap, int number) {
        return heap.blocks().of(Drawn.payload(heap, number));
    }

    private static int end(int list) {
        return FreeLists.sentinel(list);
    }

    private static void next(ListHeap heap, int number, int address) {
        put(heap, block(heap, number) + 4, address);
    }

    private static void previous(ListHeap heap, int number, int address) {
        put(heap, block(heap, number) + 8, address);
    }

    /** Makes these blocks a list, with both links of each. */
    private static void relink(ListHeap heap, int list, int... numbers) {
        int from = end(list);
        for (int number : numbers) {
            put(heap, from + 4, block(heap, number));
            previous(heap, number, from);
            from = block(heap, number);
        }
        put(heap, from + 4, end(list));
        put(heap, end(list) + 8, from);
    }

    private static void moveToOneList(ListHeap heap) {
        relink(heap, 5, 1, 3, 5, 7);
        relink(heap, 6);
    }

    private static void swapLists(ListHeap heap) {
        relink(heap, 5, 7);
        relink(heap, 6, 1, 3, 5);
    }

    private static int root(ListHeap heap) {
        return heap.memory().word(Statics.TREE);
    }

    /** Offset of a link of the root that leads to a node. */
    private static int child(ListHeap heap) {
        return heap.memory().word(root(heap) + 4) != 0 ? 4 : 8;
    }

    /** The node at the end of all links to smaller ones, or to larger ones. */
    private static int outermost(ListHeap heap, int link) {
        Memory memory = heap.memory();
        int node = root(heap);
        while (memory.word(node + link) != 0) node = memory.word(node + link);
        return node;
    }

    private static void swapSubtrees(ListHeap heap) {
        int smaller = heap.memory().word(root(heap) + 4);
        put(heap, root(heap) + 4, heap.memory().word(root(heap) + 8));
        put(heap, root(heap) + 8, smaller);
    }

    /** Puts a child of the root above it: the order stays. */
    private static void rotate(ListHeap heap) {
        int root = root(heap);
        int link = child(heap);
        int other = 12 - link;
        int node = heap.memory().word(root + link);
        put(heap, root + link, heap.memory().word(node + other));
        put(heap, node + other, root);
        put(heap, Statics.TREE, node);
    }
}
