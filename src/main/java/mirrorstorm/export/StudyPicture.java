package mirrorstorm.export;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
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
import mirrorstorm.scenario.Durations;
import mirrorstorm.scenario.MessageBundle;
import mirrorstorm.scenario.Scenario;

/**
 * A picture of what a study has found, as far as it is known: the same one in a window, of any size, and in a file.
 * Immutable, so it may be painted on another thread while the study goes on.
 */
public final class StudyPicture {

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.picture.picture");
    private static final int WIDTH = 1600;
    private static final int MAP_HEIGHT = 1200;
    private static final int BARS_HEIGHT = 800;
    private static final int RUNBOOK_HEIGHT = 480;
    private static final double SCALE = 1.4;
    private static final double SHARE_LEVEL = 0.2;
    private static final double TRUTH_LEVEL = 0.5;

    /** Paints over the whole of a picture of some size. */
    @FunctionalInterface
    private interface Painting {
        void paint(Graphics2D g, double width, double height, double scale, Theme theme);
    }

    private final int height;
    private final Supplier<Map<String, String>> recipe;
    private final Painting painting;

    private StudyPicture(int height, Supplier<Map<String, String>> recipe, Painting painting) {
        this.height = height;
        this.recipe = recipe;
        this.painting = painting;
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
     * The map of a sweep over two axes.
     *
     * @param level of the measure at which the line is drawn
     */
    public static StudyPicture of(SweepPlan plan, Collection<Cell> cells, double level) {
        Scenario scenario = plan.scenario();
        String title = TEXTS.text("map.title", MeasureText.title(plan.measure()));
        String subtitle = TEXTS.text(
                plan.precision() > 0 ? "map.subtitle.most" : "map.subtitle",
                scenario.title(),
                Long.toString(scenario.seed()),
                plan.replications(),
                Durations.format(scenario.horizon()),
                MeasureText.value(plan.measure(), level));
        List<Cell> known = List.copyOf(cells);
        return new StudyPicture(
                MAP_HEIGHT,
                () -> recipe(title, plan),
                (g, width, height, scale, theme) -> TippingMapPainter.paint(
                        g, TippingMap.of(plan, known), title, subtitle, level, width, height, scale, theme));
    }

    private static Map<String, String> recipe(String title, SweepPlan plan) {
        Map<String, String> recipe = Recipe.of(title, plan.scenario(), plan.replications());
        recipe.put(
                "Vary",
                plan.axes().stream()
                        .map(axis -> axis.lever().path() + "=" + String.join(",", axis.texts()))
                        .collect(Collectors.joining(" ")));
        recipe.put("Measure", plan.measure().key());
        return recipe;
    }

    private static Map<String, String> recipe(
            String title, Scenario scenario, int replications, String name, String value) {
        Map<String, String> recipe = Recipe.of(title, scenario, replications);
        recipe.put(name, value);
        return recipe;
    }

    /** The bars of an attribution. */
    public static StudyPicture of(Scenario scenario, Attribution attribution, Measure measure) {
        String title = TEXTS.text("causes.title", MeasureText.title(measure));
        String subtitle = subtitle(scenario, attribution.replications());
        int replications = attribution.replications();
        return new StudyPicture(
                BARS_HEIGHT,
                () -> recipe(title, scenario, replications, "Measure", measure.key()),
                (g, width, height, scale, theme) -> AttributionPainter.paint(
                        g, attribution, measure, title, subtitle, width, height, scale, theme));
    }

    /** How often a runbook works. */
    public static StudyPicture of(Scenario scenario, Runbook runbook) {
        int replications = runbook.with().size();
        String subtitle = subtitle(scenario, replications);
        String title = RunbookPainter.title(runbook.criterion());
        return new StudyPicture(
                RUNBOOK_HEIGHT,
                () -> recipe(
                        title,
                        scenario,
                        replications,
                        "Criterion",
                        runbook.criterion().text()),
                (g, width, height, scale, theme) ->
                        RunbookPainter.paint(g, runbook, subtitle, width, height, scale, theme));
    }

    private static String subtitle(Scenario scenario, int replications) {
        return TEXTS.text(
                "causes.subtitle",
                scenario.title(),
                Long.toString(scenario.seed()),
                replications,
                Durations.format(scenario.horizon()));
    }

    /**
     * Paints it over the whole of a picture.
     *
     * @param scale 1 for a screen at arm's length
     */
    public void paint(Graphics2D g, double width, double height, double scale, Theme theme) {
        painting.paint(g, width, height, scale, theme);
    }

    /**
     * Writes it as PNG. Leaves {@code out} open.
     *
     * @throws IOException if it cannot be written
     */
    void writePng(OutputStream out) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        paint(g, WIDTH, height, SCALE, Theme.LIGHT);
        g.dispose();
        PngWriter.write(image, recipe.get(), out);
    }
}
