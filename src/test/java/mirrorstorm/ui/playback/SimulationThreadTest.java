package mirrorstorm.ui.playback;

import static mirrorstorm.ui.playback.HeldSimulation.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import mirrorstorm.model.BackoffPolicy;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;
import org.junit.jupiter.api.Test;

class SimulationThreadTest {

    private final HeldSimulation held = HeldSimulation.paused();
    private final SimulationThread simulation = held.simulation;

    @Test
    void simulatedTimePassesAtTheSpeedThatWasAskedFor() {
        simulation.setSpeed(new Speed(3 * SECOND));
        simulation.play(true);
        held.settle();
        held.play(2 * SECOND);
        assertThat(held.view().timeNanos()).isBetween(5 * SECOND, 6 * SECOND);
        assertThat(held.view().achieved()).isBetween(2.9 * SECOND, 3.1 * SECOND);
    }

    @Test
    void nothingPassesWhilePausedAndNothingIsQueued() {
        held.elapse(SECOND);
        held.settle();
        assertThat(held.view().timeNanos()).isZero();
        assertThat(held.queued()).isZero();
        assertThat(simulation.isIdle()).isTrue();
    }

    @Test
    void whileItWorksItIsNotIdleHoweverLongThatTakes() {
        Queue<Runnable> passes = new ArrayDeque<>();
        Queue<Boolean> idle = new ArrayDeque<>();
        AtomicReference<SimulationThread> asked = new AtomicReference<>();
        SimulationThread thread = new SimulationThread(passes::add, () -> {
            idle.add(asked.get().isIdle());
            return 0;
        });
        asked.set(thread);
        thread.open(Library.bundled("first-steps"), false);
        passes.remove().run();
        assertThat(idle).isNotEmpty().containsOnly(false);
        assertThat(thread.takeLatest()).isPresent();
        assertThat(thread.isIdle()).isTrue();
    }

    @Test
    void aWindowThatHungDoesNotJump() {
        simulation.setSpeed(new Speed(SECOND));
        simulation.play(true);
        held.settle();
        held.elapse(60 * SECOND);
        held.settle();
        assertThat(held.view().timeNanos()).isEqualTo(PlaybackClock.ELAPSED_MAX);
    }

    @Test
    void draggingTheTimeLineAsksOnceForTheLastPlace() {
        simulation.seek(10 * SECOND);
        simulation.seek(20 * SECOND);
        long last = simulation.seek(15 * SECOND);
        assertThat(held.queued()).isEqualTo(1);
        held.settle();
        assertThat(held.view().timeNanos()).isEqualTo(15 * SECOND);
        assertThat(held.view().served()).isEqualTo(last);
    }

    @Test
    void aViewReplacesTheOneThatNobodyTook() {
        simulation.seek(10 * SECOND);
        held.work();
        simulation.seek(20 * SECOND);
        simulation.frame();
        held.work();
        assertThat(simulation.takeLatest()).map(RunView::timeNanos).contains(20 * SECOND);
        assertThat(simulation.takeLatest()).isEmpty();
    }

    @Test
    void whatIsDoneAfterASeekIsDoneWhereTheSeekLeads() {
        simulation.seek(45 * SECOND);
        simulation.intervene(new Intervention.StopSearches());
        held.settle();
        assertThat(held.view().history().live()).singleElement().satisfies(timed -> assertThat(timed.timeNanos())
                .isEqualTo(45 * SECOND));
    }

    @Test
    void aDragIsOneChangeAndOnlyItsLastPlaceIsTold() {
        simulation.seek(40 * SECOND);
        simulation.intervene(wait(1));
        simulation.setSpeed(new Speed(SECOND));
        simulation.play(true);
        held.settle();
        for (int i = 2; i <= 4; i++) {
            held.play(SECOND / 2);
            simulation.interveneFurther(wait(i));
        }
        held.settle();
        RunHistory history = held.view().history();
        assertThat(history.live()).hasSize(4);
        assertThat(history.interventions().stream().filter(history::isLive))
                .singleElement()
                .satisfies(timed -> assertThat(timed.intervention()).isEqualTo(wait(4)));
        simulation.undo();
        held.settle();
        assertThat(held.view().history().live()).isEmpty();
        assertThat(held.view().history().canRedo()).isTrue();
    }

    @Test
    void aDragWhilePausedKeepsOnlyItsLastPlace() {
        simulation.seek(40 * SECOND);
        simulation.intervene(wait(1));
        held.settle();
        simulation.interveneFurther(wait(2));
        held.settle();
        simulation.interveneFurther(wait(3));
        held.settle();
        assertThat(held.view().history().live()).singleElement().satisfies(timed -> assertThat(timed.intervention())
                .isEqualTo(wait(3)));
    }

