package mirrorstorm.ui.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.RowConstraints;
import mirrorstorm.engine.Nanos;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.stage.Camera;
import mirrorstorm.picture.stage.StageLayout;
import mirrorstorm.picture.study.ComparisonView;
import mirrorstorm.run.Snapshot;
import mirrorstorm.run.compare.Difference;
import mirrorstorm.run.compare.SideBySide;
import mirrorstorm.run.compare.Variant;
import mirrorstorm.ui.keys.Shortcut;
import mirrorstorm.ui.stage.CameraViewModel;

/**
 * The stages of all variants beside each other, or one of them in the place of all. One camera serves them all, so
 * that what is looked at closely is the same part of each, and what is pointed at in one is pointed at in every other.
 */
final class VariantStages extends GridPane {

    /** All are beside each other. */
    static final int ALL = -1;

    private final CompareViewModel model;
    private final ObservableValue<Theme> theme;
    private final ObservableDoubleValue textScale;
    private final Executor painter;
    private final LongSupplier nanos;
    private final List<VariantStage> stages = new ArrayList<>();
    private final CameraViewModel camera = new CameraViewModel();
    private final VariantGestures gestures = new VariantGestures(camera);
    private final ReadOnlyIntegerWrapper enlarged = new ReadOnlyIntegerWrapper(ALL);
    private boolean[] isStale = new boolean[0];
    private long paintedNanos;

    /**
     * @param painter runs one task at a time
     * @param nanos   a clock, for the dots
     */
    VariantStages(
            CompareViewModel model,
            ObservableValue<Theme> theme,
            ObservableDoubleValue textScale,
            Executor painter,
            LongSupplier nanos) {
        this.model = model;
        this.theme = theme;
        this.textScale = textScale;
        this.painter = painter;
        this.nanos = nanos;
        getStyleClass().add("variant-grid");
        model.comparedProperty().addListener((property, before, now) -> open(now));
        model.player().shownProperty().addListener((property, before, now) -> stale());
        model.shadedProperty().addListener((property, before, now) -> stale());
        theme.addListener((property, before, now) -> stale());
        textScale.addListener((property, before, now) -> stale());
        camera.cameraProperty().addListener((property, before, now) -> stale());
        gestures.hoveredProperty().addListener((property, before, now) -> stale());
    }

    private void stale() {
        Arrays.fill(isStale, true);
    }

    private void open(List<Variant> variants) {
        stages.clear();
        isStale = new boolean[variants.size()];
        for (int i = 0; i < variants.size(); i++) {
            int variant = i;
            VariantStage stage = new VariantStage(
                    i, variants.get(i).label(), painter, gestures, () -> toggle(variant), enlarged.isEqualTo(i));
            stage.pane().widthProperty().addListener((property, before, now) -> isStale[variant] = true);
            stage.pane().heightProperty().addListener((property, before, now) -> isStale[variant] = true);
            stages.add(stage);
        }
        camera.moveTo(Camera.WHOLE);
        enlarged.set(ALL);
        arrange();
    }

    private void arrange() {
        getChildren().clear();
        getColumnConstraints().clear();
        getRowConstraints().clear();
        boolean isOne = enlarged.get() != ALL;
        int columns = isOne ? 1 : ComparisonView.columns(stages.size());
        int rows = columns == 0 ? 0 : isOne ? 1 : (stages.size() + columns - 1) / columns;
        for (int column = 0; column < columns; column++) {
            ColumnConstraints part = new ColumnConstraints();
            part.setPercentWidth(100.0 / columns);
            getColumnConstraints().add(part);
        }
        for (int row = 0; row < rows; row++) {
            RowConstraints part = new RowConstraints();
            part.setPercentHeight(100.0 / rows);
            getRowConstraints().add(part);
        }
        if (isOne) {
            add(stages.get(enlarged.get()), 0, 0);
        } else {
            for (int i = 0; i < stages.size(); i++) {
                add(stages.get(i), i % columns, i / columns);
            }
        }
        stale();
    }

