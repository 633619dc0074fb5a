package heaplab.view;

import java.awt.Color;

/**
 * Colours for numbers from 0 to 1, dark to light, that everybody can put in order: violet, blue,
 * green, yellow. Interpolated between nine colours of viridis (van der Walt and Smith, 2015).
 */
final class Ramp {
    private static final int[] COLOURS = {
        0x440154, 0x472D7B, 0x3B528B, 0x2C728E, 0x21918C, 0x28AE80, 0x5EC962, 0xADDC30, 0xFDE725
    };

    private Ramp() {}

    static int rgb(double value) {
        double place = Math.max(0, Math.min(1, value)) * (COLOURS.length - 1);
        int below = Math.min((int) place, COLOURS.length - 2);
        return mix(COLOURS[below], COLOURS[below + 1], place - below);
    }

    static Color color(double value) {
        return new Color(rgb(value));
    }

    /** The first colour with a share of the second. */
    static int mix(int first, int second, double share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double part = (first >> shift & 255) * (1 - share) + (second >> shift & 255) * share;
            mixed |= (int) Math.round(part) << shift;
        }
        return mixed;
    }
}
