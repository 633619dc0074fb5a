package heaplab.notebook;

import heaplab.alloc.FreeListOptions;
import heaplab.alloc.FreeListSimulator;
import heaplab.alloc.ListPlacement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Free lists that do one thing wrong, each as somebody does who has not understood it yet. */
final class MistakenLists {
    private MistakenLists() {}

    /** Joins a freed block with the entry after it only, or with the one before it only. */
    static FreeListSimulator joiningOneWay(FreeListOptions options, boolean forward) {
        return new FreeListSimulator(options) {
            @Override
            protected void coalesce(Chunk freed) {
                int low = list().indexOf(freed) - (forward ? 0 : 1);
                if (low < 0 || low + 1 == list().size()) return;
                Chunk first = list().get(low);
                Chunk second = list().get(low + 1);
                if (first.end() != second.address()) return;
                list().remove(low + 1);
                list().set(low, new Chunk(first.address(), first.bytes() + second.bytes()));
            }
        };
    }

    /** Joins what touches in memory, wherever it stands in the list. */
    static FreeListSimulator joiningAnywhere(FreeListOptions options) {
        return new FreeListSimulator(options) {
            @Override
            protected void coalesce(Chunk freed) {
                Chunk whole = freed;
                for (Chunk entry : List.copyOf(list()))
                    if (entry.end() == freed.address() || entry.address() == freed.end()) {
                        int low = Math.min(entry.address(), whole.address());
                        Chunk joined = new Chunk(low, entry.bytes() + whole.bytes());
                        list().remove(entry);
                        list().set(list().indexOf(whole), joined);
                        whole = joined;
                    }
            }
        };
    }

    /** Takes the high end of an entry. */
    static FreeListSimulator takingTheEnd(FreeListOptions options) {
        return new FreeListSimulator(options) {
            @Override
            protected int take(int found, int blockBytes) {
                Chunk entry = list().get(found);
                int rest = entry.bytes() - blockBytes;
                replace(found, new Chunk(entry.address(), rest));
                return give(new Chunk(entry.address() + rest, blockBytes));
            }
        };
    }

    /** Rounds the address of each block up to the alignment, or that of its payload. */
    static FreeListSimulator roundingAddresses(FreeListOptions options, boolean payload) {
        int before = payload ? options.headerBytes() : 0; // bytes of the block before what is even
        return new FreeListSimulator(options) {
            private int start(Chunk entry) {
                return (int) options.aligned(entry.address() + before) - before;
            }

            @Override
            protected long blockBytes(int bytes) {
                return (long) bytes + options.headerBytes();
            }

            @Override
            protected int find(long blockBytes) {
                List<Chunk> usable = new ArrayList<>();
                for (Chunk entry : list())
                    usable.add(new Chunk(start(entry), entry.end() - start(entry)));
                return options.placement().find(usable, blockBytes);
            }

            @Override
            protected int take(int found, int blockBytes) {
                Chunk entry = list().get(found);
                int end = start(entry) + blockBytes;
                replace(found, new Chunk(end, entry.end() - end));
                return give(new Chunk(start(entry), blockBytes));
            }
        };
    }

    /** Adds the header first and rounds the sum. */
    static FreeListSimulator roundingTheSum(FreeListOptions options) {
        return new FreeListSimulator(options) {
            @Override
            protected long blockBytes(int bytes) {
                return options.aligned((long) bytes + options.headerBytes());
            }
        };
    }

    /** Leaves out what the header takes, but not what it moves. */
    static FreeListSimulator withoutRoomForHeaders(FreeListOptions options) {
        return new FreeListSimulator(options) {
            @Override
            protected long blockBytes(int bytes) {
                return options.aligned(bytes);
            }
        };
    }

    /** Of equal entries takes the last. */
    static FreeListSimulator takingTheLastOfEquals(FreeListOptions options) {
        return new FreeListSimulator(options) {
            @Override
            protected int find(long blockBytes) {
                if (options.placement() == ListPlacement.FIRST) return super.find(blockBytes);
                List<Chunk> backwards = new ArrayList<>(list());
                Collections.reverse(backwards);
                int found = options.placement().find(backwards, blockBytes);
                return found == ListPlacement.NONE ? found : backwards.size() - 1 - found;
            }
        };
    }

    /** Sorts the list after each malloc as well. */
    static FreeListSimulator sortingOften(FreeListOptions options) {
        return new FreeListSimulator(options) {
            @Override
            protected int take(int found, int blockBytes) {
                int block = super.take(found, blockBytes);
                options.order().sort(list());
                return block;
            }
        };
    }
}
