package heaplab.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.alloc.ExerciseGenerator;
import heaplab.alloc.FreeListExercise;
import heaplab.alloc.FreeListOptions;
import heaplab.alloc.FreeListSimulator;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreeListPictureTest {
    private static final FreeListOptions HEADERS =
            FreeListOptions.DEFAULTS.withHeap(32).withHeader(4);

    private static FreeListPicture picture(FreeListOptions options, String list) {
        FreeListExercise exercise = ExerciseGenerator.list(options, list);
        return FreeListPicture.of(options, exercise.solve());
    }

    @Test
    void eachMomentHasItsBarAndItsList() {
        assertEquals(
                """
                at the start
                  1000 |................................| 1032
                  list 1000:32

                0  ptr[0] = malloc(8) returns 1004, searched 1 entry
                  1000 |hhhh########....................| 1032
                  list 1012:20

                1  ptr[1] = malloc(16) returns 1016, searched 1 entry
                  1000 |hhhh########hhhh################| 1032
                  list (empty)

                2  free(ptr[0]) returns 0
                  1000 |............hhhh################| 1032
                  list 1000:12

                list: address:bytes; bar: h header, # allocated, . free""",
                picture(HEADERS, "+8,+16,-0").text());
    }

    @Test
    void theLastMomentIsDescribed() {
        assertEquals(
                "1  free(ptr[0]) returns 0: 0 of 32 bytes allocated; the free list is 12 bytes at"
                        + " 1000, 20 bytes at 1012.",
                picture(HEADERS, "+8,-0").last().alt());
        assertEquals(
                "0 of 32 bytes allocated; the free list is 32 bytes at 1000.",
                FreeListPicture.of(new FreeListSimulator(HEADERS)).alt());
    }

    @Test
    void newEntriesAreOutlinedAndNothingElse() {
        assertTrue(colours(picture(HEADERS, "+8")).contains(Ink.ORANGE.getRGB()));
        Set<Integer> start =
                colours(FreeListPicture.of(new FreeListSimulator(FreeListOptions.DEFAULTS)));
        assertTrue(!start.contains(Ink.ORANGE.getRGB()) && !start.contains(Ink.BLUE.getRGB()));
        assertTrue(start.contains(Ink.CREAM.getRGB()));
    }

    private static Set<Integer> colours(FreeListPicture picture) {
        BufferedImage image = picture.image();
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++)
            for (int x = 0; x < image.getWidth(); x++) colours.add(image.getRGB(x, y));
        return colours;
    }

    @Test
    void longListsStayAsWideAsShortOnes() {
        FreeListSimulator heap =
                new FreeListSimulator(FreeListOptions.DEFAULTS.withHeap(1_000_000));
        int[] blocks = new int[200];
        for (int i = 0; i < blocks.length; i++) blocks[i] = heap.malloc(i % 9 + 1).block();
        for (int i = 0; i < blocks.length; i += 2) heap.free(blocks[i]);
        FreeListPicture picture = FreeListPicture.of(heap);
        int width = picture(HEADERS, "+8").image().getWidth();
        assertEquals(width, picture.image().getWidth());
        assertEquals(101, picture.text().split(":\\d").length - 1);
    }
}
