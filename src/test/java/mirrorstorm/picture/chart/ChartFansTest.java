package mirrorstorm.picture.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import mirrorstorm.model.Metric;
import mirrorstorm.picture.Runs;
import mirrorstorm.picture.Svg;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.text.NumberText;
import mirrorstorm.run.Timeline;
import mirrorstorm.run.batch.CancellationToken;
import mirrorstorm.run.forecast.Fan;
import mirrorstorm.run.forecast.Forecast;
import mirrorstorm.run.forecast.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forecasts on charts. */
class ChartFansTest {

    private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, 900, 500);
    private static final List<Chart> CHARTS = List.of(Chart.ROOM, Chart.VOLUMES);
    private static final Timeline RUN = Runs.small(90 * Runs.SECOND);
    private static final Fan FAN = Forecast.of(
                    RUN.present(),
                    new Question(Question.Plan.AS_PLANNED, 8, Duration.ofMinutes(16), 1),
                    new CancellationToken(),
                    partial -> {})
            .fan();

    private static ChartView view(ChartFan.Age... ages) {
        ChartView view = new ChartView(
                RUN.series(),
                RUN.scenario(),
                RUN.plan(),
                RUN.logEntries(),
                0,
                12 * Runs.MINUTE,
                RUN.clockNanos(),
                ChartView.NO_CURSOR,
                1);
        return view.withFans(
                List.of(ages).stream().map(age -> new ChartFan(FAN, 8, age)).toList());
    }

    private static BufferedImage image(ChartView view, Theme theme) {
        BufferedImage image = new BufferedImage(900, 500, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        ChartPainter.paint(g, view, CHARTS, AREA, theme);
        g.dispose();
        return image;
    }

    /** How bright the room's chart is at a moment and a height, [0, 255]. */
    private static int brightness(BufferedImage image, ChartView view, long nanos, double room) {
        Rectangle2D plot = ChartPainter.plots(view, CHARTS, AREA).get(0);
        double share = ValueAxes.of(Chart.ROOM, view).share(room);
        Color color = new Color(image.getRGB(
                (int) ChartPainter.xAt(view, CHARTS, AREA, nanos), (int) (plot.getMaxY() - share * plot.getHeight())));
        return (299 * color.getRed() + 587 * color.getGreen() + 114 * color.getBlue()) / 1000;
    }

    /** A moment at which the bands are wide enough to be told apart by their pixels. */
    private static int widest() {
        int widest = 0;
        for (int i = 0; i < FAN.size() && FAN.timeNanos(i) < 11 * Runs.MINUTE; i++) {
            widest = width(i) > width(widest) ? i : widest;
        }
        assertThat(width(widest)).isPositive();
        return widest;
    }

    private static double width(int i) {
        return Math.min(
                FAN.get(Metric.FREE_SHARE, 3, i) - FAN.get(Metric.FREE_SHARE, 1, i),
                FAN.get(Metric.FREE_SHARE, 1, i) - FAN.get(Metric.FREE_SHARE, 0, i));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void theBandsStandOutFromTheGroundAndFromEachOtherInGrey(String name) {
        Theme theme = name.equals("dark") ? Theme.DARK : Theme.LIGHT;
        ChartView view = view(ChartFan.Age.NEW);
        BufferedImage with = image(view, theme);
        int at = widest();
        double outer = (FAN.get(Metric.FREE_SHARE, 0, at) + FAN.get(Metric.FREE_SHARE, 1, at)) / 2;
        double inner = FAN.get(Metric.FREE_SHARE, 1, at) * 0.6 + FAN.get(Metric.FREE_SHARE, 2, at) * 0.4;
        int ground = brightness(image(view(), theme), view, FAN.timeNanos(at), outer);
        int pale = brightness(with, view, FAN.timeNanos(at), outer);
        int deep = brightness(with, view, FAN.timeNanos(at), inner);
        assertThat(Math.abs(pale - ground)).isGreaterThanOrEqualTo(8);
        assertThat(Math.abs(deep - ground)).isGreaterThan(Math.abs(pale - ground) + 8);
    }

    @Test
    void theLegendSaysWhatTheBandsAreAndWhatIsOld() {
        assertThat(texts(view(ChartFan.Age.NEW))).contains("8 futures: median, 50 %, 90 %");
        assertThat(texts(view(ChartFan.Age.OLD, ChartFan.Age.NEW)))
                .contains("8 futures: median, 50 %, 90 %", "the forecast before");
        assertThat(texts(view())).noneMatch(text -> text.contains("futures"));
    }

    private static List<String> texts(ChartView view) {
        return Svg.of(g -> ChartPainter.paint(g, view, CHARTS, AREA, Theme.LIGHT))
                .texts();
    }

    @Test
    void theAxisHasRoomForTheWorst() {
        double most = 0;
        for (int i = 0; i < FAN.size() && FAN.timeNanos(i) <= 12 * Runs.MINUTE; i++) {
            most = Math.max(most, FAN.get(Metric.FREE_SHARE, 4, i));
        }
        assertThat(ValueAxes.of(Chart.ROOM, view(ChartFan.Age.NEW)).top()).isGreaterThanOrEqualTo(most);
    }

    @Test
    void whatIsPointedAtBeyondTheRunIsReadOffTheForecast() {
        int at = widest();
        ChartView view = view(ChartFan.Age.NEW);
        ChartView pointing = new ChartView(
                view.series(),
                view.scenario(),
                view.plan(),
                view.logEntries(),
                0,
                view.toNanos(),
                view.nowNanos(),
                FAN.timeNanos(at),
                1,
                view.options(),
                List.of(),
                view.fans());
        assertThat(texts(pointing))
                .contains(NumberText.percent(FAN.get(Metric.FREE_SHARE, 2, at)) + " ("
                        + NumberText.percent(FAN.get(Metric.FREE_SHARE, 0, at)) + " to "
                        + NumberText.percent(FAN.get(Metric.FREE_SHARE, 4, at)) + ")");
    }
}
