package mirrorstorm.picture.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.StateChange;
import mirrorstorm.picture.Colors;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Svg;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.chart.VariantChartPainter;
import mirrorstorm.picture.chart.VariantView;
import mirrorstorm.picture.stage.DifferencePainter;
import mirrorstorm.picture.stage.StageLayout;
import mirrorstorm.picture.stage.StagePainter;
import mirrorstorm.picture.stage.StageView;
import mirrorstorm.picture.stage.Traffic;
import mirrorstorm.picture.text.ChangeText;
import mirrorstorm.run.Cases;
import mirrorstorm.run.batch.CancellationToken;
import mirrorstorm.run.compare.ComparisonStudy;
import mirrorstorm.run.compare.Difference;
import mirrorstorm.run.compare.FirstDivergence;
import mirrorstorm.run.compare.SideBySide;
import mirrorstorm.run.compare.Variant;
import mirrorstorm.run.compare.VariantComparison;
import mirrorstorm.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Variants beside each other in a picture. */
class ComparisonPainterTest {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final Scenario STORM = Cases.smallStorm(Duration.ofMinutes(20));
    private static final List<Variant> VARIANTS =
            List.of(new Variant("as it is", STORM), new Variant("roomy", STORM.withLever("cluster.utilisation", 0.6)));

    private static SideBySide at(long timeNanos) {
        SideBySide runs = new SideBySide(VARIANTS, MINUTE);
        while (!runs.seekBriefly(timeNanos, 1_000)) {
            assertThat(runs.reachedNanos()).isLessThanOrEqualTo(timeNanos);
        }
        return runs;
    }

    @Test
    void beforeTheTriggerNothingDiffersAndAfterItMuchDoes() {
        SideBySide.Frame calm = at(4 * MINUTE).moment(Optional.empty()).orElseThrow();
        Difference none =
                Difference.of(calm.snapshots().get(0), calm.snapshots().get(1));
        assertThat(none.nodeCount()).isZero();
        assertThat(none.volumeCount()).isZero();
        SideBySide.Frame storm = at(10 * MINUTE).moment(Optional.empty()).orElseThrow();
        Difference much =
                Difference.of(storm.snapshots().get(0), storm.snapshots().get(1));
        assertThat(much.volumeCount()).isPositive();
        double most = 0;
        for (int node = 0; node < storm.snapshots().get(1).nodeCount(); node++) {
            most = Math.max(most, much.volumeShare(node));
        }
        assertThat(most).isPositive().isLessThanOrEqualTo(1);
    }

    @Test
    void cellsThatAreTheSameArePaleAndOthersAreFull() {
        SideBySide.Frame moment = at(4 * MINUTE).moment(Optional.empty()).orElseThrow();
        StageLayout layout = StageLayout.of(moment.snapshots().get(0), 600, 400);
        StageView view = new StageView(moment.snapshots().get(0), layout, new Traffic(1), StageView.Marks.NONE, 1);
        Difference none =
                Difference.of(moment.snapshots().get(0), moment.snapshots().get(1));
        BufferedImage plain = new BufferedImage(600, 400, BufferedImage.TYPE_INT_ARGB_PRE);
        BufferedImage pale = new BufferedImage(600, 400, BufferedImage.TYPE_INT_ARGB_PRE);
        new StagePainter(Theme.LIGHT).paint(plain, view);
        DifferencePainter.paint(new StagePainter(Theme.LIGHT), pale, view, none, Theme.LIGHT);
        int x = (int) layout.cell(7).getCenterX();
        int y = (int) layout.cell(7).getMaxY() - 3;
        double ground = Colors.contrast(new Color(pale.getRGB(x, y)), Theme.LIGHT.color(Ink.SURFACE));
        assertThat(ground).isLessThan(Colors.contrast(new Color(plain.getRGB(x, y)), Theme.LIGHT.color(Ink.SURFACE)));
    }