    /** Shows one in the place of all, or {@link #ALL} beside each other; what was looked at closely stays in sight. */
    void enlarge(int variant) {
        if (variant == enlarged.get() || variant >= stages.size()) {
            return;
        }
        Optional<StageLayout> before = seen();
        enlarged.set(variant);
        arrange();
        layout();
        VariantStage shown = stages.get(Math.max(0, variant));
        shown.layout();
        if (before.isPresent() && !before.get().camera().isWhole()) {
            snapshot(Math.max(0, variant))
                    .flatMap(of -> shown.layoutOf(of, textScale.get()))
                    .ifPresent(after -> camera.moveTo(after.cameraLike(before.get())));
        }
        if (variant != ALL) {
            shown.pane().requestFocus();
        }
    }

    private void toggle(int variant) {
        enlarge(enlarged.get() == variant ? ALL : variant);
    }

    private Optional<Snapshot> snapshot(int variant) {
        return model.player()
                .shownProperty()
                .get()
                .map(SideBySide.Frame::snapshots)
                .filter(all -> variant < all.size())
                .map(all -> all.get(variant));
    }

    /** Which is shown in the place of all, or {@link #ALL}. */
    ReadOnlyIntegerProperty enlargedProperty() {
        return enlarged.getReadOnlyProperty();
    }

    /** What was painted last of the first that is shown. */
    Optional<StageLayout> seen() {
        return stages.isEmpty()
                ? Optional.empty()
                : stages.get(Math.max(0, enlarged.get())).seen();
    }

    /** A key that no field keeps for itself; whether there was a use for it. */
    boolean pressed(CompareKey use, Shortcut key) {
        switch (use) {
            case ZOOM_IN -> zoom(CameraViewModel.KEY_FACTOR);
            case ZOOM_OUT -> zoom(1 / CameraViewModel.KEY_FACTOR);
            case ZOOM_ALL -> camera.flyTo(Camera.WHOLE);
            case ALL -> {
                boolean isEnlarged = enlarged.get() != ALL;
                enlarge(ALL);
                return isEnlarged;
            }
            case ENLARGE -> {
                int variant = use.indexOf(key);
                if (variant >= stages.size()) {
                    return false;
                }
                toggle(variant);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void zoom(double factor) {
        double closest = seen().map(StageLayout::zoomMax).orElse(1.0);
        camera.flyTo(camera.destination().zoomedAbout(0.5, 0.5, factor, closest));
    }

    /** Called once a frame; whether pictures are on their way. */
    boolean onFrame() {
        boolean isBusy = camera.onFrame(nanos.getAsLong());
        for (VariantStage stage : stages) {
            isBusy |= stage.pane().onFrame();
            isBusy |= stage.pane().isBusy();
        }
        Optional<SideBySide.Frame> moment = model.player().shownProperty().get();
        if (moment.isPresent() && moment.get().snapshots().size() == stages.size()) {
            if (stages.stream().noneMatch(stage -> stage.pane().isBusy())) {
                isBusy |= paint(moment.get());
            }
        }
        return isBusy;
    }

    /** All of one moment, or none: the stages never show different ones. Whether there was anything to paint. */
    private boolean paint(SideBySide.Frame moment) {
        boolean isPlaying = model.player().playingProperty().get();
        long now = nanos.getAsLong();
        double seconds = Nanos.toSeconds(now - paintedNanos);
        boolean isAny = false;
        for (int i = 0; i < stages.size(); i++) {
            VariantStage stage = stages.get(i);
            if (!isStale[i] || stage.getParent() == null) {
                continue;
            }
            Optional<Difference> difference =
                    i == 0 ? Optional.empty() : Optional.of(moment.differences().get(i));
            boolean isShaded = model.shadedProperty().get();
            Snapshot snapshot = moment.snapshots().get(i);
            isStale[i] = !stage.paint(new VariantStage.Order(
                    snapshot,
                    difference.filter(some -> isShaded),
                    isPlaying,
                    seconds,
                    camera.cameraProperty().get(),
                    gestures.marksFor(stage, snapshot),
                    theme.getValue(),
                    textScale.get()));
            stage.tell(difference);
            paintedNanos = now;
            isAny = true;
        }
        return isAny;
    }
}
