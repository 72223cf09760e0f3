package mirrorstorm.picture.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import mirrorstorm.model.BackoffPolicy;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Runs;
import mirrorstorm.picture.Svg;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.stage.StagePainter;
import mirrorstorm.run.Snapshot;
import mirrorstorm.run.Timeline;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadlineTest {

    private static String after(Scenario scenario, long seconds) {
        return Headline.of(Runs.at(scenario, seconds * Runs.SECOND, Runs.SECOND).snapshot())
                .sentence();
    }

    @Test
    void aHealthyClusterIsCalm() {
        Headline headline = Headline.of(Runs.CALM);
        assertThat(headline.sentence()).isEqualTo("All 96,000 volumes are mirrored");
        assertThat(headline.ink()).isEqualTo(Ink.MIRRORED);
    }

    /** No volume is stuck, and yet it is not calm: every call fails. */
    @Test
    void callsThatFailAreSaidWhereNoVolumeIsStuck() {
        Scenario retries = Library.bundled("retries-280");
        assertThat(after(retries, 180))
                .startsWith("No volume is stuck, but ")
                .endsWith(" of the API calls in web-b fail");
        assertThat(after(retries, 30)).isEqualTo("All 8 volumes are mirrored");
    }

    @Test
    void aStormIsCalledOne() {
        Headline headline = Headline.of(Runs.STORM);
        assertThat(headline.sentence())
                .startsWith("Storm: ")
                .containsAnyOf("are stuck and find no room", "without room");
        assertThat(headline.details().get(0)).endsWith(" probes/s");
        assertThat(headline.details()).contains("no room");
        assertThat(headline.ink()).isEqualTo(Ink.SEARCHING);
    }

    @Test
    void isolatedNodesAreSaidFirst() {
        assertThat(after(Library.bundled("first-steps"), 35)).startsWith("4 nodes are isolated; stuck volumes: ");
    }

    @Test
    void aSingleNodeIsNotSaidInThePlural() {
        assertThat(after(Runs.isolating(new NodeTarget.Nodes(List.of(7))), 11)).startsWith("1 node is isolated");
    }

    @Test
    void everySentenceAboutVolumesCanBeAboutOne() {
        ResourceBundle texts = ResourceBundle.getBundle("mirrorstorm.picture.picture", Locale.ROOT);
        for (String key : texts.keySet()) {
            boolean isCounted = key.startsWith("headline.")
                    && !key.contains("detail")
                    && !key.endsWith(".one")
                    && !key.endsWith(".some")
                    && !key.equals("headline.calls")
                    && !key.equals("headline.calm");
            if (isCounted) {
                assertThat(texts.containsKey(key + ".one")).as(key).isTrue();
            }
        }
    }

    @ParameterizedTest(name = "{0} pixels")
    @ValueSource(ints = {380, 420, 460, 500, 700})
    void whereTheSentenceHasNoRoomLessIsSaidInsteadOfHalf(int width) {
        List<String> texts = Svg.of(g -> StagePainter.paint(g, Runs.view(Runs.STORM, width, 400), Theme.LIGHT))
                .texts();
        Headline headline = Headline.of(Runs.STORM);
        assertThat(texts).containsAnyOf(headline.sentence(), headline.brief());
        assertThat(headline.sentence()).startsWith(headline.brief());
    }

    @Test
    void stoppedSearchesAreSaid() {
        Timeline run = Runs.small(2 * Runs.MINUTE);
        run.intervene(new Intervention.StopSearches());
        assertThat(Headline.of(run.snapshot()).sentence()).startsWith("Searches are stopped: ");
    }

    @Test
    void volumesThatWaitAreNotCalledAStorm() {
        Timeline run = Runs.small(2 * Runs.MINUTE);
        run.intervene(new Intervention.Set("search.backoff.policy", BackoffPolicy.FIXED));
        run.intervene(new Intervention.Set("search.backoff.base", Duration.ofHours(1)));
        run.advanceTo(3 * Runs.MINUTE);
        assertThat(Headline.of(run.snapshot()).sentence())
                .containsAnyOf("are stuck and wait to ask again", "wait to ask again");
    }

    @Test
    void theEndOfAStormIsCopying() {
        Snapshot snapshot = Runs.small(8 * Runs.MINUTE).snapshot();
        assertThat(Headline.of(snapshot).sentence()).containsAnyOf("still copying", "are mirrored", "stuck");
    }

    @Test
    void destroyedNodesLoseVolumes() {
        List<Integer> all = List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        String sentence = after(Runs.with(new Intervention.Destroy(new NodeTarget.Nodes(all))), 12);
        assertThat(sentence).endsWith("are lost");
    }

    @Test
    void crashedNodesTakeVolumesOutOfReach() {
        List<Integer> all = List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        String sentence = after(Runs.with(new Intervention.Crash(new NodeTarget.Nodes(all))), 12);
        assertThat(sentence).contains("out of reach");
    }
}
