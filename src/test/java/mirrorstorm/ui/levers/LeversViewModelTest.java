package mirrorstorm.ui.levers;

import static mirrorstorm.ui.playback.HeldSimulation.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import mirrorstorm.model.BackoffPolicy;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.scenario.Lever;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.ui.playback.HeldSimulation;
import org.junit.jupiter.api.Test;

class LeversViewModelTest {

    private static final String BASE = "search.backoff.base";
    private static final String CAP = "search.backoff.cap";
    private static final String POLICY = "search.backoff.policy";

    private HeldSimulation held = HeldSimulation.paused();
    private LeversViewModel levers = levers(held);

    private static LeversViewModel levers(HeldSimulation held) {
        LeversViewModel levers =
                new LeversViewModel(held.simulation, List.of(Lever.Group.values()), held.playback.edits(), held::now);
        held.playback.viewProperty().addListener((property, before, now) -> levers.follow(now));
        levers.follow(held.view());
        return levers;
    }

    private LeverViewModel at(String path) {
        return levers.at(path);
    }

    private List<Intervention> done() {
        held.settle();
        return held.view().history().live().stream()
                .map(TimedIntervention::intervention)
                .toList();
    }

    private void pick(BackoffPolicy policy) {
        at(POLICY).choose(policy);
        held.settle();
    }

