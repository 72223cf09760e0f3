package mirrorstorm.run.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mirrorstorm.model.BackoffPolicy;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.Rate;
import mirrorstorm.model.StatusDetail;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.run.Run;
import mirrorstorm.run.Timeline;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;
import org.junit.jupiter.api.Test;

/** What a run tells of itself: from rules over its state, in order, with the numbers of that moment. */
class StoryTest {

    private static final long MINUTE = 60_000_000_000L;
    private static final long SAMPLE = MINUTE;

    private static Run after(Scenario scenario, long minutes) {
        Run run = new Run(scenario, 0, EngineKind.RATES, SAMPLE);
        run.advanceTo(minutes * MINUTE);
        return run;
    }

    private static Scenario with(Scenario scenario, long atMinute, Intervention intervention) {
        List<TimedIntervention> timeline = new ArrayList<>(scenario.timeline());
        timeline.add(new TimedIntervention(atMinute * MINUTE, intervention));
        return scenario.withTimeline(timeline);
    }

    private static List<String> rules(Run run) {
        return run.story().entries().stream().map(StoryEntry::rule).toList();
    }

    private static StoryEntry first(Run run, String rule) {
        return run.story().entries().stream()
                .filter(entry -> entry.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError(rule + " was not told, but " + rules(run)));
    }

    @Test
    void theStormOf2011TellsItselfFromTriggerToRecovery() {
        Run run = after(Library.bundled("aws-2011-class"), 96 * 60);
        assertThat(rules(run))
                .containsSubsequence(
                        "opening",
                        "done",
                        "peers.isolated",
                        "room.out",
                        "storm.begins",
                        "network.back",
                        "stuck.above",
                        "storm.ends",
                        "effect",
                        "capacity.works",
                        "stuck.below");
        assertThat(run.story().entries()).isSortedAccordingTo(Comparator.comparingLong(StoryEntry::timeNanos));
        assertThat(Sentences.of(first(run, "stuck.above"))).startsWith("More than 10 % of the volumes are stuck");
        assertThat(Sentences.of(first(run, "effect")))
                .startsWith("10 min after \u201cAll searches are stopped\u201d requests have fallen from about ")
                .contains("the stuck share is still");
    }

    @Test
    void everySentenceHasItsWordsAndNoPlaceIsLeftOpen() {
        for (String id : List.of("aws-2011-class", "class-no-room", "class-race", "us-east-2012", "first-steps")) {
            Story story = after(Library.bundled(id), 96 * 60).story();
            assertThat(story.entries().stream().map(Sentences::of))
                    .as(id)
                    .allMatch(text -> text.endsWith(".") && !text.contains("{"));
            assertThat(story.posts().stream().flatMap(post -> Stream.of(post.told(), post.truth())))
                    .extracting(Sentences::of)
                    .as(id)
                    .allMatch(text -> !text.isBlank() && !text.contains("{"));
        }
    }

    @Test
    void theSpikeAtTheTriggerIsNoLevelOfStuckVolumes() {
        Run run = after(Library.bundled("aws-2011-class"), 30);
        assertThat(run.judgement().stuckPeakInstant()).isGreaterThan(0.4);
        assertThat(rules(run).stream().filter("stuck.above"::equals)).hasSize(1);
        assertThat(first(run, "stuck.above").message().arguments().get(0)).isEqualTo(new MessageArgument.Share(0.1));
    }

    /** In the minute of the trigger the gain is 2, but that is over before it can act. */
    @Test
    void theCrashesOf2011WouldHaveDiedOutByThemselves() {
        Run run = after(Library.bundled("aws-2011"), 10 * 60);
        assertThat(rules(run)).contains("loop.small").doesNotContain("loop.above", "loop.below");
        assertThat(Sentences.of(first(run, "loop.small")))
                .startsWith("A crash now leads to 0.5 more within 8 h: by themselves the crashes would die out.");
    }

    @Test
    void aWorseRaceFeedsItself() {
        Run run = after(Library.bundled("aws-2011-fragile"), 10 * 60);
        assertThat(rules(run)).contains("loop.above").doesNotContain("loop.small");
    }

    @Test
    void aCollapseIsToldAfterTenMinutesAboveHalf() {
        Run run = after(Library.bundled("aws-2011-fragile"), 10 * 60);
        assertThat(run.judgement().collapsed(run.simulation().clockNanos())).isTrue();
        assertThat(rules(run)).containsSubsequence("crash.first", "crash.faster", "stuck.above", "collapse");
        assertThat(first(run, "collapse").severity()).isEqualTo(Severity.ALARM);
    }

    @Test
    void waitingForThePreviousNodeIsAnotherStory() {
        Run run = after(Library.bundled("aws-2011-previous-first"), 60);
        assertThat(rules(run)).contains("peers.isolated.patient", "network.previous", "recovered.whole");
        assertThat(rules(run)).doesNotContain("room.out", "storm.begins", "crash.first", "stuck.above");
    }

    @Test
    void aBackoffEndsTheStormAndTheEffectIsToldWithItsNumbers() {
        Intervention backoff = new Intervention.Set("search.backoff.policy", BackoffPolicy.FULL_JITTER);
        Run run = after(with(Library.bundled("aws-2011-class"), 60, backoff), 90);
        assertThat(Sentences.of(first(run, "effect")))
                .containsPattern("requests have fallen from about [0-9,]+00 to [0-9,]{2,5} a second")
                .contains("the stuck share is still ")
                .contains("because there is no room");
        assertThat(Sentences.of(first(run, "storm.ends"))).contains("now wait before they ask again");
    }

