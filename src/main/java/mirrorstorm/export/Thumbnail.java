package mirrorstorm.export;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import mirrorstorm.metrics.Series;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Metric;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.stage.StageLayout;
import mirrorstorm.picture.stage.StagePainter;
import mirrorstorm.picture.stage.StageView;
import mirrorstorm.picture.stage.Traffic;
import mirrorstorm.run.Snapshot;
import mirrorstorm.run.Timeline;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ScenarioWriter;

/** A small picture of a scenario: its stage at a moment that tells what it is about. */
public final class Thumbnail {

    /** Pixels. */
    public static final int WIDTH = 480;

    public static final int HEIGHT = 270;

    /** Text and lines, so small a picture is seen at half its size. */
    private static final double TEXT_SCALE = 1.4;

    /** Counted up when painters change, so that old pictures are not taken for new ones. */
    private static final int PAINTERS = 2;

    /** A run that is not over after so many events is shown as far as it came. */
    private static final long EVENTS_MAX = 3_000_000;

    private static final int EVENTS_AT_A_TIME = 2_000;
    private static final int SAMPLES = 500;
    private static final long TRAFFIC_SEED = 1;
    private static final double WORTH_SHOWING = 0.02;
    private static final long SOON_NANOS = 20_000_000_000L;

    private Thumbnail() {}

    /** What a picture depends on, as a file name: another scenario, version or theme has another. */
    public static String key(Scenario scenario, Theme theme) {
        String all = String.join("\n", Version.text(), "" + PAINTERS, theme.name(), ScenarioWriter.text(scenario));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java knows SHA-256", e);
        }
    }

    /**
     * Runs the scenario and paints it; takes up to seconds.
     *
     * @param isUnwanted asked often; whoever does not want the picture any more gets none
     * @return a PNG
     */
    public static Optional<byte[]> png(Scenario scenario, Theme theme, BooleanSupplier isUnwanted) {
        long spacing = Math.max(1, scenario.horizon().toNanos() / SAMPLES);
        Timeline timeline = new Timeline(scenario, EngineKind.RATES, spacing);
        if (!goTo(timeline, timeline.horizonNanos(), isUnwanted)
                || !goTo(timeline, tellingNanos(timeline), isUnwanted)) {
            return Optional.empty();
        }
        return Optional.of(encoded(timeline.snapshot(), theme));
    }

    private static boolean goTo(Timeline timeline, long timeNanos, BooleanSupplier isUnwanted) {
        boolean isThere = false;
        for (long events = 0; !isThere && events < EVENTS_MAX; events += EVENTS_AT_A_TIME) {
            if (isUnwanted.getAsBoolean()) {
                return false;
            }
            isThere = timeline.seekBriefly(timeNanos, EVENTS_AT_A_TIME);
        }
        return true;
    }

    /** When most volumes were stuck; where hardly any ever were, soon after the first thing that happened. */
    private static long tellingNanos(Timeline timeline) {
        Series series = timeline.series();
        int worst = 0;
        for (int i = 1; i < series.size(); i++) {
            if (series.get(Metric.STUCK, i) > series.get(Metric.STUCK, worst)) {
                worst = i;
            }
        }
        if (series.size() > 0 && series.get(Metric.STUCK, worst) >= WORTH_SHOWING) {
            return series.timeNanos(worst);
        }
        return timeline.plan().stream()
                        .mapToLong(TimedIntervention::timeNanos)
                        .filter(timeNanos -> timeNanos > 0)
                        .findFirst()
                        .orElse(0)
                + SOON_NANOS;
    }

    private static byte[] encoded(Snapshot snapshot, Theme theme) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        StageLayout layout = StageLayout.of(snapshot, WIDTH, HEIGHT, TEXT_SCALE);
        Traffic traffic = Traffic.settled(snapshot, layout, TRAFFIC_SEED);
        PictureExport.paintGround(g, WIDTH, HEIGHT, theme);
        StagePainter.paint(g, new StageView(snapshot, layout, traffic, StageView.NONE, StageView.NONE, 1), theme);
        g.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written to", e);
        }
        return png.toByteArray();
    }
}
