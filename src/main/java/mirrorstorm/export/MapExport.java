package mirrorstorm.export;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.study.AttributionPainter;
import mirrorstorm.picture.study.RunbookPainter;
import mirrorstorm.picture.study.TippingMapPainter;
import mirrorstorm.picture.text.MeasureText;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.cause.Attribution;
import mirrorstorm.run.remedy.Runbook;
import mirrorstorm.run.sweep.Cell;
import mirrorstorm.run.sweep.SweepPlan;
import mirrorstorm.run.sweep.TippingMap;
import mirrorstorm.scenario.AtomicFile;
import mirrorstorm.scenario.Durations;
import mirrorstorm.scenario.MessageBundle;
import mirrorstorm.scenario.Scenario;

/** Pictures of what many runs come to, as PNG. A file is there whole or not at all. */
public final class MapExport {

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.picture.picture");
    private static final int WIDTH = 1600;
    private static final int MAP_HEIGHT = 1200;
    private static final int BARS_HEIGHT = 800;
    private static final int RUNBOOK_HEIGHT = 480;
    private static final double SCALE = 1.4;
    private static final double SHARE_LEVEL = 0.2;
    private static final double TRUTH_LEVEL = 0.5;

    private MapExport() {}

    /** Paints a whole picture of some size. */
    @FunctionalInterface
    private interface Painting {
        void paint(Graphics2D g, int width, int height);
    }

    /** The level at which the line of a map is drawn where nothing else is said. */
    public static double level(Measure measure) {
        return switch (measure.kind()) {
            case SHARE -> SHARE_LEVEL;
            case TRUTH -> TRUTH_LEVEL;
            case COUNT, SECONDS -> 1;
        };
    }

    /**
     * Writes the map of a sweep over two axes.
     *
     * @param level of the measure at which the line is drawn
     * @throws IOException if the file cannot be written
     */
    public static void writePng(SweepPlan plan, Collection<Cell> cells, double level, Path file) throws IOException {
        Map<String, String> recipe = Recipe.of(title(plan), plan.scenario(), plan.replications());
        recipe.put(
                "Vary",
                plan.axes().stream()
                        .map(axis -> axis.lever().path() + "=" + String.join(",", axis.texts()))
                        .collect(Collectors.joining(" ")));
        recipe.put("Measure", plan.measure().key());
        write(
                MAP_HEIGHT,
                recipe,
                file,
                (g, width, height) -> paint(g, plan, cells, level, width, height, SCALE, Theme.LIGHT));
    }

    private static String title(SweepPlan plan) {
        return TEXTS.text("map.title", MeasureText.title(plan.measure()));
    }

    /**
     * Paints the map of a sweep over two axes, as far as its cells are known, over the whole of a picture.
     *
     * @param level of the measure at which the line is drawn
     * @param scale 1 for a screen at arm's length
     */
    public static void paint(
            Graphics2D g,
            SweepPlan plan,
            Collection<Cell> cells,
            double level,
            double width,
            double height,
            double scale,
            Theme theme) {
        Scenario scenario = plan.scenario();
        String subtitle = TEXTS.text(
                plan.precision() > 0 ? "map.subtitle.most" : "map.subtitle",
                scenario.title(),
                Long.toString(scenario.seed()),
                plan.replications(),
                Durations.format(scenario.horizon()),
                MeasureText.value(plan.measure(), level));
        TippingMap map = TippingMap.of(plan, cells);
        TippingMapPainter.paint(g, map, title(plan), subtitle, level, width, height, scale, theme);
    }

    /**
     * Writes the bars of an attribution.
     *
     * @throws IOException if the file cannot be written
     */
    public static void writePng(Scenario scenario, Attribution attribution, Measure measure, Path file)
            throws IOException {
        Map<String, String> recipe = Recipe.of(causesTitle(measure), scenario, attribution.replications());
        recipe.put("Measure", measure.key());
        write(
                BARS_HEIGHT,
                recipe,
                file,
                (g, width, height) -> paint(g, scenario, attribution, measure, width, height, SCALE, Theme.LIGHT));
    }

    /**
     * Paints the bars of an attribution, as far as its replications are known, over the whole of a picture.
     *
     * @param scale 1 for a screen at arm's length
     */
    public static void paint(
            Graphics2D g,
            Scenario scenario,
            Attribution attribution,
            Measure measure,
            double width,
            double height,
            double scale,
            Theme theme) {
        String subtitle = TEXTS.text(
                "causes.subtitle",
                scenario.title(),
                Long.toString(scenario.seed()),
                attribution.replications(),
                Durations.format(scenario.horizon()));
        AttributionPainter.paint(g, attribution, measure, causesTitle(measure), subtitle, width, height, scale, theme);
    }

    /**
     * Writes how often a runbook works.
     *
     * @throws IOException if the file cannot be written
     */
    public static void writePng(Scenario scenario, Runbook runbook, Path file) throws IOException {
        Map<String, String> recipe = Recipe.of(
                RunbookPainter.title(runbook.criterion()),
                scenario,
                runbook.with().size());
        recipe.put("Criterion", runbook.criterion().text());
        write(
                RUNBOOK_HEIGHT,
                recipe,
                file,
                (g, width, height) -> paint(g, scenario, runbook, width, height, SCALE, Theme.LIGHT));
    }

    /**
     * Paints how often a runbook works, as far as its replications are known, over the whole of a picture.
     *
     * @param scale 1 for a screen at arm's length
     */
    public static void paint(
            Graphics2D g, Scenario scenario, Runbook runbook, double width, double height, double scale, Theme theme) {
        String subtitle = TEXTS.text(
                "causes.subtitle",
                scenario.title(),
                Long.toString(scenario.seed()),
                runbook.with().size(),
                Durations.format(scenario.horizon()));
        RunbookPainter.paint(g, runbook, subtitle, width, height, scale, theme);
    }

    private static String causesTitle(Measure measure) {
        return TEXTS.text("causes.title", MeasureText.title(measure));
    }

    private static void write(int height, Map<String, String> recipe, Path file, Painting painting) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        painting.paint(g, WIDTH, height);
        g.dispose();
        AtomicFile.write(file, out -> PngWriter.write(image, recipe, out));
    }
}
