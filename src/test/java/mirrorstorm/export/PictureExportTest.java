package mirrorstorm.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import mirrorstorm.model.EngineKind;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.chart.ChartView;
import mirrorstorm.picture.figure.FigureView;
import mirrorstorm.picture.stage.StageLayout;
import mirrorstorm.picture.stage.StageView;
import mirrorstorm.picture.stage.Traffic;
import mirrorstorm.run.Snapshot;
import mirrorstorm.run.Timeline;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ScenarioReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PictureExportTest {

    private static final FigureView SHEET = sheet();

    @TempDir
    Path folder;

    private static FigureView sheet() {
        Timeline run = new Timeline(Library.bundled("first-steps"), EngineKind.RATES, 1_000_000_000L);
        run.advanceTo(50_000_000_000L);
        Snapshot snapshot = run.snapshot();
        StageLayout layout = StageLayout.of(snapshot, 400, 300);
        StageView stage = new StageView(
                snapshot, layout, Traffic.settled(snapshot, layout, 1), StageView.NONE, StageView.NONE, 1);
        return FigureView.of(
                stage, ChartView.soFar(run.series(), run.scenario(), run.plan(), run.logEntries(), run.clockNanos()));
    }

    @Test
    void aTitleWithControlsAndHalfASurrogatePairStillGivesXml() throws Exception {
        Scenario scenario = ScenarioReader.read(
                "hostile", "{\"schema\":1,\"horizon\":\"1m\",\"title\":\"a\\u0001b\\u001b[31m\\ud800c <&> \\uffff\"}");
        Timeline run = new Timeline(scenario, EngineKind.RATES, 1_000_000_000L);
        Snapshot snapshot = run.snapshot();
        StageLayout layout = StageLayout.of(snapshot, 400, 300);
        StageView stage = new StageView(
                snapshot, layout, Traffic.settled(snapshot, layout, 1), StageView.NONE, StageView.NONE, 1);
        FigureView figure = FigureView.of(
                stage, ChartView.soFar(run.series(), run.scenario(), run.plan(), run.logEntries(), run.clockNanos()));
        Path file = folder.resolve("hostile.svg");
        PictureExport.writeSvg(figure, 640, 480, Theme.LIGHT, file);
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .startsWith("a\ufffdb\ufffd[31m\ufffdc <&> ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {"=1+1|'=1+1", "@x|'@x", "-2.5|-2.5", "-x|'-x", "full-jitter|full-jitter"})
    void noCellOfATableIsAFormula(String written, String cell) {
        assertThat(CsvTable.text(written)).isEqualTo(cell);
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
    void aPngCarriesItsRecipe() throws IOException {
        Path file = folder.resolve("storm.png");
        PictureExport.writePng(SHEET, 640, 480, Theme.LIGHT, file);
        Map<String, String> texts = textsOf(file);
        assertThat(texts)
                .containsEntry("Scenario", "first-steps")
                .containsEntry("Seed", "7")
                .containsEntry("Time", "50s")
                .containsEntry("Software", "Mirrorstorm " + Version.text());
    }

    @Test
    void lettersOfAllLanguagesSurviveInAPng() throws IOException {
        FigureView named = new FigureView(
                SHEET.stage(), SHEET.charts(), "\u5d50 of \u00e4", SHEET.subtitle(), FigureView.Parts.FITTED);
        Path file = folder.resolve("storm.png");
        PictureExport.writePng(named, 640, 480, Theme.LIGHT, file);
        assertThat(textsOf(file)).containsEntry("Title", "\u5d50 of \u00e4").containsEntry("Seed", "7");
    }

    private static Map<String, String> textsOf(Path file) throws IOException {
        Map<String, String> texts = new HashMap<>();
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            Element root = (Element) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
            for (String[] kind : new String[][] {{"tEXtEntry", "value"}, {"iTXtEntry", "text"}}) {
                NodeList entries = root.getElementsByTagName(kind[0]);
                for (int i = 0; i < entries.getLength(); i++) {
                    Element entry = (Element) entries.item(i);
                    texts.put(entry.getAttribute("keyword"), entry.getAttribute(kind[1]));
                }
            }
        } finally {
            reader.dispose();
        }
        return texts;
    }

    @Test
    void partsHaveAllTheRoomAlone() {
        Set<Integer> pictures = new HashSet<>();
        for (FigureView.Parts parts : FigureView.Parts.values()) {
            int[] pixels = PictureExport.pixels(SHEET.withParts(parts), 800, 500, Theme.LIGHT);
            assertThat(pixels).hasSize(800 * 500);
            pictures.add(Arrays.hashCode(pixels));
        }
        assertThat(pictures).hasSize(FigureView.Parts.values().length);
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
                .contains("Scenario first-steps, seed 7", "0:00:50 simulated", "volumes", "time 50s, Mirrorstorm");
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
