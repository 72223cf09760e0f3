package mirrorstorm.ui.story;

import static mirrorstorm.ui.playback.HeldSimulation.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import mirrorstorm.model.BackoffPolicy;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.scenario.Library;
import mirrorstorm.ui.playback.HeldSimulation;
import org.junit.jupiter.api.Test;

class StoryViewModelTest {

    private static final NodeTarget TWO = new NodeTarget.Nodes(List.of(1, 2));

    private final HeldSimulation held = HeldSimulation.paused();

    private List<String> texts(StoryLine.Kind kind) {
        return StoryLines.of(held.view()).stream()
                .filter(line -> line.kind() == kind)
                .map(StoryLine::text)
                .toList();
    }

    private void seek(long seconds) {
        held.playback.seek(seconds * SECOND);
        held.settle();
    }

    @Test
    void theTriggerIsToldAndWhatItMeans() {
        seek(60);
        assertThat(texts(StoryLine.Kind.TRIGGER)).containsExactly("The network of nodes 0, 3, 6, 9 is cut for 10 s.");
        assertThat(texts(StoryLine.Kind.ALARM))
                .anyMatch(text -> text.startsWith("4 nodes are cut off, and 39 volumes"));
        assertThat(texts(StoryLine.Kind.NOTE)).anyMatch(text -> text.startsWith("12 nodes hold 60 volumes"));
    }

    @Test
    void whatSomebodyDoesHereIsToldAsHis() {
        seek(20);
        held.simulation.intervene(new Intervention.StopSearches());
        held.simulation.intervene(new Intervention.AddNodes(1, Duration.ZERO));
        held.settle();
        seek(21);
        assertThat(texts(StoryLine.Kind.OPERATOR)).containsExactly("All searches are stopped.", "1 node is added.");
    }

    @Test
    void aLeverThatIsDraggedIsOneSentence() {
        seek(20);
        held.simulation.intervene(new Intervention.Set("search.probes", 4));
        held.playback.play(true);
        held.settle();
        for (int probes = 5; probes <= 7; probes++) {
            held.play(SECOND / 5);
            held.simulation.interveneFurther(new Intervention.Set("search.probes", probes));
        }
        held.settle();
        assertThat(texts(StoryLine.Kind.OPERATOR)).containsExactly("Nodes asked per round: 7 nodes.");
    }

    @Test
    void historyIsToldBesideItWithoutRepeatingTheTimeOfDay() {
        HeldSimulation aws = HeldSimulation.paused(Library.bundled("aws-2011"));
        aws.playback.seek(20 * 60 * SECOND);
        aws.settle();
        List<StoryLine> lines = StoryLines.of(aws.view());
        assertThat(lines).anySatisfy(line -> {
            assertThat(line.kind()).isEqualTo(StoryLine.Kind.HISTORY);
            assertThat(line.timeNanos()).isEqualTo(13 * 60 * SECOND);
            assertThat(line.text()).startsWith("Free space is used up.");
        });
        assertThat(lines).isSortedAccordingTo((a, b) -> Long.compare(a.timeNanos(), b.timeNanos()));
    }

    @Test
    void theStoryGrowsAtItsEndAndFollowsTheRunBack() {
        StoryViewModel story = new StoryViewModel();
        seek(120);
        story.follow(held.view());
        int all = story.lines().size();
        assertThat(story.time(story.lines().get(0).timeNanos())).isEqualTo("0 s");
        seek(20);
        story.follow(held.view());
        assertThat(story.lines()).hasSizeLessThan(all).allMatch(line -> line.timeNanos() <= 20 * SECOND);
        seek(120);
        story.follow(held.view());
        assertThat(story.lines()).hasSize(all);
    }

    @Test
    void goingBackTakesAwayWhatHasNotHappenedYetAndLeavesTheRest() {
        StoryViewModel story = new StoryViewModel();
        seek(120);
        story.follow(held.view());
        List<String> changes = new ArrayList<>();
        story.lines().addListener((ListChangeListener<StoryLine>) change -> {
            while (change.next()) {
                changes.add(change.getFrom() + " -" + change.getRemovedSize() + " +" + change.getAddedSize());
            }
        });
        int all = story.lines().size();
        seek(20);
        story.follow(held.view());
        int left = story.lines().size();
        assertThat(changes).containsExactly(left + " -" + (all - left) + " +0");
    }

    @Test
    void theNewestSentenceIsThereForThoseWhoListen() {
        StoryViewModel story = new StoryViewModel();
        seek(30);
        story.follow(held.view());
        assertThat(story.latestProperty().get())
                .startsWith("4 nodes are cut off, and 39 volumes (65 %) lose a mirror.");
        assertThat(story.exactTime(30 * SECOND)).endsWith("30 s simulated");
    }

    @Test
    void theStatusPageSaysHowLateItIsAndWhatItHasSaid() {
        StoryViewModel story = new StoryViewModel();
        seek(120);
        story.follow(held.view());
        assertThat(story.pageProperty().get()).isEqualTo("The page says that something is wrong, 54 min late.");
        assertThat(story.posts()).isEmpty();
        held.simulation.intervene(new Intervention.Set("statusPage.delay", Duration.ofMinutes(1)));
        held.settle();
        seek(125);
        story.follow(held.view());
        assertThat(story.pageProperty().get()).contains("1 min late");
        assertThat(story.posts())
                .isNotEmpty()
                .allMatch(post -> post.lagNanos() >= 60 * SECOND && post.timeNanos() >= 120 * SECOND);
    }

    @Test
    void theHintSaysWhatComesAndWhatToTry() {
        assertThat(Hint.of(held.view()))
                .startsWith("In 30 s part of the network fails.")
                .contains("First wait");
        seek(60);
        assertThat(Hint.of(held.view())).doesNotContain("fails").contains("First wait");
        held.simulation.intervene(new Intervention.Set("search.backoff.policy", BackoffPolicy.FULL_JITTER));
        held.settle();
        assertThat(Hint.of(held.view())).startsWith("Undo");
        seek(600);
        assertThat(Hint.of(held.view())).contains("over");
    }
}
