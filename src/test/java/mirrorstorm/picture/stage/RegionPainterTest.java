package mirrorstorm.picture.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.util.List;
import mirrorstorm.picture.Runs;
import mirrorstorm.picture.Svg;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.text.NumberText;
import mirrorstorm.run.Region;
import mirrorstorm.run.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionPainterTest {

    private static List<String> texts(StageView view) {
        return Svg.of(g -> new RegionPainter(g, view, Theme.LIGHT).paint()).texts();
    }

    private static List<String> gain(double gain) {
        Rectangle2D area = new Rectangle2D.Double(0, 0, 200, 46);
        return Svg.of(g -> new LoopGainPainter(g, Theme.DARK, 1).paint(gain, "2 days", area))
                .texts();
    }

    @Test
    void whoHoldsTheThreadsIsSaidAndAddsUp() {
        Snapshot snapshot = Runs.storm(60 * Runs.MINUTE).snapshot();
        Region region = snapshot.region();
        long held = 0;
        for (ThreadHolder holder : ThreadHolder.values()) {
            held += holder.count(region);
        }
        assertThat(held).isEqualTo(region.threads());
        assertThat(region.hangingCreates()).isPositive();
        assertThat(texts(Runs.view(snapshot, 1400, 800)))
                .contains(
                        "Control plane",
                        NumberText.count(Math.round(region.hangingCreates())) + " hang",
                        NumberText.count(region.waiting()) + " wait");
        assertThat(ThreadHolder.of(region, 0)).isEqualTo(ThreadHolder.HANGING);
    }

    @Test
    void aCalmRegionHasNoErrorsAndNoQueue() {
        assertThat(texts(Runs.view(Runs.CALM, 1400, 800)))
                .contains("no queue", "no errors", "us-east-1a", "us-east-1d")
                .noneMatch(text -> text.endsWith("hang") || text.endsWith("wait"));
    }

    @Test
    void whereNamesOfZonesHaveNoRoomTheirEndsTellThemApart() {
        assertThat(texts(Runs.view(Runs.CALM, 720, 420)))
                .contains("1a", "1b", "1c", "1d")
                .noneMatch(text -> text.contains("us-") || text.contains("\u2026"));
    }

    @ParameterizedTest(name = "{0} x {1}")
    @CsvSource({"640, 400, 1", "924, 380, 1", "1400, 800, 1", "1900, 900, 1.5", "3000, 1600, 2"})
    void everyThreadAndZoneIsFoundWhereItIsDrawn(int width, int height, double scale) {
        Snapshot snapshot = Runs.STORM;
        StageLayout layout = StageLayout.of(snapshot, width, height, scale);
        StageView view = new StageView(snapshot, layout, new Traffic(1), StageView.Marks.NONE, scale);
        assertThat(layout.region().getHeight()).isPositive();
        RegionLayout region = RegionLayout.of(view);
        for (int thread = 0; thread < snapshot.region().threads(); thread++) {
            Rectangle2D square = region.thread(thread);
            assertThat(region.controlPlane().contains(square)).isTrue();
            assertThat(region.at(square.getCenterX(), square.getCenterY())).isEqualTo(new Pick.ThreadSlot(thread));
        }
        for (int zone = 0; zone < region.zones().size(); zone++) {
            Rectangle2D box = region.zones().get(zone);
            assertThat(layout.region().contains(box)).isTrue();
            assertThat(StageHits.of(view).at(box.getCenterX(), box.getCenterY()))
                    .isEqualTo(new Pick.Zone(zone));
        }
        assertThat(region.zones()).isNotEmpty();
        assertThat(region.at(region.loopGain().getCenterX(), region.loopGain().getCenterY()))
                .isEqualTo(new Pick.LoopGain());
    }

    @Test
    void theDialNamesItsWindowAndSaysWhenTheStormFeedsItself() {
        assertThat(gain(0.4)).containsExactly("Loop gain 0.4", "in 2 days");
        assertThat(gain(1.3)).containsExactly("Loop gain 1.3", "feeds itself, 2 days");
        assertThat(gain(Double.NaN)).containsExactly("Loop gain \u2013", "nothing to say");
    }

    @Test
    void whatAZoneIsToldByPointingAtIt() {
        Snapshot snapshot = Runs.storm(60 * Runs.MINUTE).snapshot();
        Region.Zone zone = snapshot.region().zones().get(1);
        assertThat(zone.errorShare()).isBetween(0.0, 1.0);
        assertThat(PickText.of(snapshot, new Pick.Zone(1)))
                .startsWith("zone us-east-1b")
                .contains(NumberText.percent(zone.errorShare()) + " of its API calls failed in the last 5 min");
        assertThat(snapshot.region().held()).isCloseTo(snapshot.region().threads(), within(1.0));
    }
}
