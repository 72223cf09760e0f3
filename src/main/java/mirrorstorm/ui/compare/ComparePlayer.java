package mirrorstorm.ui.compare;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mirrorstorm.engine.Nanos;
import mirrorstorm.metrics.Series;
import mirrorstorm.run.compare.SideBySide;
import mirrorstorm.run.compare.SideBySide.Frame;
import mirrorstorm.run.compare.Variant;
import mirrorstorm.ui.playback.PlaybackClock;
import mirrorstorm.ui.playback.SeriesSpacing;
import mirrorstorm.ui.playback.Speed;
import org.jspecify.annotations.Nullable;

/**
 * Plays variants together. Their runs live on the worker's thread, which works in passes: each takes all of them
 * towards one moment, and only when all stand there it is shown. So the stages always show the same moment, and what
 * is too fast for the computer slows the clock down instead of tearing the runs apart.
 */
public final class ComparePlayer {

    /** How long a pass works at most before it answers, nanoseconds, even if nobody wants anything else meanwhile. */
    private static final long PASS_NANOS = Nanos.SECOND;

    /** What was measured is copied this often, nanoseconds: charts may lag behind the stages by that much. */
    private static final long SERIES_NANOS = 200_000_000L;

    private static final int EVENTS_AT_A_TIME = 400;

    /**
     * What a pass came to.
     *
     * @param moment  that all stand at; empty if not all stand where they were to go
     * @param ahead   what is measured further on, if it was looked ahead
     * @param isWhole whether all of it is measured
     */
    private record Answer(Runs of, Optional<Frame> moment, Optional<List<Series>> ahead, boolean isWhole) {}

    /** The runs and what belongs to them; of the worker's thread. */
    private static final class Runs {

        private final List<Variant> variants;
        private final LongSupplier nanos;
        private @Nullable SideBySide runs;
        private List<Series> series = List.of();
        private long seriesNanos;
        private long seriesReachedNanos = -1;

        Runs(List<Variant> variants, LongSupplier nanos) {
            this.variants = variants;
            this.nanos = nanos;
        }

        private SideBySide side() {
            SideBySide known = runs;
            if (known != null) {
                return known;
            }
            SideBySide made = new SideBySide(
                    variants, SeriesSpacing.nanosFor(variants.get(0).scenario().horizon()));
            runs = made;
            return made;
        }

        private boolean go(SideBySide side, long targetNanos, BooleanSupplier isWanted, long passNanos) {
            long deadline = nanos.getAsLong() + passNanos;
            boolean isThere = side.seekBriefly(targetNanos, EVENTS_AT_A_TIME);
            while (!isThere && isWanted.getAsBoolean() && nanos.getAsLong() < deadline) {
                isThere = side.seekBriefly(targetNanos, EVENTS_AT_A_TIME);
            }
            return isThere;
        }

        /** Goes to a moment that is to be shown. */
        Answer pass(long targetNanos, boolean isPlaying, BooleanSupplier isWanted) {
            SideBySide side = side();
            if (!go(side, targetNanos, isWanted, PASS_NANOS)) {
                return new Answer(this, Optional.empty(), Optional.empty(), false);
            }
            refresh(side, !isPlaying);
            return new Answer(this, side.moment(Optional.of(series)), Optional.empty(), false);
        }

        /** Goes on to the end, of which only what is measured is shown. */
        Answer lookAhead(BooleanSupplier isWanted) {
            SideBySide side = side();
            boolean isThere = go(side, side.horizonNanos(), isWanted, SERIES_NANOS);
            boolean isNew = refresh(side, isThere);
            return new Answer(this, Optional.empty(), isNew ? Optional.of(series) : Optional.empty(), isThere);
        }

        /** Copies what was measured, now and then, or at once; whether there is more than before. */
        private boolean refresh(SideBySide side, boolean isAtOnce) {
            long now = nanos.getAsLong();
            boolean isDue = isAtOnce || seriesReachedNanos < 0 || now - seriesNanos >= SERIES_NANOS;
            if (!isDue || seriesReachedNanos == side.reachedNanos()) {
                return false;
            }
            series = side.series();
            seriesNanos = now;
            seriesReachedNanos = side.reachedNanos();
            return true;
        }
    }

    private final Executor worker;
    private final LongSupplier nanos;
    private final PlaybackClock clock;
    private final AtomicReference<@Nullable Answer> answer = new AtomicReference<>();
    private final ReadOnlyObjectWrapper<Optional<Frame>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Speed> speed = new ReadOnlyObjectWrapper<>(Speed.nearest(60e9));
    private @Nullable Runs runs;
    private boolean isBusy;
    private boolean isThere = true;
    private boolean isWhole = true;
    private volatile long targetNanos;
    private long horizonNanos;

