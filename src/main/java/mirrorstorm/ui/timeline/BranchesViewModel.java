package mirrorstorm.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import mirrorstorm.metrics.Series;
import mirrorstorm.model.Metric;
import mirrorstorm.ui.playback.Branches;
import mirrorstorm.ui.playback.RunHistory;
import mirrorstorm.ui.playback.RunView;
import mirrorstorm.ui.playback.SimulationThread;
import mirrorstorm.ui.words.Times;
import mirrorstorm.ui.words.UiMessages;
import org.jspecify.annotations.Nullable;

/** The branches of the run: what each is called, where it parted, how bad it was; and what can be done with them. */
public final class BranchesViewModel {

    private static final double PERCENT = 100;

    private final SimulationThread simulation;
    private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper several = new ReadOnlyBooleanWrapper();
    private final BooleanProperty renaming = new SimpleBooleanProperty();
    private @Nullable RunHistory shown;

    /**
     * One branch.
     *
     * @param name    what it is called
     * @param detail  where it parted and the greatest share of volumes that was stuck on it, so far
     * @param present whether the run is on it
     */
    public record Row(String name, String detail, boolean present) {}

    public BranchesViewModel(SimulationThread simulation) {
        this.simulation = simulation;
    }

    /** Shows the branches of a run. Called with every new view. */
    public void follow(RunView view) {
        RunHistory history = view.history();
        if (history.is(shown)) {
            return;
        }
        shown = history;
        List<Row> newest = new ArrayList<>();
        for (int i = 0; i < history.branches().all().size(); i++) {
            newest.add(row(history, i));
        }
        if (!newest.equals(rows.get())) {
            rows.set(List.copyOf(newest));
        }
        several.set(newest.size() > 1);
        if (newest.size() < 2) {
            renaming.set(false);
        }
    }

    private static Row row(RunHistory history, int index) {
        Branches branches = history.branches();
        boolean isPresent = index == branches.present();
        String peak = isPresent
                ? UiMessages.text("branch.peak", peak(history.series()))
                : branches.ghost(index)
                        .map(ghost -> UiMessages.text(
                                "branch.peak", peak(ghost.recordedRun().series())))
                        .orElse(UiMessages.text("branch.notFollowed"));
        long parted = branches.partedNanos(index);
        String detail = parted == Long.MAX_VALUE ? peak : UiMessages.text("branch.parted", Times.brief(parted), peak);
        return new Row(branches.name(index), detail, isPresent);
    }

    private static String peak(Series series) {
        double peak = IntStream.range(0, series.size())
                .mapToDouble(i -> series.get(Metric.STUCK, i))
                .filter(share -> !Double.isNaN(share))
                .max()
                .orElse(0);
        return String.format(Locale.ROOT, "%.1f", PERCENT * peak);
    }

    // Commands

    /** Goes to a branch, at the same moment. */
    public void switchTo(int index) {
        renaming.set(false);
        simulation.switchTo(index);
    }

    /** Goes to the branch after the present one; after the last comes the first. */
    public void next() {
        int count = rows.get().size();
        if (count > 1) {
            switchTo((present() + 1) % count);
        }
    }

    /** Calls the present branch something. */
    public void rename(String name) {
        renaming.set(false);
        simulation.rename(present(), name.strip());
    }

    /** Drops a branch; whoever is on it goes to another one first. */
    public void delete(int index) {
        renaming.set(false);
        simulation.delete(index);
    }

    /** Drops the branch that the run is on. */
    public void deletePresent() {
        delete(present());
    }

    private int present() {
        return shown == null ? 0 : shown.branches().present();
    }

    // What is shown

    /** All branches in order of their beginning. */
    public ReadOnlyObjectProperty<List<Row>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** Whether there is more than one. */
    public ReadOnlyBooleanProperty severalProperty() {
        return several.getReadOnlyProperty();
    }

    /** Whether the name of the present branch is being typed. */
    public BooleanProperty renamingProperty() {
        return renaming;
    }
}
