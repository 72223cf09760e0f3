package mirrorstorm.ui.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import mirrorstorm.model.Intervention;
import mirrorstorm.picture.chart.ChartFan;
import mirrorstorm.run.Cases;
import mirrorstorm.run.forecast.Question;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.ui.playback.HeldSimulation;
import mirrorstorm.ui.story.StoryViewModel;
import org.junit.jupiter.api.Test;

class ForecastViewModelTest {

    private static final long MINUTE = 60 * HeldSimulation.SECOND;
    private static final Scenario STORM = Cases.smallStorm(Duration.ofHours(12));

    private static final Question QUESTION = new Question(Question.Plan.AS_PLANNED, 8, Duration.ofHours(6), 2);

    private final HeldSimulation held = HeldSimulation.paused(STORM);
    private final Queue<Runnable> jobs = new ArrayDeque<>();
    private final ForecastViewModel model = new ForecastViewModel(held.simulation, jobs::add, held::now, QUESTION);

    ForecastViewModelTest() {
        held.playback.viewProperty().addListener((property, before, now) -> model.follow(now));
        model.follow(held.view());
    }

    private void frame() {
        held.settle();
        model.onFrame();
    }

    /** As many frames as it takes until a forecast is begun, if any is due. */
    private void waitForJob() {
        held.elapse(ForecastViewModel.QUIET_NANOS);
        frame();
        frame();
    }

    private void makeForecast() {
        waitForJob();
        jobs.remove().run();
        frame();
    }

    private void seek(long minute) {
        held.playback.seek(minute * MINUTE);
        held.settle();
    }

    @Test
    void nothingIsRunUnlessItIsWanted() {
        waitForJob();
        assertThat(jobs).isEmpty();
        assertThat(model.onFrame()).isFalse();
        assertThat(model.fansProperty().get()).isEmpty();
    }

    @Test
    void aForecastIsMadeOfThePresentAndSaidInWords() {
        seek(10);
        model.onProperty().set(true);
        waitForJob();
        assertThat(model.busyProperty().get()).isTrue();
        assertThat(model.sentenceProperty().get()).contains("are being run");
        jobs.remove().run();
        frame();
        assertThat(model.busyProperty().get()).isFalse();
        assertThat(model.sentenceProperty().get())
                .startsWith("From 10 min: recovery expected in ")
                .contains("90 %", "8 futures", "within 6 h", "collapse");
        assertThat(model.fansProperty().get())
                .singleElement()
                .satisfies(fan -> assertThat(fan.fan().timeNanos(0)).isEqualTo(10 * MINUTE));
        assertThat(model.reachProperty().get()).isGreaterThan(10 * MINUTE);
        waitForJob();
        assertThat(jobs).isEmpty();
    }

    @Test
    void theRunIsNoneTheWiser() {
        seek(10);
        model.onProperty().set(true);
        makeForecast();
        seek(200);
        HeldSimulation other = HeldSimulation.paused(STORM);
        other.playback.seek(200 * MINUTE);
        other.settle();
        assertThat(held.view().history().series().size())
                .isEqualTo(other.view().history().series().size());
        assertThat(held.view().story()).isEqualTo(other.view().story());
        assertThat(held.view().history().logEntries())
                .isEqualTo(other.view().history().logEntries());
    }

    @Test
    void itIsMadeAnewWhenSomebodyActsAndTheOldOneStaysAsAGhost() {
        seek(10);
        model.onProperty().set(true);
        makeForecast();
        String before = model.sentenceProperty().get();
        held.simulation.intervene(new Intervention.AddNodes(60, Duration.ZERO));
        held.settle();
        model.onFrame();
        frame();
        assertThat(jobs).isEmpty(); // somebody may still be at it
        makeForecast();
        assertThat(model.fansProperty().get())
                .extracting(ChartFan::age)
                .containsExactly(ChartFan.Age.OLD, ChartFan.Age.NEW);
        assertThat(model.sentenceProperty().get()).isNotEqualTo(before);
    }

    @Test
    void whoActsWhileItIsMadeEndsIt() {
        seek(10);
        model.onProperty().set(true);
        waitForJob();
        held.simulation.intervene(new Intervention.StopSearches());
        frame();
        jobs.remove().run();
        frame();
        assertThat(model.fansProperty().get()).isEmpty();
        makeForecast();
        assertThat(model.fansProperty().get()).hasSize(1);
    }

