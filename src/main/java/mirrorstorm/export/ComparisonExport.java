package mirrorstorm.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import mirrorstorm.engine.Nanos;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.VariantStyle;
import mirrorstorm.picture.study.ComparisonPainter;
import mirrorstorm.picture.study.ComparisonView;
import mirrorstorm.run.batch.Interval;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.compare.VariantComparison;
import mirrorstorm.scenario.AtomicFile;
import mirrorstorm.scenario.Durations;
import mirrorstorm.scenario.Numbers;
import mirrorstorm.scenario.Scenario;

/** Comparisons as pictures and tables. A file is there whole or not at all. */
public final class ComparisonExport {

    private static final int WIDTH = 2560;
    private static final int HEIGHT = 1920;

    private ComparisonExport() {}

    /**
     * Writes variants beside each other as PNG.
     *
     * @throws IOException if the file cannot be written
     */
    public static void writePng(ComparisonView view, Theme theme, Path file) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        ComparisonPainter.paint(g, view, WIDTH, HEIGHT, theme);
        g.dispose();
        Scenario first = view.variants().get(0).scenario();
        int replications = view.known().map(VariantComparison::replications).orElse(0);
        Map<String, String> recipe = Recipe.of(first.title(), first, replications);
        recipe.put("Time", Durations.format(Duration.ofNanos(view.moment().timeNanos())));
        for (int i = 0; i < view.variants().size(); i++) {
            recipe.put(
                    "Variant " + VariantStyle.letter(i), view.variants().get(i).label());
        }
        AtomicFile.write(file, out -> PngWriter.write(image, recipe, out));
    }

    /**
     * Writes what the variants come to as a table: a row for each measure of each variant. Leaves {@code out} open.
     *
     * @throws IOException if it cannot be written
     */
    static void writeCsv(VariantComparison comparison, OutputStream out) throws IOException {
        CsvWriter csv = CsvTable.to(out);
        csv.writeRecord(
                "variant",
                "label",
                "partedAtSeconds",
                "measure",
                "replications",
                "mean",
                "meanLow",
                "meanHigh",
                "difference",
                "differenceLow",
                "differenceHigh",
                "median",
                "beyondHorizon");
        for (int variant = 0; variant < comparison.variants().size(); variant++) {
            OptionalLong parted = comparison.parted().get(variant);
            for (Measure measure : Measure.values()) {
                Interval mean = comparison.mean(variant, measure);
                Interval difference = variant == 0
                        ? new Interval(Double.NaN, Double.NaN, Double.NaN)
                        : comparison.difference(variant, measure);
                csv.writeRecord(
                        VariantStyle.letter(variant),
                        CsvTable.text(comparison.variants().get(variant).label()),
                        text(parted.isPresent() ? Nanos.toSeconds(parted.getAsLong()) : Double.NaN),
                        measure.key(),
                        Integer.toString(comparison.replications()),
                        text(mean.value()),
                        text(mean.low()),
                        text(mean.high()),
                        text(difference.value()),
                        text(difference.low()),
                        text(difference.high()),
                        text(comparison.median(variant, measure).value()),
                        measure.isRestricted() ? Integer.toString(comparison.beyondHorizon(variant, measure)) : "");
            }
        }
        csv.flush();
    }

    private static String text(double number) {
        return Double.isNaN(number) || Double.isInfinite(number) ? "" : Numbers.text(number);
    }
}
