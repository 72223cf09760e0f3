package mirrorstorm.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.VolumeState;
import mirrorstorm.picture.stage.ThreadHolder;
import mirrorstorm.picture.stage.VolumeMark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What tells states apart reaches everybody: by pattern or shape always, and by colour as far as can be. */
class ColorVisionTest {

    /** About four times what is just noticeable. */
    private static final double APART = 10;

    /** For dots of a few pixels that have no pattern. */
    private static final double FAR_APART = 25;

    static Stream<Arguments> eyes() {
        return Stream.of(Theme.LIGHT, Theme.DARK)
                .flatMap(theme -> Arrays.stream(Vision.values()).map(vision -> Arguments.of(theme, vision)));
    }

    @Test
    void noTwoStatesOfVolumesShareAPattern() {
        Set<Pattern> patterns = new HashSet<>();
        Set<VolumeMark> marks = new HashSet<>();
        for (VolumeState state : VolumeState.values()) {
            assertThat(patterns.add(Pattern.of(state))).as(state.name()).isTrue();
            assertThat(marks.add(VolumeMark.of(state))).as(state.name()).isTrue();
        }
    }

    @Test
    void noTwoStatesOfNodesShareAPattern() {
        List<Pattern> patterns = new ArrayList<>(List.of(Pattern.ofQuarantine()));
        for (NodeState state : NodeState.values()) {
            patterns.add(Pattern.of(state));
        }
        assertThat(patterns).doesNotHaveDuplicates();
    }

    @Test
    void noTwoHoldersOfThreadsShareAShape() {
        ThreadHolder[] holders = ThreadHolder.values();
        for (int i = 0; i < holders.length; i++) {
            for (int j = i + 1; j < holders.length; j++) {
                assertThat(difference(ink(holders[i]), ink(holders[j])))
                        .as("%s and %s", holders[i], holders[j])
                        .isGreaterThan(0.15);
            }
        }
    }

    /** How much of each pixel of its sign a holder covers, as it is drawn for 300 threads. */
    private static double[] ink(ThreadHolder holder) {
        int side = 7;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        Color ground = Theme.LIGHT.color(Ink.SURFACE);
        g.setColor(ground);
        g.fillRect(0, 0, side, side);
        Pens.smooth(g);
        holder.paint(g, new Rectangle2D.Double(0, 0, side, side), Theme.LIGHT);
        g.dispose();
        double[] covered = new double[side * side];
        double full = Vision.NORMAL.distance(Theme.LIGHT.color(holder.ink()), ground);
        for (int i = 0; i < covered.length; i++) {
            Color pixel = new Color(image.getRGB(i % side, i / side));
            covered[i] = Math.min(1, Vision.NORMAL.distance(pixel, ground) / full);
        }
        return covered;
    }

    private static double difference(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs(one[i] - other[i]);
        }
        return sum / one.length;
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("eyes")
    void aThreadThatIsHeldForNothingStandsOutFromOneThatServes(Theme theme, Vision vision) {
        for (ThreadHolder idle : List.of(ThreadHolder.HANGING, ThreadHolder.DEAD_ELECTION)) {
            assertThat(distance(theme, vision, idle.ink(), Ink.SURFACE))
                    .as(idle.name())
                    .isGreaterThan(FAR_APART);
        }
        if (vision != Vision.GREYSCALE) {
            assertThat(distance(theme, vision, ThreadHolder.HANGING.ink(), ThreadHolder.DEAD_ELECTION.ink()))
                    .isGreaterThan(APART);
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("eyes")
    void statesOfVolumesDifferInColourTooUnlessThereIsNone(Theme theme, Vision vision) {
        VolumeState[] states = VolumeState.values();
        for (int i = 0; i < states.length && vision != Vision.GREYSCALE; i++) {
            for (int j = i + 1; j < states.length; j++) {
                assertThat(distance(theme, vision, Ink.of(states[i]), Ink.of(states[j])))
                        .as("%s and %s", states[i], states[j])
                        .isGreaterThan(APART);
            }
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("eyes")
    void aRefusalIsNeverTakenForAProbe(Theme theme, Vision vision) {
        assertThat(distance(theme, vision, Ink.PROBE, Ink.REFUSAL)).isGreaterThan(FAR_APART);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("eyes")
    void aCrashedNodeIsNeverTakenForAHealthyOne(Theme theme, Vision vision) {
        assertThat(distance(theme, vision, Ink.CRASHED, Ink.DEAD_SPACE)).isGreaterThan(FAR_APART);
        assertThat(distance(theme, vision, Ink.DEAD_SPACE, Ink.USED_SPACE)).isGreaterThan(FAR_APART);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("eyes")
    void theGlowOfASearchingNodeStandsOutFromItsCell(Theme theme, Vision vision) {
        assertThat(distance(theme, vision, Ink.SEARCHING, Ink.USED_SPACE)).isGreaterThan(FAR_APART);
        assertThat(distance(theme, vision, Ink.SEARCHING, Ink.SURFACE)).isGreaterThan(FAR_APART);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("eyes")
    void linesOfOneChartAreToldApart(Theme theme, Vision vision) {
        assertThat(distance(theme, vision, Ink.UP, Ink.CRASH_FLAG)).isGreaterThan(FAR_APART);
        assertThat(distance(theme, vision, Ink.QUARANTINE, Ink.CRASH_FLAG)).isGreaterThan(FAR_APART);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("eyes")
    void variantsDifferInColourTooUnlessThereIsNone(Theme theme, Vision vision) {
        for (int i = 0; i < 4 && vision != Vision.GREYSCALE; i++) {
            for (int j = i + 1; j < 4; j++) {
                assertThat(distance(theme, vision, VariantStyle.ink(i), VariantStyle.ink(j)))
                        .as("%s and %s", VariantStyle.letter(i), VariantStyle.letter(j))
                        .isGreaterThan(APART);
            }
        }
    }

    private static double distance(Theme theme, Vision vision, Ink one, Ink other) {
        return vision.distance(theme.color(one), theme.color(other));
    }
}
