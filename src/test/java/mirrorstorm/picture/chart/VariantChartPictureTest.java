package mirrorstorm.picture.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import mirrorstorm.metrics.Series;
import mirrorstorm.model.Metric;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Runs;
import mirrorstorm.picture.Svg;
import mirrorstorm.picture.Theme;
import mirrorstorm.run.Timeline;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What charts of variants look like, whatever draws them. */
class VariantChartPictureTest {

    private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, 900, 800);

    private static final Timeline STORM = Runs.storm(720 * Runs.MINUTE);
    private static final Series ROOMY = Runs.at(
                    STORM.scenario().withLever("cluster.utilisation", 0.7), 720 * Runs.MINUTE, Runs.MINUTE)
            .series();

    private static VariantView variants() {
        return new VariantView(
                List.of(STORM.series(), ROOMY),
                List.of(OptionalLong.empty(), OptionalLong.of(11 * Runs.MINUTE)),
                840 * Runs.MINUTE,
                STORM.clockNanos(),
                -1,
                1);
    }

    static Stream<Arguments> variantTicks() {
        return Stream.of(
                Arguments.of(VariantChart.STUCK, List.of("0 %", "50 %", "100 %"), Metric.STUCK, Probe.linear(1)),
                Arguments.of(
                        VariantChart.PROBES,
                        List.of("0", "100", "10,000", "1M"),
                        Metric.PROBES_PER_SECOND,
                        Probe.logarithmic(6, 1)),
                Arguments.of(VariantChart.ROOM, List.of("0 %", "25 %", "50 %"), Metric.FREE_SHARE, Probe.linear(0.5)),
                Arguments.of(VariantChart.CRASHES, List.of("0", "100", "200"), Metric.NODES_CRASHED, Probe.linear(200)),
                Arguments.of(
                        VariantChart.API_ERRORS,
                        List.of("0 %", "50 %", "100 %"),
                        Metric.API_ERROR_SHARE,
                        Probe.linear(1)),
                Arguments.of(VariantChart.LOOP_GAIN, List.of("0", "2.5", "5"), Metric.LOOP_GAIN, Probe.linear(5)));
    }

    @ParameterizedTest
    @MethodSource("variantTicks")
    void variantsLieOverEachOtherOnOneAxis(
            VariantChart chart, List<String> ticks, Metric metric, DoubleUnaryOperator axis) {
        VariantView view = variants();
        double left = VariantChartPainter.axisInsets(1)[0];
        double right = AREA.getWidth() - VariantChartPainter.axisInsets(1)[1];
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            List<Svg.Text> texts = Svg.of(g -> VariantChartPainter.paint(g, view, List.of(chart), AREA, theme))
                    .placedTexts();
            List<Svg.Text> beside = texts.stream()
                    .filter(text -> text.bounds().getMaxX() < left)
                    .toList();
            assertThat(beside).extracting(Svg.Text::text).containsExactlyInAnyOrderElementsOf(ticks);
            double bottom = y(beside, "0", "0 %");
            double height = (bottom - y(beside, ticks.get(1))) / axis.applyAsDouble(number(ticks.get(1)));
            BufferedImage image =
                    Probe.image(900, 800, g -> VariantChartPainter.paint(g, view, List.of(chart), AREA, theme));
            for (int minute : Probe.CALM_MINUTES) {
                double x = left + (right - left) * minute / 840;
                double y = bottom - height * axis.applyAsDouble(STORM.series().get(metric, minute));
                assertThat(Probe.nearest(image, theme.color(Ink.VARIANT_A), x, y, 1, 3))
                        .as("%s at minute %d", chart, minute)
                        .isLessThan(60);
            }
            assertThat(texts).extracting(Svg.Text::text).contains(chart.title(), "0 h", "6 h", "14 h");
        }
    }

    private static double number(String tick) {
        boolean isShare = tick.endsWith("%");
        return Double.parseDouble(tick.replace(" %", "").replace(",", "")) / (isShare ? 100 : 1);
    }

    private static double y(List<Svg.Text> texts, String... wanted) {
        return texts.stream()
                .filter(text -> List.of(wanted).contains(text.text()))
                .mapToDouble(text -> text.bounds().getCenterY())
                .findFirst()
                .orElseThrow();
    }
}
