package mirrorstorm.ui.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.RowConstraints;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.stage.Camera;
import mirrorstorm.picture.stage.Pick;
import mirrorstorm.picture.stage.StageLayout;
import mirrorstorm.picture.stage.StageView;
import mirrorstorm.picture.study.ComparisonView;
import mirrorstorm.run.Snapshot;
import mirrorstorm.run.compare.Difference;
import mirrorstorm.run.compare.SideBySide;
import mirrorstorm.run.compare.Variant;
import mirrorstorm.ui.keys.Shortcut;
import mirrorstorm.ui.stage.CameraViewModel;
import mirrorstorm.ui.stage.PaintedStage;
import mirrorstorm.ui.stage.StageArtist;
import mirrorstorm.ui.stage.StageGestures;
import mirrorstorm.ui.stage.StageViewModel;

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
    private final ObjectProperty<Pick> hovered = new SimpleObjectProperty<>(Pick.nothing());
    private final ReadOnlyIntegerWrapper enlarged = new ReadOnlyIntegerWrapper(ALL);
    private boolean[] isStale = new boolean[0];
    private int hoveredIn;
    private int opened;

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
        hovered.addListener((property, before, now) -> stale());
    }

    private void stale() {
        Arrays.fill(isStale, true);
    }

    private void open(List<Variant> variants) {
        stages.clear();
        isStale = new boolean[variants.size()];
        for (int i = 0; i < variants.size(); i++) {
            stages.add(stage(i, variants.get(i).label()));
        }
        opened++;
        camera.moveTo(Camera.WHOLE);
        enlarged.set(ALL);
        arrange();
    }

    private VariantStage stage(int variant, String label) {
        StageGestures gestures = new StageGestures(camera, pick -> hover(variant, pick), Optional.empty());
        PaintedStage stage = new PaintedStage(gestures, StageArtist.Legend.ELSEWHERE, painter, nanos);
        stage.pane().widthProperty().addListener((property, before, now) -> isStale[variant] = true);
        stage.pane().heightProperty().addListener((property, before, now) -> isStale[variant] = true);
        return new VariantStage(variant, label, stage, () -> toggle(variant), enlarged.isEqualTo(variant));
    }

    private void hover(int variant, Pick pick) {
        hoveredIn = variant;
        hovered.set(pick);
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
            shown.stage().pane().requestFocus();
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
        return gestures().flatMap(StageGestures::layout);
    }

    /** Those of the first that is shown. */
    private Optional<StageGestures> gestures() {
        return stages.isEmpty()
                ? Optional.empty()
                : Optional.of(stages.get(Math.max(0, enlarged.get())).stage().gestures());
    }

    /** A key that no field keeps for itself; whether there was a use for it. */
    boolean pressed(CompareKey use, Shortcut key) {
        switch (use) {
            case ZOOM_IN -> gestures().ifPresent(StageGestures::zoomIn);
            case ZOOM_OUT -> gestures().ifPresent(StageGestures::zoomOut);
            case ZOOM_ALL -> gestures().ifPresent(StageGestures::fitAll);
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

    /** Called once a frame; whether pictures are on their way. */
    boolean onFrame() {
        boolean isBusy = camera.onFrame(nanos.getAsLong());
        for (VariantStage each : stages) {
            isBusy |= each.stage().onFrame();
            isBusy |= each.stage().isBusy();
        }
        Optional<SideBySide.Frame> moment = model.player().shownProperty().get();
        if (moment.isPresent() && moment.get().snapshots().size() == stages.size()) {
            if (stages.stream().noneMatch(each -> each.stage().isBusy())) {
                isBusy |= paint(moment.get());
            }
        }
        return isBusy;
    }

    /** All of one moment, or none: the stages never show different ones. Whether there was anything to paint. */
    private boolean paint(SideBySide.Frame moment) {
        boolean isAny = false;
        for (int i = 0; i < stages.size(); i++) {
            VariantStage each = stages.get(i);
            if (!isStale[i] || each.getParent() == null) {
                continue;
            }
            Optional<Difference> difference =
                    i == 0 ? Optional.empty() : Optional.of(moment.differences().get(i));
            isStale[i] = !each.stage().paint(order(i, moment.snapshots().get(i), difference));
            each.tell(difference);
            isAny = true;
        }
        return isAny;
    }

    private StageArtist.Order order(int variant, Snapshot snapshot, Optional<Difference> difference) {
        return new StageArtist.Order(
                snapshot,
                opened,
                difference.filter(some -> model.shadedProperty().get()),
                model.player().playingProperty().get(),
                marks(variant, snapshot),
                camera.cameraProperty().get(),
                theme.getValue(),
                textScale.get());
    }

    /** What is pointed at: nodes and volumes in each stage that has them, the rest where the pointer is. */
    private StageView.Marks marks(int variant, Snapshot snapshot) {
        Pick pick = hovered.get();
        boolean isShared = pick instanceof Pick.Nodes || pick instanceof Pick.Volume;
        boolean isMarked = variant == hoveredIn || (isShared && StageViewModel.isThere(pick, snapshot));
        return new StageView.Marks(isMarked ? pick : Pick.nothing(), Pick.nothing(), StageView.NONE, Optional.empty());
    }
}
