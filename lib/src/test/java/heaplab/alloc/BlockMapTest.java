package heaplab.alloc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import heaplab.memory.FlatMemory;
import heaplab.memory.Memory;
import org.junit.jupiter.api.Test;

class BlockMapTest {
    private final Memory memory = new FlatMemory(1000);
    private final BlockMap map = new BlockMap();

    private GuardedBlock add(int start, int bytes) {
        if (memory.brk() == 0) memory.sbrk(1000);
        GuardedBlock block = new GuardedBlock(memory, start, 16, bytes, 1);
        map.add(block);
        return block;
    }

    @Test
    void aBlockCoversItsRedzones() {
        GuardedBlock block = add(100, 20);
        assertNull(map.at(99));
        assertSame(block, map.at(100));
        assertSame(block, map.at(151));
        assertNull(map.at(152));
    }

    @Test
    void aFreedBlockIsKnownUntilAnyOfItsMemoryIsUsedAgain() {
        GuardedBlock freed = add(100, 200);
        freed.free(2);
        assertEquals(0, map.live().count());
        add(400, 20);
        assertSame(freed, map.at(110));
        add(200, 20);
        assertNull(map.at(110), "its rear is used");
        add(190 - 52, 20).free(3);
        add(80, 100);
        assertSame(map.at(80), map.at(140), "its front is used");
    }
}
