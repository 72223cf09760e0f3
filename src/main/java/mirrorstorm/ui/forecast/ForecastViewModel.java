package mirrorstorm.ui.forecast;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.picture.chart.ChartFan;
import mirrorstorm.run.forecast.Forecast;
import mirrorstorm.run.forecast.Question;
import mirrorstorm.ui.playback.NumberedForkPoint;
import mirrorstorm.ui.playback.RunHistory;
import mirrorstorm.ui.playback.RunView;
import mirrorstorm.ui.playback.SimulationThread;
import mirrorstorm.ui.words.UiMessages;
import mirrorstorm.ui.work.BackgroundJob;
import org.jspecify.annotations.Nullable;

/**
 * What may become of the run from now on: made on threads of its own while the forecast is shown, made anew when
 * somebody acts or the present has moved on, and held against what then happens. It only looks: the run goes as it
 * would without. FX thread only, except in tests, which have no toolkit.
 */
public final class ForecastViewModel {

    /** How long nothing else has to be done before a forecast is made anew, nanoseconds of the real world. */
    static final long QUIET_NANOS = 400_000_000L;

    /** The present has moved on when this part of the time that recovery takes is over ... */
    private static final double MOVED_SHARE = 0.1;

    /** ... but not sooner, and at the latest, nanoseconds of simulated time. */
    static final long MOVED_MIN_NANOS = Duration.ofMinutes(30).toNanos();

    static final long MOVED_MAX_NANOS = Duration.ofHours(6).toNanos();

    /** Scores are looked at anew each time so much simulated time has passed, nanoseconds. */
    private static final long SCORE_NANOS = Duration.ofMinutes(5).toNanos();

    /** A forecast in the making. */
    private record Making(int number, NumberedForkPoint of, Question question, BackgroundJob<Forecast> job) {

        /** What it says so far. */
        ForecastRecord known(Forecast forecast) {
            return new ForecastRecord(number, of.run(), of.present().plan(), forecast);
        }
    }

    private final SimulationThread simulation;
    private final Executor worker;
    private final LongSupplier nanoTime;
    private final Question usual;
    private final ForecastHistory history = new ForecastHistory();
    private final BooleanProperty on = new SimpleBooleanProperty();
    private final BooleanProperty following = new SimpleBooleanProperty(true);
    private final ObjectProperty<Question.Plan> plan = new SimpleObjectProperty<>(Question.Plan.AS_PLANNED);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper score = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<ChartFan>> fans = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Estimate>> estimates = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyLongWrapper reach = new ReadOnlyLongWrapper();

    private @Nullable RunView shown;
    private @Nullable Making making;
    private int jobs;
    private boolean isCapturing;
    private List<TimedIntervention> seenPlan = List.of();
    private long changedNanos;
    private @Nullable RunHistory scoredHistory;
    private long scoredNanos = -1;

    /**
     * @param worker   makes one forecast at a time
     * @param nanoTime the real world's clock, nanoseconds
     * @param usual    what is asked, but for what people do
     */
    public ForecastViewModel(SimulationThread simulation, Executor worker, LongSupplier nanoTime, Question usual) {
        this.simulation = simulation;
        this.worker = worker;
        this.nanoTime = nanoTime;
        this.usual = usual;
        on.addListener((property, before, now) -> {
            stop();
            isCapturing = false;
            simulation.takeForkPoint(); // what came too late is of another moment
            show();
        });
        plan.addListener((property, before, now) -> stop());
    }

    // Following the run

    /** Shows what belongs to the run that is shown. Called with every new view. */
    public void follow(RunView now) {
        RunView before = shown;
        shown = now;
        if (before == null || before.history().number() != now.history().number()) {
            stop();
            isCapturing = false;
            history.clear();
            seenPlan = List.of();
            scoredHistory = null;
        }
        if (!now.history().is(before == null ? null : before.history())
                && !now.history().plan().equals(seenPlan)) {
            seenPlan = now.history().plan();
            changedNanos = nanoTime.getAsLong();
            if (making != null && !ForecastRecord.isSame(making.of().present().plan(), seenPlan)) {
                stop();
            }
            show();
        }
        showScoreIfDue(now);
    }

    /** Called once a frame: takes what is known by now and begins what is due; whether there is more to come. */
    public boolean onFrame() {
        RunView now = shown;
        if (!on.get() || now == null) {
            return false;
        }
        take();
        simulation.takeForkPoint().ifPresent(this::begin);
        if (making == null && !isCapturing && isDue(now)) {
            isCapturing = true;
            simulation.capture();
            refresh();
        }
        return making != null || isCapturing || isWaiting(now);
    }

    private void take() {
        Making current = making;
        if (current == null) {
            return;
        }
        List<Forecast> more = new ArrayList<>();
        if (!current.job().onFrame(more::add)) {
            making = null;
        }
        refresh();
        if (!more.isEmpty()) {
            history.put(current.known(more.get(more.size() - 1)));
            show();
        }
    }