    @Test
    void crashesThatSomebodyCausesAreNotBlamedOnTheRace() {
        Scenario calm = Library.bundled("first-steps").withTimeline(List.of());
        Intervention crash = new Intervention.Crash(new NodeTarget.Nodes(List.of(3)));
        Run run = after(with(calm, 1, crash), 5);
        assertThat(Sentences.of(first(run, "peers.crashed"))).startsWith("A node crashes, and ");
        assertThat(rules(run)).doesNotContain("crash.first", "crash.leak");
        Intervention leak = new Intervention.Leak(new NodeTarget.Nodes(List.of(3)), new Rate(1 / 60.0), 0);
        assertThat(Sentences.of(first(after(with(calm, 1, leak), 5), "crash.leak")))
                .startsWith("Node 3 crashes: ");
    }

    @Test
    void aCalmClusterHasOnlyItsBeginningToTell() {
        assertThat(rules(after(Library.bundled("aws-2011-class").withTimeline(List.of()), 24 * 60)))
                .containsExactly("opening");
    }

    @Test
    void aStoryFollowsTheCourseThatIsTaken() {
        Scenario scenario = Library.bundled("first-steps");
        Timeline timeline = new Timeline(scenario, EngineKind.RATES, SAMPLE);
        timeline.seek(5 * MINUTE);
        Story told = timeline.story();
        timeline.seek(2 * MINUTE);
        assertThat(timeline.story().entries())
                .isEqualTo(told.entries().stream()
                        .filter(entry -> entry.timeNanos() <= 2 * MINUTE)
                        .toList());
        timeline.intervene(new Intervention.AddNodes(3, Duration.ZERO));
        timeline.seek(5 * MINUTE);
        assertThat(timeline.story()).isNotEqualTo(told);
        timeline.undo();
        assertThat(timeline.story()).isEqualTo(told);
    }

    @Test
    void aStoryIsBoundedHoweverOftenALeverIsMoved() {
        Scenario scenario = Library.bundled("first-steps");
        List<TimedIntervention> moves = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            moves.add(new TimedIntervention(i * MINUTE / 1_000, new Intervention.Set("search.probes", 1 + i % 5)));
        }
        Run run = after(scenario.withTimeline(moves), 10);
        assertThat(run.story().entries()).hasSize(Storyteller.ENTRIES_MAX);
    }

    // The status page

    private static Scenario page(Duration delay, StatusDetail detail) {
        return Library.bundled("aws-2011-class")
                .withLever("statusPage.delay", delay)
                .withLever("statusPage.detail", detail);
    }

    @Test
    void customersFirstReadOfItFiftyFourMinutesAfterTheTrigger() {
        Story story = after(Library.bundled("aws-2011-class"), 120).story();
        StatusPost first = story.posts().get(0);
        assertThat(first.timeNanos()).isEqualTo(64 * MINUTE);
        assertThat(first.lagNanos()).isEqualTo(54 * MINUTE);
        assertThat(Sentences.of(first.told())).doesNotContainPattern("[0-9]");
        assertThat(Sentences.of(first.truth())).contains(" % of the volumes stuck", "no room");
    }

    @Test
    void aSpecificPageTellsTheNumbersOfThenNotOfNow() {
        Story story =
                after(page(Duration.ofMinutes(20), StatusDetail.SPECIFIC), 60).story();
        StatusPost lostPeers = story.posts().get(0);
        assertThat(Sentences.of(lostPeers.told()))
                .isEqualTo("133 storage servers in us-east-1a lost their network."
                        + " 11,452 volumes (47.7 %) lost one of their copies.");
        assertThat(Sentences.of(lostPeers.truth())).startsWith("12.");
        assertThat(story.posts()).allMatch(post -> post.lagNanos() >= 20 * MINUTE);
    }

    @Test
    void aSilentPageTellsNothingAndAPromptOneEverythingAtOnce() {
        assertThat(after(page(Duration.ZERO, StatusDetail.SILENT), 60).story().posts())
                .isEmpty();
        assertThat(after(page(Duration.ZERO, StatusDetail.SPECIFIC), 60).story().posts())
                .isNotEmpty()
                .allMatch(post -> post.lagNanos() == 0);
    }

    @Test
    void thePageChangesNothingInTheCluster() {
        assertThat(after(page(Duration.ZERO, StatusDetail.SILENT), 60)
                        .simulation()
                        .traceHash())
                .isEqualTo(after(page(Duration.ofHours(1), StatusDetail.SPECIFIC), 60)
                        .simulation()
                        .traceHash());
    }

    @Test
    void vagueWordsAreTheSameForManyThingsAndNeverPostedTwiceInARow() {
        List<String> told = after(Library.bundled("aws-2011-class"), 12 * 60).story().posts().stream()
                .map(post -> Sentences.of(post.told()))
                .collect(Collectors.toList());
        for (int i = 1; i < told.size(); i++) {
            assertThat(told.get(i)).isNotEqualTo(told.get(i - 1));
        }
        assertThat(told.stream().distinct()).hasSizeLessThan(told.size());
    }
}
