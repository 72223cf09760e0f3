package mirrorstorm.picture.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.List;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.VolumeState;
import mirrorstorm.picture.Runs;
import mirrorstorm.picture.Svg;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.text.NumberText;
import mirrorstorm.run.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegendPainterTest {

    private static List<String> texts(StageView view) {
        Rectangle2D area = new Rectangle2D.Double(0, 0, 1000, 100);
        return Svg.of(g -> LegendPainter.paint(g, view, area, Theme.LIGHT)).texts();
    }

    private static String countAfter(List<String> texts, String label) {
        return texts.get(texts.indexOf(label) + 1);
    }

    @ParameterizedTest(name = "after {0} minutes")
    @ValueSource(longs = {5, 10, 12, 240})
    void countsAreTrue(long minutes) {
        Snapshot snapshot = Runs.storm(minutes * Runs.MINUTE).snapshot();
        List<String> texts = texts(Runs.view(snapshot, 900, 600));
        for (VolumeState state : VolumeState.values()) {
            assertThat(countAfter(texts, state.name().toLowerCase(java.util.Locale.ROOT)))
                    .isEqualTo(NumberText.count(snapshot.volumeCount(state)));
        }
        for (NodeState state : NodeState.values()) {
            assertThat(countAfter(texts, state.name().toLowerCase(java.util.Locale.ROOT)))
                    .isEqualTo(NumberText.count(snapshot.nodeCount(state)));
        }
        assertThat(countAfter(texts, "quarantined")).isEqualTo(NumberText.count(snapshot.quarantinedCount()));
    }

    @Test
    void theRatioOfDotsToProbesIsSaid() {
        StageView view = Runs.view(Runs.STORM, 900, 600);
        String ratio = NumberText.about(view.traffic().probesPerDot());
        assertThat(texts(view)).contains("1 dot = about " + ratio + " probes (a sample)");
    }

    @Test
    void theHeightDoesNotDependOnWhatIsCounted() {
        for (double width = 300; width < 1600; width += 100) {
            StageView calm = Runs.view(Runs.CALM, 900, 600);
            StageView storm = Runs.view(Runs.STORM, 900, 600);
            assertThat(LegendPainter.preferredHeight(storm, width, Theme.DARK))
                    .isEqualTo(LegendPainter.preferredHeight(calm, width, Theme.DARK));
        }
    }

    @Test
    void aNarrowerLegendIsHigherAndStaysInItsArea() {
        StageView view = Runs.view(Runs.STORM, 900, 600);
        double last = 0;
        for (double width = 1200; width >= 400; width -= 80) {
            double height = LegendPainter.preferredHeight(view, width, Theme.LIGHT);
            assertThat(height).isGreaterThanOrEqualTo(last);
            last = height;
            Rectangle2D area = new Rectangle2D.Double(10, 20, width, height);
            Rectangle2D grown = new Rectangle2D.Double(9, 19, width + 2, height + 2);
            assertThat(Svg.of(g -> LegendPainter.paint(g, view, area, Theme.LIGHT)).placedTexts().stream()
                            .filter(text -> !grown.contains(text.bounds())))
                    .isEmpty();
        }
    }

    @Test
    void itemsKeepTheirPlaceWhileCountsChange() {
        Rectangle2D area = new Rectangle2D.Double(0, 0, 900, 100);
        StageView calm = Runs.view(Runs.CALM, 900, 600);
        StageView storm = Runs.view(Runs.STORM, 900, 600);
        assertThat(placeOf("unreachable", calm, area)).isEqualTo(placeOf("unreachable", storm, area));
    }

    private static Rectangle2D placeOf(String label, StageView view, Rectangle2D area) {
        return Svg.of(g -> LegendPainter.paint(g, view, area, Theme.LIGHT)).placedTexts().stream()
                .filter(text -> text.text().equals(label))
                .findFirst()
                .orElseThrow()
                .bounds();
    }

    @Test
    void whereThereIsNoRoomItNamesWhatIsThereAndStaysInItsArea() {
        StageView view = Runs.view(Runs.STORM, 900, 600);
        double full = LegendPainter.preferredHeight(view, 520, Theme.LIGHT);
        double cut = LegendPainter.fittingHeight(view, 520, 0.6 * full, Theme.LIGHT);
        assertThat(cut).isLessThan(0.6 * full).isPositive();
        assertThat(LegendPainter.fittingHeight(view, 520, full, Theme.LIGHT)).isEqualTo(full);
        Rectangle2D area = new Rectangle2D.Double(10, 20, 520, cut);
        Rectangle2D grown = new Rectangle2D.Double(9, 19, 522, cut + 2);
        Svg svg = Svg.of(g -> LegendPainter.paint(g, view, area, Theme.LIGHT));
        assertThat(svg.texts()).contains("searching", "copying", "asking").doesNotContain("lost", "destroyed");
        assertThat(svg.placedTexts()).allMatch(text -> grown.contains(text.bounds()));
    }
}