    /**
     * @param worker runs one pass at a time
     * @param nanos  a clock, for the play
     */
    ComparePlayer(Executor worker, LongSupplier nanos) {
        this.worker = worker;
        this.nanos = nanos;
        clock = new PlaybackClock(nanos);
    }

    /**
     * Takes these variants, which can be run, to a moment, nanoseconds since the start; they stand still there. As long
     * as they do, what lies ahead is measured for the charts.
     */
    void open(List<Variant> variants, long timeNanos) {
        runs = new Runs(List.copyOf(variants), nanos);
        horizonNanos = variants.stream()
                .mapToLong(variant -> variant.scenario().horizon().toNanos())
                .min()
                .orElse(0);
        shown.set(Optional.empty());
        playing.set(false);
        isWhole = false;
        seek(timeNanos);
    }

    /** Takes all of them to a moment, nanoseconds since the start. */
    public void seek(long timeNanos) {
        targetNanos = Math.max(0, Math.min(timeNanos, horizonNanos));
        isThere = false;
    }

    /** Plays from here, or stops here; at the end it plays from the start. */
    public void togglePlay() {
        if (runs == null) {
            return;
        }
        if (!playing.get() && targetNanos >= horizonNanos) {
            seek(0);
        }
        clock.restart();
        playing.set(!playing.get());
    }

    /** A second of play on, or back. */
    public void jump(int seconds) {
        playing.set(false);
        seek(targetNanos + (long) (seconds * speed.get().nanosPerSecond()));
    }

    /** At the next larger of the usual speeds. */
    public void faster() {
        speed.set(speed.get().faster());
    }

    /** At the next smaller of the usual speeds. */
    public void slower() {
        speed.set(speed.get().slower());
    }

    /** At this speed. */
    public void setSpeed(Speed wanted) {
        speed.set(wanted);
    }

    /** Takes part in a frame; whether there is more to come. */
    boolean onFrame() {
        Answer come = answer.getAndSet(null);
        if (come != null) {
            isBusy = false;
            if (come.of() == runs) {
                take(come);
            }
        }
        Runs now = runs;
        if (now == null) {
            return false;
        }
        moveOn();
        if (!isBusy && !isThere) {
            long target = targetNanos;
            boolean isPlaying = playing.get();
            dispatch(now, () -> now.pass(target, isPlaying, () -> targetNanos == target));
        } else if (!isBusy && !isWhole && !playing.get()) {
            long target = targetNanos;
            dispatch(now, () -> now.lookAhead(() -> targetNanos == target));
        }
        return isBusy || playing.get();
    }

    private void take(Answer come) {
        if (come.moment().isPresent()) {
            shown.set(come.moment());
            isThere = come.moment().get().timeNanos() == targetNanos;
        } else if (come.ahead().isPresent() && shown.get().isPresent()) {
            shown.set(shown.get().map(moment -> moment.withSeries(come.ahead().get())));
        }
        isWhole |= come.isWhole();
    }

    /** A pass that fails answers all the same: whoever waits for it has to know. */
    private void dispatch(Runs now, Supplier<Answer> pass) {
        isBusy = true;
        worker.execute(() -> {
            Answer come = new Answer(now, Optional.empty(), Optional.empty(), false);
            try {
                come = pass.get();
            } finally {
                answer.set(come);
            }
        });
    }

    private void moveOn() {
        long elapsedNanos = clock.look();
        if (!playing.get() || !isThere) {
            return;
        }
        if (targetNanos >= horizonNanos) {
            playing.set(false);
            return;
        }
        long due = clock.due(elapsedNanos, speed.get());
        if (due > 0) {
            seek(targetNanos + due);
            clock.went(due);
        }
    }

    /** The moment that all stand at; empty before the first. */
    public ReadOnlyObjectProperty<Optional<Frame>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Whether time passes by itself. */
    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** The speed that is wanted. */
    public ReadOnlyObjectProperty<Speed> speedProperty() {
        return speed.getReadOnlyProperty();
    }

    /** Where they stand or are about to, nanoseconds since the start. */
    public long targetNanos() {
        return targetNanos;
    }

    /** When the first of them ends, nanoseconds since the start; 0 before there are any. */
    public long horizonNanos() {
        return horizonNanos;
    }
}
