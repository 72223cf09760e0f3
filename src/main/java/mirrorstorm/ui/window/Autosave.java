package mirrorstorm.ui.window;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.ui.playback.PlaybackViewModel;
import mirrorstorm.ui.playback.RunView;
import mirrorstorm.ui.recovery.Draft;
import mirrorstorm.ui.recovery.DraftFolder;
import mirrorstorm.ui.recovery.DraftFolder.Orphan;
import mirrorstorm.ui.words.UiMessages;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what is not saved, off the FX thread: a change soon after it was made, the position every so often. Once it is
 * saved or given up the draft goes. What windows that were killed had kept is offered, never opened by itself.
 */
final class Autosave {

    /** A change is kept when no other has followed for so long, nanoseconds: a dragged lever is one. */
    static final long QUIET_NANOS = 1_500_000_000L;

    /** So often the position is kept, nanoseconds. */
    static final long EVERY_NANOS = 10_000_000_000L;

    private static final Logger LOG = LoggerFactory.getLogger(Autosave.class);

    private final FileTasks fileTasks;
    private final PlaybackViewModel playback;
    private final Document document;
    private final Prompts prompts;
    private final LongSupplier nanoTime;
    private final InstantSource clock;
    private @Nullable DraftFolder folder;
    private Optional<Scenario> seen = Optional.empty();
    private long seenChanges;
    private boolean isChanged;
    private boolean isKept;
    private boolean isBusy;
    private boolean isTold;
    private long changedNanos;
    private long keptNanos;
    private long keptTimeNanos;

    /**
     * @param nanoTime the real world's clock, nanoseconds
     * @param clock    what a draft is dated with
     */
    Autosave(
            FileTasks fileTasks,
            PlaybackViewModel playback,
            Document document,
            Prompts prompts,
            LongSupplier nanoTime,
            InstantSource clock) {
        this.fileTasks = fileTasks;
        this.playback = playback;
        this.document = document;
        this.prompts = prompts;
        this.nanoTime = nanoTime;
        this.clock = clock;
    }

    private record Opened(DraftFolder folder, List<Orphan> orphans) {}

    /** Begins to keep drafts in this folder, and hands over what killed windows left there. */
    void begin(Path place, Consumer<List<Orphan>> offer) {
        fileTasks.run(
                () -> {
                    DraftFolder opened = new DraftFolder(place);
                    return new Opened(opened, opened.orphans());
                },
                opened -> {
                    folder = opened.folder();
                    offer.accept(opened.orphans());
                },
                this::failed);
    }

    /** Somebody has decided about it. */
    void discard(Orphan orphan) {
        DraftFolder place = folder;
        if (place != null) {
            fileTasks.run(
                    () -> {
                        place.discard(orphan);
                        return place;
                    },
                    done -> {},
                    this::failed);
        }
    }

    /** Called once a frame: whether something is still to be kept. */
    boolean onFrame() {
        Optional<RunView> view = playback.view();
        if (folder == null || view.isEmpty()) {
            return false;
        }
        if (!document.unsavedProperty().get()) {
            forget();
            return false;
        }
        notice();
        long now = nanoTime.getAsLong();
        boolean isQuiet = isChanged && now - changedNanos >= QUIET_NANOS;
        boolean hasMoved = isKept && view.get().timeNanos() != keptTimeNanos;
        if (!isBusy && (isQuiet || ((hasMoved || isChanged) && now - keptNanos >= EVERY_NANOS))) {
            keep(view.get(), now);
        }
        return isChanged || hasMoved;
    }

    private void notice() {
        if (seenChanges == document.changes()) {
            return;
        }
        seenChanges = document.changes();
        Optional<Scenario> recorded = document.recorded();
        if (!recorded.equals(seen) || (!isKept && !isChanged)) {
            isChanged = true;
            changedNanos = nanoTime.getAsLong();
        }
        seen = recorded;
    }

    private void keep(RunView view, long now) {
        DraftFolder place = folder;
        Optional<Scenario> recorded = document.recorded();
        if (place == null || recorded.isEmpty()) {
            return;
        }
        Draft draft = new Draft(recorded.get(), view.timeNanos(), document.file(), clock.instant());
        isBusy = true;
        isChanged = false;
        isKept = true;
        keptNanos = now;
        keptTimeNanos = view.timeNanos();
        fileTasks.run(
                () -> {
                    place.keep(draft);
                    return place;
                },
                done -> isBusy = false,
                this::failed);
    }

    private void forget() {
        seen = Optional.empty();
        seenChanges = 0;
        isChanged = false;
        DraftFolder place = folder;
        if (place == null || !isKept) {
            return;
        }
        isKept = false;
        fileTasks.run(
                () -> {
                    place.forget();
                    return place;
                },
                done -> {},
                this::failed);
    }

    /** What cannot be kept is said once: whoever works on has to know, but not every ten seconds. */
    private void failed(Exception problem) {
        isBusy = false;
        LOG.warn("work cannot be kept", problem);
        if (!isTold) {
            isTold = true;
            prompts.tellProblems(UiMessages.text("autosave.failed"), List.of(String.valueOf(problem.getMessage())));
        }
    }

    /** The window ends as it should. */
    void close() {
        DraftFolder place = folder;
        folder = null;
        if (place != null) {
            try {
                place.close();
            } catch (IOException e) {
                LOG.warn("drafts cannot be tidied up", e);
            }
        }
    }
}