    private void begin(NumberedForkPoint forkPoint) {
        isCapturing = false;
        RunView now = shown;
        if (now == null || forkPoint.run() != now.history().number()) {
            return;
        }
        stop();
        Question question = usual.withPlan(plan.get());
        making = new Making(
                ++jobs,
                forkPoint,
                question,
                BackgroundJob.start(
                        worker,
                        (token, deliver) ->
                                deliver.accept(Forecast.of(forkPoint.present(), question, token, deliver))));
        refresh();
    }

    private void stop() {
        if (making != null) {
            making.job().token().cancel();
            making = null;
        }
        refresh();
    }

    private void refresh() {
        busy.set(making != null || isCapturing);
        progress.set(making == null ? 0 : making.job().token().doneShare());
        status.set(
                making == null
                        ? ""
                        : UiMessages.text(
                                "forecast.progress",
                                UiMessages.count(making.job().token().doneCount()),
                                UiMessages.count(making.question().futures())));
    }

    // When to make it anew

    private boolean isDue(RunView now) {
        return !now.isSeeking() && isOutdated(now) && isQuiet();
    }

    /** Whether it will be due by itself, without anything happening before. */
    private boolean isWaiting(RunView now) {
        return isOutdated(now) && !isQuiet();
    }

    private boolean isQuiet() {
        return nanoTime.getAsLong() - changedNanos >= QUIET_NANOS;
    }

    private boolean isOutdated(RunView now) {
        Optional<ForecastRecord> newest = history.newest(now.history());
        if (newest.isEmpty()) {
            return true;
        }
        ForecastRecord made = newest.get();
        boolean isOfNow = made.isWhole()
                && made.forecast().question().plan() == plan.get()
                && ForecastRecord.isSame(made.plan(), now.history().plan());
        return !isOfNow || (following.get() && !now.isOver() && hasMoved(made.forecast(), now.timeNanos()));
    }

    private static boolean hasMoved(Forecast forecast, long nowNanos) {
        double part = MOVED_SHARE * forecast.recovery().value();
        double enough = Math.max((double) MOVED_MIN_NANOS, Math.min((double) MOVED_MAX_NANOS, part));
        return Math.abs(nowNanos - forecast.timeNanos()) >= enough;
    }

    // What is shown

    private void show() {
        RunView now = shown;
        if (now == null || !on.get()) {
            fans.set(List.of());
            reach.set(0);
            return;
        }
        Optional<ForecastRecord> newest = history.newest(now.history());
        fans.set(history.fans(now.history()));
        sentence.set(
                newest.map(made -> ForecastSentences.of(made.forecast())).orElse(UiMessages.text("forecast.none")));
        reach.set(newest.map(made -> reach(made.forecast())).orElse(0L));
        scoredHistory = null;
        showScoreIfDue(now);
    }

    /** Up to where a forecast is worth seeing: some way after nearly all futures are recovered. */
    private static long reach(Forecast forecast) {
        long start = forecast.timeNanos();
        double high = forecast.recovery().high();
        double whole = forecast.question().window().toNanos();
        return start + (long) Math.min(whole, Math.max(1.2 * high, (double) MOVED_MAX_NANOS));
    }

    private void showScoreIfDue(RunView now) {
        long place = now.timeNanos() / SCORE_NANOS;
        if (now.history().is(scoredHistory) && place == scoredNanos) {
            return;
        }
        scoredHistory = now.history();
        scoredNanos = place;
        List<Estimate> made = history.of(now.history()).stream()
                .filter(ForecastRecord::isScored)
                .map(each -> Estimate.of(each, now))
                .toList();
        estimates.set(made);
        score.set(ForecastScores.text(made, now.timeNanos()));
    }

    // Properties

    /** Whether the forecast is shown, and so made. */
    public BooleanProperty onProperty() {
        return on;
    }

    /** Whether it is made anew when the present has moved on; else only when somebody acts. */
    public BooleanProperty followingProperty() {
        return following;
    }

    /** What people do in the futures. */
    public ObjectProperty<Question.Plan> planProperty() {
        return plan;
    }

    /** Whether a forecast is being made. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** How much of it is done, a share. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** How far it is, in words; empty if none is being made. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** The newest forecast, in words. */
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /** What has come of the forecasts so far, in words; empty if it is too early to say. */
    public ReadOnlyStringProperty scoreProperty() {
        return score.getReadOnlyProperty();
    }

    /** The forecasts for the charts. */
    public ReadOnlyObjectProperty<List<ChartFan>> fansProperty() {
        return fans.getReadOnlyProperty();
    }

    /** What could be said of the time to recovery, by the time at which it was said; with what came of it. */
    public ReadOnlyObjectProperty<List<Estimate>> estimatesProperty() {
        return estimates.getReadOnlyProperty();
    }

    /** How far the time axis has to reach for the newest forecast, nanoseconds since the start; 0 for none. */
    public ReadOnlyLongProperty reachProperty() {
        return reach.getReadOnlyProperty();
    }
}