    @Test
    void aDragIsOneChangeAndItsLastPlaceAlwaysCounts() {
        pick(BackoffPolicy.FIXED);
        at(BASE).grab();
        for (double place = 0.3; place < 0.6; place += 0.05) {
            at(BASE).moveTo(place);
            levers.onFrame();
            held.settle();
        }
        at(BASE).release();
        Object last = at(BASE).valueProperty().get();
        assertThat(done()).hasSize(2).last().isEqualTo(new Intervention.Set(BASE, last));
        held.playback.undo();
        assertThat(done()).hasSize(1);
        assertThat(at(BASE).valueProperty().get()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whileDraggingTheRunIsMovedTenTimesASecond() {
        pick(BackoffPolicy.FIXED);
        held.playback.play(true);
        at(BASE).grab();
        for (int frame = 0; frame < 60; frame++) {
            at(BASE).moveTo(0.3 + frame / 200.0);
            levers.onFrame();
            held.elapse(SECOND / 60);
            held.settle();
        }
        at(BASE).release();
        assertThat(done()).hasSizeBetween(9, 13);
    }

    @Test
    void movingAWaitWhileThereIsNoBackoffPicksOne() {
        at(BASE).choose(Duration.ofSeconds(5));
        assertThat(done())
                .containsExactly(
                        new Intervention.Set(POLICY, BackoffPolicy.FULL_JITTER),
                        new Intervention.Set(BASE, Duration.ofSeconds(5)));
        held.playback.undo();
        assertThat(done()).isEmpty();
        assertThat(at(POLICY).valueProperty().get()).isEqualTo(BackoffPolicy.NONE);
    }

    @Test
    void theFirstWaitTakesTheLongestAlongAndTheOtherWayRound() {
        pick(BackoffPolicy.FIXED);
        at(BASE).choose(Duration.ofMinutes(20));
        assertThat(at(CAP).valueProperty().get()).isEqualTo(Duration.ofMinutes(20));
        at(CAP).choose(Duration.ofMillis(100));
        held.settle();
        assertThat(at(BASE).valueProperty().get()).isEqualTo(Duration.ofMillis(100));
        assertThat(held.view().snapshot().settings().search().backoff().base()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void aLeverDoesNotJumpBackWhileItsRequestIsOnItsWay() {
        pick(BackoffPolicy.FIXED);
        held.playback.seek(5 * SECOND);
        held.work();
        at(BASE).choose(Duration.ofSeconds(9));
        held.frame();
        assertThat(at(BASE).valueProperty().get()).isEqualTo(Duration.ofSeconds(9));
        held.settle();
        assertThat(at(BASE).valueProperty().get()).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void aLeverShowsWhetherItIsStillWhereTheScenarioPutIt() {
        assertThat(at("search.probes").changedProperty().get()).isFalse();
        assertThat(levers.anyChangedProperty().get()).isFalse();
        at("search.probes").choose(9);
        held.settle();
        assertThat(at("search.probes").changedProperty().get()).isTrue();
        assertThat(levers.anyChangedProperty().get()).isTrue();
        at("search.probes").reset();
        held.settle();
        assertThat(at("search.probes").changedProperty().get()).isFalse();
        assertThat(at("search.probes").startText()).isEqualTo("3");
    }

    @Test
    void resettingAllIsOneChange() {
        at("search.probes").choose(9);
        at("copy.maxPerNode").choose(5);
        assertThat(done()).hasSize(2);
        levers.resetAll();
        assertThat(done()).hasSize(4);
        assertThat(levers.anyChangedProperty().get()).isFalse();
        held.playback.undo();
        assertThat(done()).hasSize(2);
        assertThat(at("copy.maxPerNode").valueProperty().get()).isEqualTo(5);
    }

    @Test
    void leversFollowTheScriptAndThePast() {
        Intervention slower = new Intervention.Set("search.roundTime", Duration.ofMinutes(1));
        held = HeldSimulation.paused(
                Library.bundled("first-steps").withTimeline(List.of(new TimedIntervention(60 * SECOND, slower))));
        levers = levers(held);
        held.playback.seek(61 * SECOND);
        held.settle();
        assertThat(at("search.roundTime").textProperty().get()).isEqualTo("1m");
        assertThat(at("search.roundTime").changedProperty().get()).isTrue();
        held.playback.toStart();
        held.settle();
        assertThat(at("search.roundTime").textProperty().get()).isEqualTo("2s");
    }

    @Test
    void whatIsTypedIsTakenOrItsFaultIsTold() {
        assertThat(at(CAP).type("10 min")).isTrue();
        assertThat(at(CAP).valueProperty().get()).isEqualTo(Duration.ofMinutes(10));
        assertThat(at(CAP).type("a while")).isFalse();
        assertThat(at(CAP).problemProperty().get()).contains("no duration");
        at(CAP).forgetTyped();
        assertThat(at(CAP).problemProperty().get()).isEmpty();
    }

    @Test
    void aLeverThatCountsAtTheStartIsPlannedUntilTheRunBeginsAgain() {
        at("cluster.utilisation").choose(0.6);
        assertThat(done()).isEmpty();
        assertThat(levers.restartNeededProperty().get()).isTrue();
        assertThat(at("cluster.utilisation").textProperty().get()).isEqualTo("60 %");
        levers.restart();
        held.settle();
        assertThat(held.view().history().scenario().cluster().utilisation()).isEqualTo(0.6);
        assertThat(levers.restartNeededProperty().get()).isFalse();
        assertThat(at("cluster.utilisation").changedProperty().get()).isFalse();
    }

    @Test
    void whatIsPlannedAndPutBackNeedsNoNewStart() {
        at("cluster.nodes").choose(20);
        assertThat(levers.restartNeededProperty().get()).isTrue();
        at("cluster.nodes").reset();
        assertThat(levers.restartNeededProperty().get()).isFalse();
    }

    @Test
    void aPlanThatContradictsItselfIsToldAndNotStarted() {
        at("cluster.nodes").choose(2);
        at("cluster.replicas").choose(3);
        assertThat(levers.problemProperty().get()).contains("cluster.replicas");
        levers.restart();
        held.settle();
        assertThat(held.view().history().number()).isEqualTo(1);
    }

    @Test
    void anotherRunBringsItsOwnValues() {
        at("search.probes").choose(9);
        held.settle();
        Scenario other = Library.bundled("aws-2011-backoff");
        held.simulation.open(other, false);
        held.settle();
        assertThat(at("search.probes").changedProperty().get()).isFalse();
        assertThat(at(POLICY).valueProperty().get()).isEqualTo(other.lever(POLICY));
    }
}