    @Test
    void ofADragThatNobodyServedYetOnlyTheLastPlaceOfEachLeverIsServed() {
        Intervention.Set cap = new Intervention.Set("search.backoff.cap", Duration.ofMinutes(9));
        simulation.seek(40 * SECOND);
        simulation.intervene(wait(1));
        simulation.interveneFurther(wait(2));
        simulation.interveneFurther(wait(3));
        simulation.interveneFurther(cap);
        held.settle();
        assertThat(held.view().history().live())
                .extracting(timed -> timed.intervention())
                .containsExactly(wait(3), cap);
    }

    private static Intervention.Set wait(int seconds) {
        return new Intervention.Set("search.backoff.base", Duration.ofSeconds(seconds));
    }

    @Test
    void steppingGoesFromChangeToChangeAndBack() {
        simulation.seek(30 * SECOND);
        simulation.step();
        held.settle();
        long first = held.view().timeNanos();
        simulation.step();
        held.settle();
        long second = held.view().timeNanos();
        assertThat(second).isGreaterThan(first);
        assertThat(first).isGreaterThan(30 * SECOND);
        simulation.stepBack();
        held.settle();
        assertThat(held.view().timeNanos()).isEqualTo(first);
        simulation.stepBack();
        held.settle();
        assertThat(held.view().timeNanos()).isEqualTo(30 * SECOND);
    }

    @Test
    void steppingBackBeforeTheFirstChangeGoesToTheStart() {
        simulation.seek(5 * SECOND);
        simulation.stepBack();
        held.settle();
        assertThat(held.view().timeNanos()).isZero();
    }

    @Test
    void playingStopsAtTheEnd() {
        simulation.setSpeed(Speed.MAX);
        simulation.play(true);
        held.settle();
        held.play(SECOND);
        assertThat(held.view().isOver()).isTrue();
        assertThat(held.view().isPlaying()).isFalse();
        assertThat(simulation.isIdle()).isTrue();
    }

    @Test
    void theCourseIsCopiedLessOftenThanTheViewAndIsCompleteWhenPaused() {
        simulation.setSpeed(new Speed(SECOND));
        simulation.play(true);
        held.settle();
        held.play(SECOND / 10);
        RunHistory before = held.view().history();
        held.play(SECOND / 60);
        assertThat(held.view().history()).isSameAs(before);
        simulation.play(false);
        held.settle();
        RunHistory after = held.view().history();
        assertThat(after.is(before)).isFalse();
        assertThat(after.series().timeNanos(after.series().size()))
                .isGreaterThan(held.view().timeNanos());
    }

    @Test
    void whatCannotBeReachedInTimeIsGivenUpAndSaid() {
        Queue<Runnable> queue = new ArrayDeque<>();
        AtomicLong clock = new AtomicLong();
        // a computer on which every look at the clock takes 20 ms
        SimulationThread slow = new SimulationThread(queue::add, () -> clock.addAndGet(20_000_000L));
        Scenario busy = Library.bundled("aws-2011").withLever("search.backoff.policy", BackoffPolicy.FIXED);
        slow.open(busy, true);
        slow.setSpeed(Speed.MAX);
        queue.remove().run();
        for (int i = 0; i < 60; i++) {
            slow.frame();
            queue.remove().run();
        }
        RunView view = slow.takeLatest().orElseThrow();
        assertThat(view.isPlaying()).isTrue();
        assertThat(view.achieved()).isLessThan(0.5 * view.speed().nanosPerSecond());
    }

    @Test
    void aScenarioThatCannotBeRunIsRefusedAndTheOpenRunGoesOn() {
        simulation.seek(7 * SECOND);
        held.settle();
        Scenario full = Library.bundled("first-steps").withLever("cluster.replicas", 3);
        Scenario impossible = full.withLever("cluster.nodes", 2).withLever("cluster.racks", 1);
        simulation.open(impossible, true);
        held.settle();
        assertThat(simulation.takeRefusal()).isPresent();
        assertThat(simulation.takeRefusal()).isEmpty();
        assertThat(held.view().timeNanos()).isEqualTo(7 * SECOND);
    }

    @Test
    void aFaultOfOursStopsTheRunAndSaysWhereItWas() {
        simulation.seek(7 * SECOND);
        held.settle();
        simulation.intervene(new Intervention.Crash(new NodeTarget.Nodes(List.of(1, 2))));
        simulation.intervene(new Intervention.Set("no.such.lever", 1));
        held.settle();
        Failure failure = simulation.takeFailure().orElseThrow();
        assertThat(failure.scenario()).isEqualTo("first-steps");
        assertThat(failure.seed()).isEqualTo(7);
        assertThat(failure.timeNanos()).isEqualTo(7 * SECOND);
        assertThat(simulation.isIdle()).isTrue();
        simulation.play(true);
        held.settle();
        assertThat(simulation.takeFailure()).isEmpty();
    }
}
