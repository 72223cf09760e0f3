package mirrorstorm.picture.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mirrorstorm.metrics.Series;
import mirrorstorm.model.Metric;
import mirrorstorm.model.VolumeState;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Runs;
import mirrorstorm.picture.Svg;
import mirrorstorm.picture.Swatches;
import mirrorstorm.picture.Theme;
import mirrorstorm.run.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What charts look like, whatever draws them: where plots, ticks and their texts are, and which colour is where a value
 * must be. The numbers of the axes stand here once more, so that no painter vouches for itself.
 */
class ChartPictureTest {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 660;
    private static final Rectangle2D AREA = new Rectangle2D.Double(30, 20, 900, 620);

    /** Twelve hours of 2011, with crashes, flags, milestones and an hour and a half without answers to API calls. */
    private static final Timeline STORM = Runs.storm(720 * Runs.MINUTE);

    private static final ChartView VIEW = view(0, 840, ChartView.NO_CURSOR);

    /** The same, at another course: with room to spare. */
    private static final Series ROOMY = Runs.at(
                    STORM.scenario().withLever("cluster.utilisation", 0.7), 720 * Runs.MINUTE, Runs.MINUTE)
            .series();

    private static ChartView view(long fromMinute, long toMinute, long cursorNanos) {
        return new ChartView(
                STORM.series(),
                STORM.scenario(),
                STORM.plan(),
                STORM.logEntries(),
                fromMinute * Runs.MINUTE,
                toMinute * Runs.MINUTE,
                STORM.clockNanos(),
                cursorNanos,
                1);
    }

    private static Theme theme(String name) {
        return name.equals("dark") ? Theme.DARK : Theme.LIGHT;
    }

    private static BufferedImage image(ChartView view, List<Chart> charts, Theme theme) {
        return Probe.image(WIDTH, HEIGHT, g -> ChartPainter.paint(g, view, charts, AREA, theme));
    }

    private static List<Svg.Text> texts(ChartView view, List<Chart> charts, Rectangle2D area) {
        return Svg.of(g -> ChartPainter.paint(g, view, charts, area, Theme.LIGHT))
                .placedTexts();
    }

    // Axes

    private static Map<Chart, DoubleUnaryOperator> axes() {
        return Map.of(
                Chart.VOLUMES, Probe.linear(1),
                Chart.PROBES, Probe.logarithmic(6, 1),
                Chart.ROOM, Probe.linear(0.25),
                Chart.NODES, Probe.logarithmic(4, 1),
                Chart.API_ERRORS, Probe.linear(1),
                Chart.API_LATENCY, Probe.logarithmic(5, 1000),
                Chart.CONTROL_PLANE, Probe.linear(1),
                Chart.DATABASES, Probe.linear(1),
                Chart.LOOP_GAIN, Probe.linear(5));
    }

    private static double yAt(Chart chart, Rectangle2D plot, double value) {
        return plot.getMaxY() - plot.getHeight() * axes().get(chart).applyAsDouble(value);
    }

    static Stream<Arguments> ticks() {
        return Stream.of(
                Arguments.of(Chart.VOLUMES, Map.of("0 %", 0.0, "50 %", 0.5, "100 %", 1.0)),
                Arguments.of(Chart.PROBES, Map.of("0", 0.0, "100", 100.0, "10,000", 1e4, "1M", 1e6)),
                Arguments.of(
                        Chart.ROOM,
                        Map.of("0 %", 0.0, "5 %", 0.05, "10 %", 0.1, "15 %", 0.15, "20 %", 0.2, "25 %", 0.25)),
                Arguments.of(Chart.NODES, Map.of("0", 0.0, "100", 100.0, "10,000", 1e4)),
                Arguments.of(Chart.API_ERRORS, Map.of("0 %", 0.0, "50 %", 0.5, "100 %", 1.0)),
                Arguments.of(Chart.API_LATENCY, Map.of("0", 0.0, "100 ms", 0.1, "10 s", 10.0)),
                Arguments.of(Chart.CONTROL_PLANE, Map.of("0 %", 0.0, "50 %", 0.5, "100 %", 1.0)),
                Arguments.of(Chart.DATABASES, Map.of("0 %", 0.0, "50 %", 0.5, "100 %", 1.0)),
                Arguments.of(Chart.LOOP_GAIN, Map.of("0", 0.0, "2.5", 2.5, "5", 5.0)));
    }

