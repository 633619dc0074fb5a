package heaplab.view;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * What a picture is to a front end: the same content in several formats.
 *
 * <p>Every bundle has text; an image, HTML or Vega-Lite may come with it, and a front end draws the
 * richest format it knows. Bundles are immutable: {@link #vega} and {@link #html} give new ones.
 *
 * <p>Alternatives: the kernels' own image renderers lose the last bytes of a PNG, hence the encoder
 * here. HTML and Vega-Lite exclude each other, because front ends would draw only the HTML.
 */
public final class Bundle {
    public static final String TEXT = "text/plain";
    public static final String HTML = "text/html";
    public static final String PNG = "image/png";
    public static final String VEGA_LITE = "application/vnd.vegalite.v5+json";

    private final Map<String, Object>
            data; // MIME type to String (PNG in Base64) or Map (Vega-Lite)
    private final Map<String, Map<String, Object>> metadata; // MIME type to hints for drawing it

    private Bundle(Map<String, Object> data, Map<String, Map<String, Object>> metadata) {
        this.data = Collections.unmodifiableMap(data);
        this.metadata = Collections.unmodifiableMap(metadata);
    }

    /** Text only, for a terminal or a screen reader. */
    public static Bundle of(String text) {
        return new Bundle(new LinkedHashMap<>(), Map.of()).with(TEXT, text);
    }

    /**
     * An image and the same content as text.
     *
     * @param image at double resolution: shown at half its size, so it is sharp on any screen
     * @param alt one sentence for those who cannot see the image
     */
    public static Bundle of(BufferedImage image, String text, String alt) {
        Map<String, Object> hints = new LinkedHashMap<>();
        hints.put("width", (image.getWidth() + 1) / 2);
        hints.put("height", (image.getHeight() + 1) / 2);
        hints.put("alt", alt);
        Bundle bundle = of(text).with(PNG, Base64.getEncoder().encodeToString(encode(image)));
        return new Bundle(bundle.data, Map.of(PNG, Collections.unmodifiableMap(hints)));
    }

    /**
     * The same with a Vega-Lite chart, for front ends that can move it.
     *
     * @param spec maps, lists, arrays, strings, booleans and numbers; NaN and infinity become null
     */
    public Bundle vega(Map<String, ?> spec) {
        refuseBeside(HTML, VEGA_LITE);
        return with(VEGA_LITE, Json.copy(spec));
    }

    /** The same with HTML: plain elements and inline styles, because scripts are not run. */
    public Bundle html(String html) {
        refuseBeside(VEGA_LITE, HTML);
        return with(HTML, html);
    }

    /** Content by MIME type as the Jupyter protocol has it: strings (PNG in Base64) and maps. */
    public Map<String, Object> data() {
        return data;
    }

    /** Hints by MIME type: the width, height and alternative text of the image. */
    public Map<String, Map<String, Object>> metadata() {
        return metadata;
    }

    public String text() {
        return (String) data.get(TEXT);
    }

    /** The bytes of the PNG file. */
    public byte[] png() {
        if (!data.containsKey(PNG)) {
            throw new IllegalStateException("no image in this bundle, only " + data.keySet());
        }
        return Base64.getDecoder().decode((String) data.get(PNG));
    }

    @Override
    public String toString() {
        return text();
    }

    private Bundle with(String type, Object content) {
        if (content == null) {
            throw new IllegalArgumentException(type + " of a bundle is null");
        }
        Map<String, Object> more = new LinkedHashMap<>(data);
        more.put(type, content);
        return new Bundle(more, metadata);
    }

    private void refuseBeside(String present, String wanted) {
        if (data.containsKey(present)) {
            throw new IllegalStateException(
                    wanted + " beside " + present + ": front ends would draw only the HTML");
        }
    }

    private static byte[] encode(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
