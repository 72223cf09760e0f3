package mirrorstorm.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import mirrorstorm.model.EngineKind;
import mirrorstorm.picture.ChartView;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.SheetView;
import mirrorstorm.picture.StageLayout;
import mirrorstorm.picture.StageView;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.Traffic;
import mirrorstorm.run.Snapshot;
import mirrorstorm.run.Timeline;
import mirrorstorm.scenario.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class PictureExportTest {

    private static final SheetView SHEET = sheet();

    @TempDir
    Path folder;

    private static SheetView sheet() {
        Timeline run = new Timeline(Library.bundled("first-steps"), EngineKind.RATES, 1_000_000_000L);
        run.advanceTo(50_000_000_000L);
        Snapshot snapshot = run.snapshot();
        StageLayout layout = StageLayout.of(snapshot, 400, 300);
        StageView stage = new StageView(
                snapshot, layout, Traffic.settled(snapshot, layout, 1), StageView.NONE, StageView.NONE, 1);
        return SheetView.of(
                stage, ChartView.soFar(run.series(), run.scenario(), run.plan(), run.happenings(), run.clockNanos()));
    }

    @Test
    void aPngHasTheSizeAskedForAndAGroundOfItsOwn() throws IOException {
        Path file = folder.resolve("storm.png");
        PictureExport.writePng(SHEET, 641, 479, Theme.DARK, file);
        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(641);
        assertThat(image.getHeight()).isEqualTo(479);
        assertThat(image.getColorModel().hasAlpha()).isFalse();
        assertThat(image.getRGB(0, 0))
                .isEqualTo(Theme.DARK.color(Ink.BACKGROUND).getRGB());
        assertThat(image.getRGB(640, 478))
                .isEqualTo(Theme.DARK.color(Ink.BACKGROUND).getRGB());
    }

    @Test
    void anSvgIsWellFormedAndTellsWhatItShows() throws Exception {
        Path file = folder.resolve("storm.svg");
        PictureExport.writeSvg(SHEET, 1280, 800, Theme.LIGHT, file);
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        Element root = document.getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("svg");
        assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 1280 800");
        assertThat(root.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("First steps: twelve nodes");
        assertThat(root.getElementsByTagName("desc").item(0).getTextContent())
                .contains("Scenario first-steps, seed 7", "0:00:50 simulated", "volumes");
    }

    @Test
    void anSvgNeedsNeitherOurFontNorPixels() throws IOException {
        Path file = folder.resolve("storm.svg");
        PictureExport.writeSvg(SHEET, 1280, 800, Theme.LIGHT, file);
        String text = Files.readString(file);
        assertThat(text).contains("<pattern").doesNotContain("<text", "<image");
    }

    @Test
    void theSamePictureIsTheSameFile() throws IOException {
        Path one = folder.resolve("one.svg");
        Path other = folder.resolve("other.svg");
        PictureExport.writeSvg(SHEET, 800, 600, Theme.DARK, one);
        PictureExport.writeSvg(SHEET, 800, 600, Theme.DARK, other);
        assertThat(other).hasSameTextualContentAs(one);
    }

    @Test
    void aFileThatCannotBeWrittenLeavesNothingBehind() throws IOException {
        Path file = folder.resolve("no such folder").resolve("storm.png");
        assertThatThrownBy(() -> PictureExport.writePng(SHEET, 100, 100, Theme.DARK, file))
                .isInstanceOf(IOException.class);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aPictureWithoutSizeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> PictureExport.image(SHEET, 0, 100, Theme.DARK));
        assertThatIllegalArgumentException().isThrownBy(() -> PictureExport.image(SHEET, 100, 1 << 20, Theme.DARK));
    }
}
