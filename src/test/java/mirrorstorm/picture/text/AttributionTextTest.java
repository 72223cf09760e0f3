package mirrorstorm.picture.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.study.AttributionPainter;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.batch.Outcome;
import mirrorstorm.run.cause.Attribution;
import mirrorstorm.run.cause.Cause;
import mirrorstorm.scenario.Levers;
import org.junit.jupiter.api.Test;

/** What attributions and axes say. */
class AttributionTextTest {

    private static final Measure STUCK = Measure.STUCK_MEAN;

    private static Attribution of(List<Cause> causes, double... bySet) {
        List<List<Outcome>> outcomes = new ArrayList<>();
        for (double value : bySet) {
            outcomes.add(List.of(outcome(value), outcome(1.001 * value + 0.001)));
        }
        return new Attribution(causes, outcomes);
    }

    private static Outcome outcome(double value) {
        List<Double> values = new ArrayList<>(Collections.nCopies(Measure.values().length, 0.0));
        values.set(STUCK.ordinal(), value);
        return new Outcome(values);
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    @Test
    void theLargestCauseIsNamedFirstAndWhatIsNoneLast() {
        Attribution known =
                of(List.of(Cause.NO_BACKOFF, Cause.RACE, Cause.TOO_LITTLE_ROOM), 0, 0, 0.1, 0.1, 0.3, 0.3, 0.4, 0.4);
        assertThat(plain(AttributionText.of(known, STUCK)))
                .isEqualTo("Stuck on average: 40.1 %; without any of these causes it would be 0.05 %. Most of the"
                        + " difference is due to too little room (+30.0 points), then the race"
                        + " (+10.0 points). Next to nothing, or nothing that can be told from chance,"
                        + " is due to no backoff.");
    }

    @Test
    void whatHelpsIsSaidToHelp() {
        Attribution known = of(List.of(Cause.QUARANTINE, Cause.RACE), 0.1, 0.05, 0.4, 0.35);
        assertThat(plain(AttributionText.of(known, STUCK))).contains("worse still without quarantine (-5.0 points)");
    }

    @Test
    void whereNothingDiffersThereIsNothingToExplain() {
        assertThat(AttributionText.of(of(List.of(Cause.RACE), 0.2, 0.2), STUCK)).startsWith("There is nothing");
    }

    @Test
    void theBarsOfCausesStandFromTheLargestDown() {
        Attribution known = of(List.of(Cause.QUARANTINE, Cause.RACE), 0, 0.1, 0.4, 0.5);
        BufferedImage image = new BufferedImage(800, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        AttributionPainter.paint(g, known, STUCK, "title", "subtitle", 800, 400, 1, Theme.LIGHT);
        g.dispose();
        assertThat(reach(image, 100, 200)).isGreaterThan(2 * reach(image, 200, 320));
    }

    /** How many pixels of a bar there are at most in a row of an area. */
    private static int reach(BufferedImage image, int top, int bottom) {
        int bar = Theme.LIGHT.color(Ink.SEARCHING).getRGB();
        int most = 0;
        for (int y = top; y < bottom; y++) {
            int count = 0;
            for (int x = 0; x < image.getWidth(); x++) {
                count += image.getRGB(x, y) == bar ? 1 : 0;
            }
            most = Math.max(most, count);
        }
        return most;
    }

    @Test
    void anAxisReadsInPercentAndInWords() {
        assertThat(AxisText.of(Levers.require("cluster.utilisation"), 0.73)).isEqualTo("73 %");
        assertThat(AxisText.of(Levers.require("cluster.utilisation"), 0.7357)).isEqualTo("73.57 %");
        assertThat(AxisText.of(Levers.require("race.probability"), 2e-9)).isEqualTo("2e-9");
        assertThat(AxisText.of(Levers.require("search.backoff.policy"), mirrorstorm.model.BackoffPolicy.FULL_JITTER))
                .isEqualTo("full jitter");
    }
}
