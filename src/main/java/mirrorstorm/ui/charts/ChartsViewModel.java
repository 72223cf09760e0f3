package mirrorstorm.ui.charts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import mirrorstorm.picture.chart.Chart;
import mirrorstorm.picture.chart.ChartOptions;
import mirrorstorm.picture.chart.ChartOptions.Measure;

/** Which charts are shown, how high, and in what they are measured. */
public final class ChartsViewModel {

    private static final List<Chart> AT_FIRST = List.of(Chart.VOLUMES, Chart.PROBES, Chart.ROOM, Chart.LOOP_GAIN);

    /** No chart is dragged lower than this, as a part of the two that share the height. */
    private static final double PART_MIN = 0.12;

    private final Map<Chart, BooleanProperty> shown = new LinkedHashMap<>();
    private final BooleanProperty counted = new SimpleBooleanProperty();
    private final Map<Chart, Double> heights = new EnumMap<>(Chart.class);
    private final ReadOnlyObjectWrapper<ChartOptions> options =
            new ReadOnlyObjectWrapper<>(new ChartOptions(AT_FIRST, Measure.SHARE, Map.of()));

    public ChartsViewModel() {
        for (Chart chart : Chart.values()) {
            BooleanProperty isShown = new SimpleBooleanProperty(AT_FIRST.contains(chart));
            isShown.addListener((property, before, now) -> refresh());
            shown.put(chart, isShown);
        }
        counted.addListener((property, before, now) -> refresh());
    }

    private void refresh() {
        List<Chart> charts = Arrays.stream(Chart.values())
                .filter(chart -> shownProperty(chart).get())
                .toList();
        options.set(new ChartOptions(charts, counted.get() ? Measure.COUNT : Measure.SHARE, heights));
    }

    /** Moves the border between two charts: they share their height anew. */
    void share(Chart upper, Chart lower, double upperPart) {
        ChartOptions now = options.get();
        double both = now.heightOf(upper) + now.heightOf(lower);
        double part = Math.max(PART_MIN, Math.min(1 - PART_MIN, upperPart));
        heights.put(upper, both * part);
        heights.put(lower, both * (1 - part));
        refresh();
    }

    /** All charts as high as usual. */
    public void resetHeights() {
        heights.clear();
        refresh();
    }

    /** Whether a chart is shown. */
    public BooleanProperty shownProperty(Chart chart) {
        BooleanProperty property = shown.get(chart);
        if (property == null) {
            throw new IllegalArgumentException("no chart " + chart);
        }
        return property;
    }

    /** Whether volumes and databases are counted, rather than shown as shares. */
    public BooleanProperty countedProperty() {
        return counted;
    }

    /** All of it, for painters. */
    public ReadOnlyObjectProperty<ChartOptions> optionsProperty() {
        return options.getReadOnlyProperty();
    }

    // As text, for the preferences

    /** What is shown, as text that {@link #restore} reads. */
    public String text() {
        List<String> parts = new ArrayList<>();
        for (Chart chart : options.get().charts()) {
            parts.add(chart + ":"
                    + String.format(Locale.ROOT, "%.2f", options.get().heightOf(chart)));
        }
        return (counted.get() ? "count" : "share")
                + parts.stream().map(part -> "," + part).collect(Collectors.joining());
    }

    /** Shows what was shown when the text was made; what is wrong with it is left out. */
    public void restore(String text) {
        List<String> parts = List.of(text.split(",", -1));
        if (parts.size() < 2) {
            return;
        }
        Map<Chart, Double> found = new EnumMap<>(Chart.class);
        for (String part : parts.subList(1, parts.size())) {
            String[] pair = part.split(":", -1);
            Chart.of(pair[0]).ifPresent(chart -> found.put(chart, height(chart, pair)));
        }
        heights.clear();
        found.forEach((chart, height) -> {
            if (height != chart.weight()) {
                heights.put(chart, height);
            }
        });
        shown.forEach((chart, isShown) -> isShown.set(found.containsKey(chart)));
        counted.set(parts.get(0).equals("count"));
        refresh();
    }

    private static double height(Chart chart, String[] pair) {
        try {
            double height = Double.parseDouble(pair[pair.length - 1]);
            return height > 0.1 && height < 100 ? height : chart.weight();
        } catch (NumberFormatException e) {
            return chart.weight();
        }
    }
}