    @Test
    void aPictureShowsThePartOfTheClusterThatIsOnTheScreen() {
        SideBySide runs = at(10 * MINUTE);
        SideBySide.Frame moment = runs.moment(Optional.empty()).orElseThrow();
        VariantView charts = new VariantView(
                moment.series(),
                List.of(OptionalLong.empty(), OptionalLong.empty()),
                runs.horizonNanos(),
                moment.timeNanos(),
                -1,
                1);
        StageLayout screen = StageLayout.of(moment.snapshots().get(0), 900, 500);
        StageLayout close = screen.seenBy(screen.cameraOn(screen.cell(7)));
        assertThat(texts(moment, Optional.of(close), charts)).contains("node 7", "node 7");
        assertThat(texts(moment, Optional.empty(), charts)).doesNotContain("node 7");
    }

    private static List<String> texts(SideBySide.Frame moment, Optional<StageLayout> seen, VariantView charts) {
        ComparisonView view = new ComparisonView(VARIANTS, moment, seen, charts, Optional.empty(), true);
        return Svg.of(g -> ComparisonPainter.paint(g, view, 1280, 960, Theme.LIGHT))
                .texts();
    }

    @Test
    void aWholePictureHasEveryVariantsLineAndTable() {
        SideBySide runs = at(20 * MINUTE);
        SideBySide.Frame moment = runs.moment(Optional.empty()).orElseThrow();
        VariantComparison known =
                new ComparisonStudy(VARIANTS, 2, EngineKind.RATES).answer(1, new CancellationToken(), partial -> {});
        VariantView charts =
                new VariantView(moment.series(), known.parted(), runs.horizonNanos(), moment.timeNanos(), -1, 1);
        ComparisonView view = new ComparisonView(VARIANTS, moment, Optional.empty(), charts, Optional.of(known), true);
        BufferedImage image = new BufferedImage(1280, 960, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        ComparisonPainter.paint(g, view, 1280, 960, Theme.DARK);
        g.dispose();
        assertThat(pixels(image, Ink.VARIANT_B)).isGreaterThan(100);
        List<ComparisonRows.Row> rows = ComparisonRows.of(known);
        assertThat(rows).allSatisfy(row -> assertThat(row.differences().get(0)).isEmpty());
        assertThat(rows).extracting(ComparisonRows.Row::title).contains("stuck on average, %", "crashes");
        assertThat(rows)
                .as("the unit stands in the title")
                .flatExtracting(ComparisonRows.Row::means)
                .noneMatch(text -> text.contains("%"));
    }

    private static int pixels(BufferedImage image, Ink ink) {
        int wanted = Theme.DARK.color(ink).getRGB();
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += image.getRGB(x, y) == wanted ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void theTimeAxisIsReadBackwards() {
        SideBySide.Frame moment = at(MINUTE).moment(Optional.empty()).orElseThrow();
        VariantView view = new VariantView(
                moment.series(), List.of(OptionalLong.empty(), OptionalLong.empty()), 20 * MINUTE, MINUTE, -1, 1);
        var area = new java.awt.geom.Rectangle2D.Double(0, 0, 500, 300);
        double[] insets = VariantChartPainter.axisInsets(1);
        assertThat(VariantChartPainter.timeAt(view, area, insets[0])).isZero();
        assertThat(VariantChartPainter.timeAt(view, area, 500 - insets[1])).isEqualTo(20 * MINUTE);
        assertThat(VariantChartPainter.timeAt(view, area, -99)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void everyChangeHasWords(StateChange change) {
        assertThat(ChangeText.of(change, 12, 1)).isNotBlank().doesNotContain("{");
    }

    @Test
    void wherePartsAreIsSaidInASentence() {
        FirstDivergence.Divergence moment = FirstDivergence.first(
                        VARIANTS.get(0).scenario(),
                        VARIANTS.get(1).scenario(),
                        0,
                        EngineKind.RATES,
                        new CancellationToken())
                .orElseThrow();
        assertThat(ChangeText.divergence(1, moment))
                .startsWith("B parts from A at 0:0")
                .endsWith(".");
    }
}
