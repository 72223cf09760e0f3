package mirrorstorm.ui.study;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.ToIntFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mirrorstorm.run.study.Study;
import mirrorstorm.ui.words.UiMessages;
import mirrorstorm.ui.work.JobViewModel;

/**
 * A {@link Study} over replications in a window: what it says so far, and how far it is. Belongs to the thread that
 * calls {@link #onFrame}.
 *
 * @param <R> what it says, more with every replication
 */
public final class StudyViewModel<R> {

    private final ToIntFunction<R> replicationsDone;
    private final JobViewModel<R> job;
    private final ReadOnlyObjectWrapper<Optional<R>> known = new ReadOnlyObjectWrapper<>(Optional.empty());
    private int wanted;

    /**
     * @param worker           runs one study at a time
     * @param nanos            a clock, for the time left
     * @param replicationsDone how many replications are in what it says
     */
    public StudyViewModel(Executor worker, LongSupplier nanos, ToIntFunction<R> replicationsDone) {
        this.replicationsDone = replicationsDone;
        job = new JobViewModel<>(worker, nanos, part -> known.set(Optional.of(part)), this::farText);
    }

    /**
     * Begins; what was known before is forgotten.
     *
     * @param replications that it makes
     * @param threads      how many runs at a time
     */
    public void start(Study<R, R> study, int replications, int threads) {
        wanted = replications;
        known.set(Optional.empty());
        job.start((token, deliver) -> study.answer(threads, token, deliver));
    }

    private String farText() {
        int done = known.get().map(replicationsDone::applyAsInt).orElse(0);
        return UiMessages.text("cause.far", UiMessages.count(done), UiMessages.count(wanted));
    }

    /** Takes what came since the last frame; whether there is more to come. */
    public boolean onFrame() {
        return job.onFrame();
    }

    /** How far it is, and what pauses and stops it. */
    public JobViewModel<R> job() {
        return job;
    }

    /** What is known so far; empty before there is anything. */
    public Optional<R> known() {
        return known.get();
    }

    /** What is known so far. */
    public ReadOnlyObjectProperty<Optional<R>> knownProperty() {
        return known.getReadOnlyProperty();
    }
}