    @Test
    void itIsMadeAnewWhenThePresentHasMovedOnUnlessItIsToStay() {
        seek(10);
        model.onProperty().set(true);
        makeForecast();
        seek(12);
        waitForJob();
        assertThat(jobs).isEmpty();
        model.followingProperty().set(false);
        seek(120);
        waitForJob();
        assertThat(jobs).isEmpty();
        model.followingProperty().set(true);
        makeForecast();
        assertThat(model.sentenceProperty().get()).startsWith("From 2 h");
        assertThat(model.fansProperty().get()).hasSize(2);
    }

    @Test
    void whatNobodyDoesIsAnotherQuestion() {
        seek(10);
        model.onProperty().set(true);
        makeForecast();
        model.planProperty().set(Question.Plan.IF_NOBODY_ACTS);
        makeForecast();
        assertThat(model.sentenceProperty().get())
                .startsWith("From 10 min, if nobody acts: none of 8 futures is recovered within 6 h");
        assertThat(model.estimatesProperty().get()).hasSize(1); // only what is planned is scored
    }

    @Test
    void whatThenHappenedIsHeldAgainstIt() {
        seek(10);
        model.onProperty().set(true);
        makeForecast();
        model.followingProperty().set(false);
        assertThat(model.scoreProperty().get()).isEmpty();
        seek(75);
        assertThat(model.scoreProperty().get()).startsWith("Forecast of 10 min: since then inside the 90 % band at ");
        seek(600);
        assertThat(model.scoreProperty().get()).contains("it took ", "side the 90 % interval");
        assertThat(model.estimatesProperty().get()).singleElement().satisfies(estimate -> assertThat(estimate.outcome())
                .isNotEmpty());
        seek(12);
        assertThat(model.scoreProperty().get()).isEmpty();
    }

    @Test
    void theStatusPageHasTheEstimateOfThatTimeAndWhatCameOfIt() {
        HeldSimulation open = HeldSimulation.paused(STORM.withLever("statusPage.delay", Duration.ofMinutes(20)));
        ForecastViewModel forecasts = new ForecastViewModel(open.simulation, jobs::add, open::now, QUESTION);
        StoryViewModel story = new StoryViewModel();
        story.estimatesProperty().bind(forecasts.estimatesProperty());
        open.playback.viewProperty().addListener((property, before, now) -> {
            forecasts.follow(now);
            story.follow(now);
        });
        open.playback.seek(10 * MINUTE);
        open.settle();
        assertThat(story.answerProperty().get()).contains("Nobody can say");
        forecasts.onProperty().set(true);
        open.elapse(ForecastViewModel.QUIET_NANOS);
        open.settle();
        forecasts.onFrame();
        open.settle();
        forecasts.onFrame();
        jobs.remove().run();
        forecasts.onFrame();
        assertThat(story.answerProperty().get()).contains("When will it be fixed?", "recovery expected in");
        open.playback.seek(500 * MINUTE);
        open.settle();
        assertThat(story.posts()).isNotEmpty();
        assertThat(story.estimate(story.posts().get(0)))
                .contains("recovery expected in ", "In truth it took ", "side the 90 % interval");
    }

    @Test
    void anotherRunBeginsWithNone() {
        seek(10);
        model.onProperty().set(true);
        makeForecast();
        held.simulation.open(Library.bundled("first-steps"), false);
        held.settle();
        assertThat(model.fansProperty().get()).isEmpty();
        assertThat(model.estimatesProperty().get()).isEmpty();
        model.onProperty().set(false);
        waitForJob();
        assertThat(jobs).isEmpty();
    }

    @Test
    void whatWasCopiedBeforeItWasSwitchedOffIsNotForecastAfterwards() {
        seek(10);
        model.onProperty().set(true);
        held.elapse(ForecastViewModel.QUIET_NANOS);
        model.onFrame();
        model.onProperty().set(false);
        held.settle();
        seek(40);
        model.onProperty().set(true);
        makeForecast();
        assertThat(model.sentenceProperty().get()).startsWith("From 40 min");
    }

    @Test
    void whatIsSwitchedOffIsNeitherShownNorMade() {
        seek(10);
        model.onProperty().set(true);
        waitForJob();
        model.onProperty().set(false);
        jobs.remove().run();
        frame();
        assertThat(model.fansProperty().get()).isEmpty();
        assertThat(model.busyProperty().get()).isFalse();
        assertThat(model.reachProperty().get()).isZero();
    }
}
