package mirrorstorm.picture.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import mirrorstorm.metrics.Series;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Metric;
import mirrorstorm.model.VolumeState;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Runs;
import mirrorstorm.picture.Svg;
import mirrorstorm.picture.Swatches;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.text.NumberText;
import mirrorstorm.run.Run;
import mirrorstorm.run.Timeline;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChartPainterTest {

    private static final Rectangle2D AREA = new Rectangle2D.Double(30, 20, 900, 620);
    private static final List<Chart> ALL = List.of(Chart.values());
    private static final Timeline STORM = Runs.storm(240 * Runs.MINUTE);
    private static final ChartView VIEW =
            ChartView.soFar(STORM.series(), STORM.scenario(), STORM.plan(), STORM.logEntries(), STORM.clockNanos());

    private static ChartView pointingAt(long nanos) {
        return new ChartView(
                VIEW.series(),
                VIEW.scenario(),
                VIEW.plan(),
                VIEW.logEntries(),
                VIEW.fromNanos(),
                VIEW.toNanos(),
                VIEW.nowNanos(),
                nanos,
                1);
    }

    private static List<String> texts(ChartView view, List<Chart> charts) {
        return Svg.of(g -> ChartPainter.paint(g, view, charts, AREA, Theme.LIGHT))
                .texts();
    }

    private static BufferedImage image(ChartView view, List<Chart> charts) {
        return Probe.image(960, 660, g -> ChartPainter.paint(g, view, charts, AREA, Theme.LIGHT));
    }

    @ParameterizedTest(name = "{0} charts at scale {1}")
    @CsvSource({"1, 1", "2, 1.5", "4, 1", "4, 2"})
    void plotsAreWhereTheFrameSaysSoThatTimesCanBeReadOff(int count, double scale) {
        List<Chart> charts =
                List.of(Chart.PROBES, Chart.ROOM, Chart.NODES, Chart.API_ERRORS).subList(0, count);
        ChartView view = VIEW.withTextScale(scale);
        BufferedImage image = Probe.image(960, 660, g -> ChartPainter.paint(g, view, charts, AREA, Theme.DARK));
        for (Rectangle2D plot : ChartPainter.plots(view, charts, AREA)) {
            int ground = Theme.DARK.color(Ink.SURFACE).getRGB();
            assertThat(plot.getWidth()).isGreaterThan(700);
            int left = (int) plot.getX() - 2;
            int right = (int) plot.getMaxX() + 1;
            int nearlyRight = (int) plot.getMaxX() - 3;
            int rows = 0;
            for (int y = (int) plot.getY() + 3; y < plot.getMaxY() - 3; y++) {
                assertThat(image.getRGB(left, y)).isNotEqualTo(ground);
                assertThat(image.getRGB(right, y)).isNotEqualTo(ground);
                rows += image.getRGB(nearlyRight, y) == ground ? 1 : 0;
            }
            assertThat(rows).as("right end of %s", plot).isGreaterThan((int) (plot.getHeight() * 0.8) - 8);
        }
    }

    /** A run to its end, beside what other seeds show; another plan than the scenario's has no such beside it. */
    @Test
    void aRunIsToldHowWildItIsAmongItsSeeds() {
        Scenario scenario = Library.bundled("retries-140");
        Run run = new Run(scenario, 0, EngineKind.RATES, Runs.MINUTE);
        run.advanceTo(run.horizonNanos());
        ChartView told = ChartView.soFar(run.series(), scenario, scenario.plan(), List.of(), run.horizonNanos());
        assertThat(texts(told, List.of(Chart.API_ERRORS))).anyMatch(text -> text.matches(".*wilder than \\d+ of 10.*"));
        assertThat(MilestoneFit.spread(told)).isPresent();
        ChartView other = ChartView.soFar(run.series(), scenario, List.of(), List.of(), run.horizonNanos());
        assertThat(texts(other, List.of(Chart.API_ERRORS))).noneMatch(text -> text.contains("wilder"));
        Scenario changed = scenario.withLever("cluster.volumeGiB", 2); // which no chart shows
        ChartView bare = ChartView.soFar(run.series(), changed, changed.plan(), List.of(), run.horizonNanos());
        assertThat(MilestoneFit.spread(bare)).isEmpty();
        assertThat(image(told, List.of(Chart.API_ERRORS)))
                .matches(painted -> differs(painted, image(bare, List.of(Chart.API_ERRORS))), "has bands");
    }

    private static boolean differs(BufferedImage one, BufferedImage other) {
        for (int y = (int) AREA.getCenterY() - 200; y < one.getHeight(); y++) { // below the header
            for (int x = 0; x < one.getWidth(); x++) {
                if (one.getRGB(x, y) != other.getRGB(x, y)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void aTimeIsFoundAgainAtItsPlace() {
        for (long minute = 0; minute < 240; minute += 7) {
            double x = ChartPainter.xAt(VIEW, ALL, AREA, minute * Runs.MINUTE);
            assertThat(ChartPainter.timeAt(VIEW, ALL, AREA, x)).isCloseTo(minute * Runs.MINUTE, within(1_000L));
        }
        Rectangle2D plot = ChartPainter.plotArea(VIEW, ALL, AREA);
        assertThat(ChartPainter.timeAt(VIEW, ALL, AREA, plot.getX() - 100)).isEqualTo(VIEW.fromNanos());
        assertThat(ChartPainter.timeAt(VIEW, ALL, AREA, plot.getMaxX() + 100)).isEqualTo(VIEW.toNanos());
    }

    @Test
    void everyChartHasATitleAUnitAndNamedLines() {
        assertThat(texts(VIEW, ALL))
                .contains("Volumes by state", "% of all volumes", "stuck", "searching", "copying", "mirrored")
                .contains("Probes", "per second, log scale")
                .contains("Room on offer", "% of capacity")
                .contains("Nodes", "count, log scale", "up", "quarantined", "crashes so far");
    }

    @Test
    void theTimeAxisIsInWordsOfPeople() {
        assertThat(texts(VIEW, ALL)).contains("0:00", "1:00", "3:30", "50 %", "0 %");
    }

    @Test
    void whatIsDoneToTheClusterIsFlagged() {
        assertThat(texts(VIEW, ALL)).contains("isolate 27.7 % of nodes", "+34 nodes");
    }

    @Test
    void whatTheRealClusterShowedIsATarget() {
        assertThat(texts(VIEW, List.of(Chart.VOLUMES))).contains("13 %");
        assertThat(texts(VIEW, List.of(Chart.ROOM))).doesNotContain("13 %");
    }

    @Test
    void theCursorTellsTimeAndValues() {
        long nanos = 90 * Runs.MINUTE;
        int sample = 90;
        assertThat(texts(pointingAt(nanos), ALL))
                .contains("1:30:00")
                .contains("room " + NumberText.percent(VIEW.series().get(Metric.FREE_SHARE, sample)))
                .contains("probes " + NumberText.about(VIEW.series().get(Metric.PROBES_PER_SECOND, sample)))
                .contains("searching " + NumberText.percent(VIEW.series().get(Metric.SEARCHING, sample)))
                .contains("up " + NumberText.count(Math.round(VIEW.series().get(Metric.NODES_UP, sample))));
    }

    @Test
    void valuesAreReadOutBesideTheCursorOnEveryChart() {
        long nanos = 90 * Runs.MINUTE;
        assertThat(texts(pointingAt(nanos), ALL))
                .contains(NumberText.percent(VIEW.series().get(Metric.STUCK, 90)))
                .contains(NumberText.percent(VIEW.series().get(Metric.FREE_SHARE, 90)))
                .contains(NumberText.about(VIEW.series().get(Metric.PROBES_PER_SECOND, 90)));
    }

    @Test
    void volumesCanBeCounted() {
        ChartOptions counted = new ChartOptions(ALL, ChartOptions.Measure.COUNT, Map.of());
        ChartView view = pointingAt(90 * Runs.MINUTE).withOptions(counted);
        long stuck = Math.round(
                VIEW.series().get(Metric.STUCK, 90) * VIEW.scenario().cluster().volumes());
        assertThat(texts(view, List.of(Chart.VOLUMES)))
                .contains("volumes", "stuck " + NumberText.count(stuck))
                .noneMatch(text -> text.endsWith("%") && text.startsWith("stuck"));
    }

    @Test
    void theFitToTheMilestonesIsTold() {
        MilestoneFit fit = MilestoneFit.of(VIEW);
        assertThat(fit.reached()).isPositive().isLessThanOrEqualTo(fit.all());
        assertThat(texts(VIEW, List.of(Chart.VOLUMES)))
                .contains(fit.within() + " of " + fit.reached() + " milestones within");
    }

    @Test
    void aChartIsAsHighAsItWasMade() {
        List<Chart> two = List.of(Chart.VOLUMES, Chart.ROOM);
        ChartOptions options =
                new ChartOptions(two, ChartOptions.Measure.SHARE, Map.of(Chart.VOLUMES, 1.0, Chart.ROOM, 4.0));
        List<Rectangle2D> plots = ChartPainter.plots(VIEW.withOptions(options), two, AREA);
        assertThat(plots.get(1).getHeight() / plots.get(0).getHeight()).isCloseTo(4, within(0.1));
    }

    @Test
    void whatCannotBeReadIsLeftOut() {
        assertThat(ChartPainter.fitting(ALL, 2_000, 1)).isEqualTo(ALL);
        assertThat(ChartPainter.fitting(ALL, 220, 1)).isEqualTo(ALL.subList(0, 3));
        assertThat(ChartPainter.fitting(ALL, 220, 1.5)).hasSizeLessThan(3);
        assertThat(ChartPainter.fitting(ALL, 1, 1)).hasSize(1);
    }

    @Test
    void layersReachAsHighAsTheirShares() {
        BufferedImage image = image(VIEW, List.of(Chart.VOLUMES));
        Rectangle2D plot = ChartPainter.plotArea(VIEW, List.of(Chart.VOLUMES), AREA);
        int x = (int) ChartPainter.xAt(VIEW, List.of(Chart.VOLUMES), AREA, 100 * Runs.MINUTE);
        int slate = ((Color) Swatches.ofLayer(VolumeState.MIRRORED, Theme.LIGHT, 1)).getRGB();
        int rows = 0;
        for (int y = (int) plot.getY(); y < plot.getMaxY(); y++) {
            rows += image.getRGB(x, y) == slate ? 1 : 0;
        }
        double mirrored =
                VIEW.series().get(Metric.RESTORED, 100) - VIEW.series().get(Metric.COPYING, 100);
        assertThat(rows / plot.getHeight()).isCloseTo(mirrored, within(0.03));
    }

    @ParameterizedTest
    @EnumSource(Chart.class)
    void aRunWithoutSamplesIsAnEmptyChart(Chart chart) {
        Timeline run = Runs.small(0);
        Series empty = run.series();
        empty.truncateFrom(0);
        assertThat(empty.size()).isZero();
        ChartView view = ChartView.soFar(empty, run.scenario(), run.plan(), run.logEntries(), 0);
        assertThat(texts(view, List.of(chart))).isNotEmpty();
    }

    @Test
    void noChartsAreNoPicture() {
        assertThat(texts(VIEW, List.of())).isEmpty();
    }

    @Test
    void anAxisWithoutLengthIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new ChartView(VIEW.series(), VIEW.scenario(), VIEW.plan(), VIEW.logEntries(), 5, 5, 5, -1, 1));
    }
}
