package mirrorstorm.picture.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.List;
import mirrorstorm.picture.Runs;
import mirrorstorm.picture.Svg;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.stage.StageView;
import mirrorstorm.run.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigurePainterTest {

    private static final Timeline STORM = Runs.storm(90 * Runs.MINUTE);
    private static final Timeline SMALL = Runs.small(50 * Runs.SECOND);

    @ParameterizedTest(name = "{0} x {1}, {2}")
    @CsvSource({
        "1280, 800, storm",
        "1920, 1080, small",
        "1024, 700, storm",
        "800, 1200, storm",
        "800, 1200, small",
        "640, 480, small",
        "3840, 2160, storm"
    })
    void nothingIsClippedAndNoTextLeavesThePicture(int width, int height, String which) {
        FigureView sheet = Runs.sheet(which.equals("storm") ? STORM : SMALL);
        Rectangle2D picture = new Rectangle2D.Double(0, 0, width, height);
        List<Svg.Text> texts = Svg.of(g -> FigurePainter.paint(g, sheet, width, height, Theme.DARK))
                .placedTexts();
        assertThat(texts.stream().filter(text -> !picture.contains(text.bounds())))
                .isEmpty();
    }

    @Test
    void aPictureSaysWhatItShows() {
        List<String> texts = Svg.of(g -> FigurePainter.paint(g, Runs.sheet(STORM), 1280, 800, Theme.LIGHT))
                .texts();
        assertThat(texts)
                .contains("The re-mirroring storm of 21 April 2011")
                .contains("Scenario aws-2011, seed 2011")
                .contains("1:30:00 simulated")
                .contains("Thu 21 Apr 2011, 02:07:00")
                .contains("mirrored", "quarantined", "Probes", "Room on offer")
                .anyMatch(text -> text.startsWith("Storm: "));
    }

    @Test
    void whatIsPointedAtOnTheScreenIsNotInThePicture() {
        FigureView sheet = Runs.sheet(SMALL);
        StageView pointed = new StageView(
                sheet.stage().snapshot(), sheet.stage().layout(), sheet.stage().traffic(), 3, -1, 1);
        FigureView other = new FigureView(pointed, sheet.charts(), sheet.title(), sheet.subtitle(), sheet.parts());
        assertThat(Svg.of(g -> FigurePainter.paint(g, other, 1280, 800, Theme.LIGHT))
                        .texts())
                .isEqualTo(Svg.of(g -> FigurePainter.paint(g, sheet, 1280, 800, Theme.LIGHT))
                        .texts());
    }
}
