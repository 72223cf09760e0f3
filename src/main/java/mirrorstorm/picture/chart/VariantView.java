package mirrorstorm.picture.chart;

import java.util.List;
import java.util.OptionalLong;
import mirrorstorm.metrics.Series;

/**
 * What charts of several variants on one clock show.
 *
 * @param series      of each variant, at most four
 * @param parted      when each parts from the first, nanoseconds since the start; empty where that is not known
 * @param toNanos     right end of the time axis, which begins at the start of the run; &gt; 0
 * @param nowNanos    the present moment
 * @param cursorNanos the moment that is pointed at; &lt; 0 if none is
 * @param textScale   size of text and strokes; 1 for a screen at arm's length
 */
public record VariantView(
        List<Series> series,
        List<OptionalLong> parted,
        long toNanos,
        long nowNanos,
        long cursorNanos,
        double textScale) {

    /** @throws IllegalArgumentException if the time axis has no length, or the scale is not positive */
    public VariantView {
        series = List.copyOf(series);
        parted = List.copyOf(parted);
        if (toNanos <= 0 || !(textScale > 0)) {
            throw new IllegalArgumentException("no charts up to " + toNanos + " at scale " + textScale);
        }
    }

    /** The moment to tell values of: what is pointed at, else now. */
    long readNanos() {
        return cursorNanos >= 0 ? cursorNanos : nowNanos;
    }
}
