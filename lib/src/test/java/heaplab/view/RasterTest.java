package heaplab.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.Heaps;
import heaplab.policy.FirstFit;
import heaplab.policy.NextFit;
import heaplab.trace.Lifetimes;
import heaplab.trace.Trace;
import heaplab.trace.Workloads;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RasterTest {
    private static Lifetimes firstFit(Trace trace) {
        return Lifetimes.of(trace, Heaps.textbook(new FirstFit()));
    }

    @Property(tries = 20)
    void allPixelsTogetherAreBytesTimesOperations(@ForAll long seed) {
        Lifetimes all = firstFit(Workloads.powerLaw(500, seed));
        int heap = all.peakHeapBytes();
        Coverage grid = new Coverage(all, heap, 37, 23);
        double allocated = 0;
        double obtained = 0;
        for (int y = 0; y < 23; y++) {
            for (int x = 0; x < 37; x++) {
                allocated += grid.allocated(x, y);
                obtained += grid.heap(x, y);
                assertTrue(grid.allocated(x, y) <= grid.heap(x, y) + 1e-9);
            }
        }
        double expected = 0;
        for (int i = 0; i < all.count(); i++) expected += (double) all.bytes(i) * all.lifetime(i);
        double expectedHeap = 0;
        for (int step = 1; step <= 500; step++) expectedHeap += all.heapBytes(step);
        double pixel = (double) heap / 23 * 500 / 37;
        assertEquals(expected, allocated * pixel, expected * 1e-9);
        assertEquals(expectedHeap, obtained * pixel, expectedHeap * 1e-9);
    }

    @Test
    void aBlockIsWhereAndWhenItWas() {
        Trace trace = Trace.named("one").malloc(0, 2040).malloc(1, 2000).free(0).free(1).build();
        Lifetimes all = firstFit(trace);
        Coverage grid = new Coverage(all, 4112, 4, 257);
        for (int x = 0; x < 4; x++)
            for (int y = 0; y < 257; y++) {
                int address = 16 * y;
                boolean first = x < 2 && address > 16 && address < 2048;
                boolean second = x >= 1 && x < 3 && address > 2064 && address < 4064;
                boolean edge = Math.abs(address - 2060) < 20 || address < 17 || address > 4050;
                if (!edge) assertEquals(first || second ? 1 : 0, grid.allocated(x, y), 1e-9);
            }
        assertEquals(Math.log10(2), grid.logLifetime(0, 30), 1e-9);
    }

    @Test
    void panelsAreDrawnAndDescribed() throws IOException {
        Trace trace = Workloads.bimodal(4000);
        Raster raster =
                Raster.of(trace)
                        .panel("first fit", firstFit(trace))
                        .panel("next fit", Heaps.textbook(new NextFit()));
        Bundle bundle = raster.bundle();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bundle.png()));
        assertEquals(1920, image.getWidth());
        int coloured = 0;
        for (int x = 0; x < image.getWidth(); x++)
            for (int y = 0; y < image.getHeight(); y++) {
                int rgb = image.getRGB(x, y);
                if ((rgb >> 16 & 255) != (rgb & 255)) coloured++;
            }
        assertTrue(coloured > image.getWidth() * image.getHeight() / 10, coloured + " pixels");
        assertTrue(bundle.text().contains("next fit: heap"), bundle.text());
        assertTrue(bundle.text().lines().allMatch(line -> line.length() <= 100), bundle.text());
    }

    @Test
    void replayOfAnotherTraceIsRefused() {
        Lifetimes other = firstFit(Workloads.uniform(10));
        assertThrows(
                IllegalArgumentException.class,
                () -> Raster.of(Workloads.bimodal(10)).panel("first fit", other));
        assertThrows(IllegalStateException.class, () -> Raster.of(Workloads.bimodal(10)).bundle());
    }

    @Test
    void coloursGrowLighter() {
        double before = -1;
        for (double v = 0; v <= 1; v += 0.05) {
            int rgb = Ramp.rgb(v);
            double light =
                    0.2126 * (rgb >> 16 & 255) + 0.7152 * (rgb >> 8 & 255) + 0.0722 * (rgb & 255);
            assertTrue(light > before, "at " + v);
            before = light;
        }
    }
}
