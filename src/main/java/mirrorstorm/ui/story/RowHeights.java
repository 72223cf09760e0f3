package mirrorstorm.ui.story;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * How high the lines of a list are. A list asks a cell several times whenever it shows another line, and each answer
 * lays the text out several times over, so what was measured once is remembered.
 */
final class RowHeights {

    /** More than any story has lines, at two widths. */
    static final int KEPT_MAX = 2_000;

    private final Map<List<Object>, Double> known = new LinkedHashMap<>();

    /** @param of all that the height depends on */
    double of(List<Object> of, DoubleSupplier measured) {
        Double height = known.get(of);
        if (height != null) {
            return height;
        }
        if (known.size() >= KEPT_MAX) {
            known.remove(known.keySet().iterator().next());
        }
        double now = measured.getAsDouble();
        known.put(of, now);
        return now;
    }
}
