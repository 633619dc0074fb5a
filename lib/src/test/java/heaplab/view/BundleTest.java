package heaplab.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class BundleTest {
    private static final byte[] END_OF_PNG = {
        0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xAE, 0x42, 0x60, (byte) 0x82
    };

    @Test
    void everyImageIsEncodedToItsLastByte() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < 30; i++) {
            BufferedImage image = noise(random, 20 + i, 10 + i);
            Bundle bundle = Bundle.of(image, "text", "alt");
            byte[] png = Base64.getDecoder().decode((String) bundle.data().get(Bundle.PNG));
            byte[] end = Arrays.copyOfRange(png, png.length - END_OF_PNG.length, png.length);
            assertArrayEquals(END_OF_PNG, end);
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(bundle.png()));
            assertEquals(image.getRGB(19, 9), read.getRGB(19, 9));
        }
    }

    @Test
    void imageIsShownAtHalfItsSizeWithItsAlternativeText() {
        Bundle bundle = Bundle.of(new BufferedImage(801, 40, 1), "text", "one free block");
        assertEquals(
                Map.of("width", 401, "height", 20, "alt", "one free block"),
                bundle.metadata().get(Bundle.PNG));
    }

    @Test
    void textIsAlwaysThere() {
        assertEquals("8/0", Bundle.of("8/0").text());
        assertEquals("8/0", Bundle.of(new BufferedImage(2, 2, 1), "8/0", "").toString());
        assertThrows(IllegalArgumentException.class, () -> Bundle.of((String) null));
    }

    @Test
    void htmlAndVegaLiteExcludeEachOther() {
        Bundle text = Bundle.of("text");
        assertThrows(IllegalStateException.class, () -> text.html("<b>").vega(Map.of()));
        assertThrows(IllegalStateException.class, () -> text.vega(Map.of()).html("<b>"));
        assertFalse(text.data().containsKey(Bundle.HTML));
    }

    @Test
    void vegaLiteGetsNullForNumbersJsonDoesNotKnow() {
        Map<String, ?> spec =
                Map.of("values", List.of(Map.of("y", Double.NaN), Map.of("y", 1.5)), "width", 10);
        Map<?, ?> copy = (Map<?, ?>) Bundle.of("").vega(spec).data().get(Bundle.VEGA_LITE);
        List<?> values = (List<?>) copy.get("values");
        assertNull(((Map<?, ?>) values.get(0)).get("y"));
        assertEquals(1.5, ((Map<?, ?>) values.get(1)).get("y"));
        assertEquals(10, copy.get("width"));
    }

    @Test
    void arraysBecomeLists() {
        Map<String, ?> spec = Map.of("values", new double[] {1, Double.POSITIVE_INFINITY});
        Map<?, ?> copy = (Map<?, ?>) Bundle.of("").vega(spec).data().get(Bundle.VEGA_LITE);
        assertEquals(Arrays.asList(1.0, null), copy.get("values"));
    }

    @Test
    void refusalOfAValueNamesItsTypeAndPlace() {
        Map<String, ?> spec = Map.of("data", Map.of("values", List.of(new Random())));
        Exception e =
                assertThrows(IllegalArgumentException.class, () -> Bundle.of("").vega(spec).data());
        assertTrue(e.getMessage().startsWith("java.util.Random at data.values[]"), e.getMessage());
    }

    @Test
    void laterChangesOfTheMapDoNotShow() {
        Map<String, Object> spec = new HashMap<>(Map.of("mark", "bar"));
        Bundle bundle = Bundle.of("").vega(spec);
        spec.put("mark", "line");
        assertEquals(Map.of("mark", "bar"), bundle.data().get(Bundle.VEGA_LITE));
    }

    @Test
    void bundleWithoutImageSaysWhatItHas() {
        Exception e = assertThrows(IllegalStateException.class, () -> Bundle.of("").png());
        assertEquals("no image in this bundle, only [text/plain]", e.getMessage());
    }

    private static BufferedImage noise(Random random, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return image;
    }
}