    @ParameterizedTest
    @MethodSource("ticks")
    void ticksStandLeftOfThePlotAtTheHeightOfTheirValues(Chart chart, Map<String, Double> ticks) {
        Rectangle2D plot = ChartPainter.plots(VIEW, List.of(chart), AREA).get(0);
        List<Svg.Text> left = texts(VIEW, List.of(chart), AREA).stream()
                .filter(text -> text.bounds().getMaxX() < plot.getX())
                .toList();
        assertThat(left).extracting(Svg.Text::text).containsExactlyInAnyOrderElementsOf(ticks.keySet());
        for (Svg.Text text : left) {
            assertThat(text.bounds().getCenterY())
                    .as("%s", text)
                    .isCloseTo(yAt(chart, plot, ticks.get(text.text())), within(2.0));
            assertThat(text.bounds().getMaxX()).as("%s", text).isBetween(plot.getX() - 8, plot.getX() - 1.5);
        }
    }

    @Test
    void timesStandUnderTheLastPlotWhereTheyAre() {
        List<Chart> charts = List.of(Chart.VOLUMES, Chart.ROOM);
        Rectangle2D plot = ChartPainter.plotArea(VIEW, charts, AREA);
        List<Svg.Text> below = texts(VIEW, charts, AREA).stream()
                .filter(text -> text.bounds().getY() > plot.getMaxY())
                .toList();
        assertThat(below)
                .extracting(Svg.Text::text)
                .containsExactly("0 h", "2 h", "4 h", "6 h", "8 h", "10 h", "12 h", "14 h");
        for (Svg.Text text : below) {
            long hours = Long.parseLong(text.text().replace(" h", ""));
            double x = ChartPainter.xAt(VIEW, charts, AREA, hours * 60 * Runs.MINUTE);
            assertThat(text.bounds().getCenterX()).as("%s", text).isCloseTo(x, within(1.5));
            assertThat(text.bounds().getMaxY()).isBetween(plot.getMaxY() + 8, AREA.getMaxY());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void aGridGoesThroughEveryTick(String name) {
        Theme theme = theme(name);
        BufferedImage image = image(VIEW, List.of(Chart.PROBES), theme);
        Rectangle2D plot = ChartPainter.plots(VIEW, List.of(Chart.PROBES), AREA).get(0);
        double right = ChartPainter.xAt(VIEW, List.of(Chart.PROBES), AREA, 800 * Runs.MINUTE);
        Color ground = theme.color(Ink.SURFACE);
        for (double value : new double[] {100, 1e4, 1e6}) {
            assertThat(gridAt(image, theme, right, yAt(Chart.PROBES, plot, value), 0, 1))
                    .as("%f", value)
                    .isTrue();
        }
        double thirteen = ChartPainter.xAt(VIEW, List.of(Chart.PROBES), AREA, 780 * Runs.MINUTE);
        double fourteen = ChartPainter.xAt(VIEW, List.of(Chart.PROBES), AREA, 840 * Runs.MINUTE);
        double between = yAt(Chart.PROBES, plot, 1000);
        assertThat(gridAt(image, theme, fourteen - 1, between, 1, 0)).isTrue();
        assertThat(gridAt(image, theme, thirteen, between, 1, 0)).isFalse();
        assertThat(Probe.nearest(image, ground, right, between, 0, 0)).isZero();
    }

    /** Whether the row or column of a thin line is nearer to the grid's colour than to the ground's. */
    private static boolean gridAt(BufferedImage image, Theme theme, double x, double y, int dx, int dy) {
        Color grid = theme.color(Ink.GRID);
        int whole = Probe.distance(theme.color(Ink.SURFACE), grid.getRGB());
        return Probe.nearest(image, grid, x, y, dx, dy) < whole / 2;
    }

    @ParameterizedTest(name = "{0} wide at scale {1}")
    @CsvSource({"320, 1", "500, 1", "900, 1.5", "1900, 1", "1900, 2"})
    void noTextIsCutOffOrRunsIntoAnotherOnAnAxis(int width, double scale) {
        Rectangle2D area = new Rectangle2D.Double(0, 0, width, 400 * scale);
        ChartView view = view(0, 840, ChartView.NO_CURSOR).withTextScale(scale);
        List<Chart> charts = ChartPainter.fitting(List.of(Chart.values()), area.getHeight(), scale);
        Rectangle2D plots = ChartPainter.plotArea(view, charts, area);
        List<Svg.Text> texts = texts(view, charts, area);
        assertThat(texts).allSatisfy(text -> {
            assertThat(text.bounds().getX()).isGreaterThanOrEqualTo(area.getX());
            assertThat(text.bounds().getMaxX()).isLessThanOrEqualTo(area.getMaxX() + 1);
            assertThat(text.bounds().getMaxY()).isLessThanOrEqualTo(area.getMaxY());
        });
        List<Svg.Text> times = texts.stream()
                .filter(text -> text.bounds().getY() > plots.getMaxY())
                .toList();
        assertThat(times).hasSizeGreaterThanOrEqualTo(3);
        assertApart(times, scale);
        assertApart(
                texts.stream()
                        .filter(text -> text.bounds().getMaxX() < plots.getX())
                        .toList(),
                0);
    }

    private static void assertApart(List<Svg.Text> texts, double air) {
        for (Svg.Text one : texts) {
            for (Svg.Text other : texts) {
                Rectangle2D bounds = one.bounds();
                assertThat(one == other
                                || !other.bounds()
                                        .intersects(
                                                bounds.getX() - air,
                                                bounds.getY(),
                                                bounds.getWidth() + 2 * air,
                                                bounds.getHeight()))
                        .as("%s and %s", one, other)
                        .isTrue();
            }
        }
    }

    // Lines

    static Stream<Arguments> lines() {
        return Stream.of(Theme.LIGHT, Theme.DARK)
                .flatMap(theme -> Stream.of(
                        Arguments.of(theme, Chart.VOLUMES, Metric.STUCK, Ink.TEXT),
                        Arguments.of(theme, Chart.PROBES, Metric.PROBES_PER_SECOND, Ink.SEARCHING),
                        Arguments.of(theme, Chart.ROOM, Metric.FREE_SHARE, Ink.ACCENT),
                        Arguments.of(theme, Chart.NODES, Metric.NODES_UP, Ink.UP),
                        Arguments.of(theme, Chart.NODES, Metric.NODES_QUARANTINED, Ink.QUARANTINE),
                        Arguments.of(theme, Chart.NODES, Metric.NODES_CRASHED, Ink.CRASH_FLAG),
                        Arguments.of(theme, Chart.API_ERRORS, Metric.API_ERROR_SHARE, Ink.REFUSAL),
                        Arguments.of(theme, Chart.API_LATENCY, Metric.API_LATENCY_P50_SECONDS, Ink.ACCENT),
                        Arguments.of(theme, Chart.API_LATENCY, Metric.API_LATENCY_P99_SECONDS, Ink.REFUSAL),
                        Arguments.of(theme, Chart.CONTROL_PLANE, Metric.CONTROL_PLANE_BUSY, Ink.ACCENT),
                        Arguments.of(theme, Chart.DATABASES, Metric.INSTANCES_STUCK, Ink.UNREACHABLE),
                        Arguments.of(theme, Chart.LOOP_GAIN, Metric.LOOP_GAIN, Ink.CRASH_FLAG)));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aLineHasItsColourAtItsValues(Theme theme, Chart chart, Metric metric, Ink ink) {
        BufferedImage image = image(VIEW, List.of(chart), theme);
        Rectangle2D plot = ChartPainter.plots(VIEW, List.of(chart), AREA).get(0);
        for (int minute : Probe.CALM_MINUTES) {
            double value = STORM.series().get(metric, minute);
            if (!Double.isNaN(value)) {
                double x = ChartPainter.xAt(VIEW, List.of(chart), AREA, minute * Runs.MINUTE);
                double y = Math.min(plot.getMaxY() - 1, yAt(chart, plot, value));
                assertThat(Probe.nearest(image, theme.color(ink), x, y, 7, 2))
                        .as("%s at minute %d, %.0f, %.0f", metric, minute, x, y)
                        .isLessThan(60);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void layersAreStackedFromTheBottom(String name) {
        Theme theme = theme(name);
        BufferedImage image = image(VIEW, List.of(Chart.VOLUMES), theme);
        Rectangle2D plot =
                ChartPainter.plots(VIEW, List.of(Chart.VOLUMES), AREA).get(0);
        int minute = 60;
        double x = ChartPainter.xAt(VIEW, List.of(Chart.VOLUMES), AREA, minute * Runs.MINUTE);
        double stuck = 1 - STORM.series().get(Metric.RESTORED, minute);
        double copying = STORM.series().get(Metric.COPYING, minute);
        Color slate = (Color) Swatches.ofLayer(VolumeState.MIRRORED, theme, 1);
        assertThat(Probe.nearest(image, slate, x, yAt(Chart.VOLUMES, plot, (1 + stuck + copying) / 2), 0, 0))
                .isZero();
        assertThat(Probe.nearest(
                        image, theme.color(Ink.COPYING), x, yAt(Chart.VOLUMES, plot, stuck + copying / 2), 5, 5))
                .isZero();
        assertThat(Probe.nearest(image, theme.color(Ink.SEARCHING), x, yAt(Chart.VOLUMES, plot, stuck * 0.4), 5, 5))
                .isZero();
        assertThat(Probe.nearest(image, slate, x, yAt(Chart.VOLUMES, plot, (stuck + copying) / 2), 20, 40))
                .as("no well volumes among the others")
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void underTheLineOfRoomItIsFilledAndOverItNot(String name) {
        Theme theme = theme(name);
        ChartView first = view(0, 20, ChartView.NO_CURSOR);
        BufferedImage image = image(first, List.of(Chart.ROOM), theme);
        Rectangle2D plot = ChartPainter.plots(first, List.of(Chart.ROOM), AREA).get(0);
        double x = ChartPainter.xAt(first, List.of(Chart.ROOM), AREA, 5 * Runs.MINUTE) + 7;
        double room = STORM.series().get(Metric.FREE_SHARE, 5);
        Color ground = theme.color(Ink.SURFACE);
        assertThat(Probe.distance(ground, image.getRGB((int) x, (int) yAt(Chart.ROOM, plot, 0.9 * room))))
                .isGreaterThan(30);
        assertThat(Probe.nearest(image, ground, x, yAt(Chart.ROOM, plot, 1.1 * room), 3, 3))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void whereThereIsNoValueThereIsNoLine(String name) {
        Theme theme = theme(name);
        int minute = IntStream.range(12, STORM.series().size())
                .filter(ChartPictureTest::isGap)
                .findFirst()
                .orElseThrow();
        ChartView close = view(minute - 5, minute + 5, ChartView.NO_CURSOR);
        BufferedImage image = image(close, List.of(Chart.API_LATENCY), theme);
        Rectangle2D plot =
                ChartPainter.plots(close, List.of(Chart.API_LATENCY), AREA).get(0);
        double x = ChartPainter.xAt(close, List.of(Chart.API_LATENCY), AREA, minute * Runs.MINUTE);
        for (Ink ink : List.of(Ink.ACCENT, Ink.REFUSAL)) {
            assertThat(Probe.nearest(
                            image, theme.color(ink), x, plot.getCenterY(), 40, (int) (plot.getHeight() / 2 - 2)))
                    .as("%s", ink)
                    .isGreaterThan(100);
        }
    }

    /** Whether no call is answered at a minute, nor a few before and after it. */
    private static boolean isGap(int minute) {
        return IntStream.rangeClosed(minute - 2, minute + 2)
                .allMatch(i -> Double.isNaN(STORM.series().get(Metric.API_LATENCY_P50_SECONDS, i)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void anotherCourseIsDashedAndPaler(String name) {
        Theme theme = theme(name);
        ChartView view = VIEW.withGhosts(List.of(new ChartGhost("roomy", ROOMY)));
        BufferedImage image = image(view, List.of(Chart.ROOM), theme);
        Rectangle2D plot = ChartPainter.plots(view, List.of(Chart.ROOM), AREA).get(0);
        double top = 0.5; // the other course has more room
        int drawn = 0;
        int open = 0;
        for (int minute = 200; minute < 400; minute++) {
            double x = ChartPainter.xAt(view, List.of(Chart.ROOM), AREA, minute * Runs.MINUTE);
            double y = plot.getMaxY() - plot.getHeight() * ROOMY.get(Metric.FREE_SHARE, minute) / top;
            int fromGround = Probe.nearest(image, theme.color(Ink.SURFACE), x, y, 0, 0);
            drawn += fromGround > 60 ? 1 : 0;
            open += fromGround < 40 ? 1 : 0;
            assertThat(Probe.nearest(image, theme.color(Ink.ACCENT), x, y, 0, 1))
                    .isGreaterThan(40);
        }
        assertThat(drawn).as("dashes").isGreaterThan(60);
        assertThat(open).as("gaps").isGreaterThan(40);
        assertThat(texts(view, List.of(Chart.ROOM), AREA))
                .extracting(Svg.Text::text)
                .contains("roomy");
    }

    // Marks

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void marksStandWhereTheyAre(String name) {
        Theme theme = theme(name);
        List<Chart> charts = List.of(Chart.PROBES, Chart.LOOP_GAIN);
        BufferedImage image = image(VIEW, charts, theme);
        for (Rectangle2D plot : ChartPainter.plots(VIEW, charts, AREA)) {
            double trigger = ChartPainter.xAt(VIEW, charts, AREA, 10 * Runs.MINUTE);
            assertThat(Probe.nearest(image, theme.color(Ink.TRIGGER_FLAG), trigger, plot.getCenterY(), 1, 0))
                    .isLessThan(60);
            double now = ChartPainter.xAt(VIEW, charts, AREA, STORM.clockNanos());
            assertThat(Probe.nearest(image, theme.color(Ink.NOW), now, plot.getCenterY(), 1, 0))
                    .isLessThan(60);
        }
        Rectangle2D plot = ChartPainter.plots(VIEW, charts, AREA).get(1);
        assertThat(Probe.nearest(
                        image, theme.color(Ink.TEXT_MUTED), plot.getCenterX(), yAt(Chart.LOOP_GAIN, plot, 1), 6, 1))
                .as("the loop gain of 1; a thin line between two rows of pixels")
                .isLessThan(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void aMilestoneIsADiamondAtWhatWasPublished(String name) {
        Theme theme = theme(name);
        BufferedImage image = image(VIEW, List.of(Chart.VOLUMES), theme);
        Rectangle2D plot =
                ChartPainter.plots(VIEW, List.of(Chart.VOLUMES), AREA).get(0);
        int purple = 0;
        for (int x = (int) plot.getX(); x < plot.getMaxX(); x++) {
            purple += Probe.nearest(image, theme.color(Ink.MILESTONE), x, yAt(Chart.VOLUMES, plot, 0.13), 0, 0) < 20
                    ? 1
                    : 0;
        }
        assertThat(purple).as("three diamonds, ten wide at their middles").isBetween(24, 40);
    }

    @Test
    void whatIsPointedAtIsReadOutBesideTheCursor() {
        ChartView pointing = view(0, 840, 200 * Runs.MINUTE);
        double x = ChartPainter.xAt(pointing, List.of(Chart.NODES), AREA, 200 * Runs.MINUTE);
        Rectangle2D plot =
                ChartPainter.plots(pointing, List.of(Chart.NODES), AREA).get(0);
        for (Metric metric : List.of(Metric.NODES_UP, Metric.NODES_QUARANTINED, Metric.NODES_CRASHED)) {
            double value = STORM.series().get(metric, 200);
            assertThat(texts(pointing, List.of(Chart.NODES), AREA))
                    .as("%s", metric)
                    .anySatisfy(text -> {
                        assertThat(text.text()).isEqualTo(String.format(Locale.ROOT, "%,.0f", value));
                        assertThat(text.bounds().getX()).isCloseTo(x + 11, within(2.0));
                        assertThat(text.bounds().getCenterY()).isCloseTo(yAt(Chart.NODES, plot, value), within(4.0));
                    });
        }
    }
}
