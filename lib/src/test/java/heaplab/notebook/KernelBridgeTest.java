package heaplab.notebook;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import heaplab.view.Bundle;
import heaplab.view.Picture;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** The bridge on the display classes of JJava; notebooks test it in both kernels. */
class KernelBridgeTest {
    private final BaseKernel kernel = new Kernel();

    @Test
    void outsideOfAKernelNothingHappens() {
        assertDoesNotThrow(() -> KernelBridge.install());
        assertDoesNotThrow(() -> Display.show("nobody sees this"));
    }

    @Test
    void pictureIsRenderedWithAllItsFormats() {
        new KernelExtension().install(kernel);
        Bundle bundle =
                Bundle.of(new BufferedImage(8, 8, 1), "text", "alt").vega(Map.of("mark", "bar"));
        DisplayData data = kernel.getRenderer().render((Picture) () -> bundle);
        assertEquals("text", data.getData(MIMEType.TEXT_PLAIN));
        assertEquals(bundle.data().get(Bundle.PNG), data.getData(MIMEType.IMAGE_PNG));
        assertEquals(
                Map.of("mark", "bar"),
                data.getData(MIMEType.parse("application/vnd.vegalite.v5+json")));
    }

    @Test
    void tableIsRenderedAsHtml() {
        KernelBridge.install(kernel);
        DisplayData data = kernel.getRenderer().render(Table.create(IntColumn.create("n", 1)));
        assertTrue(data.getData(MIMEType.TEXT_HTML).toString().startsWith("<table>"));
    }

    @Test
    void otherValuesAreLeftAlone() {
        KernelBridge.install(kernel);
        DisplayData data = kernel.getRenderer().render(List.of(1, 2));
        assertEquals("[1, 2]", data.getData(MIMEType.TEXT_PLAIN));
        assertFalse(data.hasDataForType(MIMEType.TEXT_HTML));
    }

    @Test
    void failingPictureShowsNothingOfTheKernelsStack() {
        KernelBridge.install(kernel);
        Picture failing = () -> Bundle.of((String) null);
        Exception e =
                assertThrows(
                        IllegalArgumentException.class, () -> kernel.getRenderer().render(failing));
        assertFalse(
                Arrays.toString(e.getStackTrace()).contains("jjava"),
                Arrays.toString(e.getStackTrace()));
    }

    @Test
    void shownValueGetsToTheKernel() {
        KernelBridge.install(kernel);
        assertNotNull(KernelBridge.installed().orElseThrow());
        assertDoesNotThrow(() -> Display.show(Bundle.of("text")));
        assertDoesNotThrow(() -> Display.update("id", Bundle.of("text")));
    }

    @Test
    void numbersAreWrittenAlikeInEveryCountry() {
        Locale before = Locale.getDefault(Locale.Category.FORMAT);
        try {
            Locale.setDefault(Locale.Category.FORMAT, Locale.GERMANY);
            KernelBridge.install(kernel);
            assertEquals("1,234.5", "%,.1f".formatted(1234.5));
        } finally {
            Locale.setDefault(Locale.Category.FORMAT, before);
        }
    }

    private static final class Kernel extends BaseKernel {
        Kernel() {
            super(
                    "test",
                    "1",
                    null,
                    List.of(),
                    null,
                    new JupyterIO(StandardCharsets.UTF_8),
                    new CommManager(),
                    new Renderer(),
                    null,
                    null,
                    false,
                    new StringStyler("", "", "", i -> ""));
        }

        @Override
        public Object evalRaw(String source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public DisplayData inspect(String code, int at, boolean extraDetail) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ReplacementOptions complete(String code, int at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String isComplete(String code) {
            throw new UnsupportedOperationException();
        }
    }
}
