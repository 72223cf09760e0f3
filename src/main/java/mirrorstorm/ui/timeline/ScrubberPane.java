package mirrorstorm.ui.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.util.Duration;
import mirrorstorm.ui.words.LazyTooltip;
import mirrorstorm.ui.words.UiMessages;

/**
 * The time line: a track as long as the charts below are wide, filled up to what was reached, with flags above it,
 * crashes on it, and a handle where the run stands. Press or drag anywhere to take the run there.
 */
public final class ScrubberPane extends Region {

    // At text scale 1
    private static final double TRACK_HEIGHT = 8;
    private static final double HANDLE_WIDTH = 4;
    private static final double EXIT_HEIGHT = 4;
    private static final double FLAG_SIZE = 11;
    private static final double ROW_HEIGHT = 16;
    private static final double HANDLE_REACH = 5;

    /** Crashes closer to each other than this are one tick, units of the window. */
    private static final double CRASH_APART = 2;

    private static final double TIP_WIDTH = 380;
    private static final Duration TIP_DELAY = Duration.millis(150);

    private final TimelineViewModel model;
    private final ObservableDoubleValue textScale;
    private final ObjectProperty<Insets> plotInsets = new SimpleObjectProperty<>(Insets.EMPTY);
    private final Region track = styled("scrubber-track");
    private final Region reached = styled("scrubber-reached");
    private final Region past = styled("scrubber-past");
    private final Region exitSure = styled("exit-sure");
    private final Region exitOpen = styled("exit-open");
    private final Path crashes = new Path();
    private final Region handle = styled("scrubber-handle");
    private final Region cursor = styled("scrubber-cursor");
    private final Label cursorText = new Label();
    private final List<Region> flags = new ArrayList<>();
    private final Map<Flag, Region> known = new HashMap<>();

    /** @param textScale the size of text, with which track and flags grow */
    public ScrubberPane(TimelineViewModel model, ObservableDoubleValue textScale) {
        this.model = model;
        this.textScale = textScale;
        getStyleClass().add("scrubber");
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText(UiMessages.text("timeline.accessible"));
        crashes.getStyleClass().add("scrubber-crashes");
        crashes.setManaged(false);
        crashes.setMouseTransparent(true);
        cursorText.getStyleClass().add("scrubber-time");
        cursorText.setMouseTransparent(true);
        cursorText.textProperty().bind(model.cursorTextProperty());
        getChildren().addAll(track, reached, past, exitSure, exitOpen, crashes, cursor, handle, cursorText);
        listen();
    }

    private static Region styled(String styleClass) {
        Region region = new Region();
        region.getStyleClass().add(styleClass);
        region.setMouseTransparent(true);
        return region;
    }

    private void listen() {
        model.axisProperty().addListener((property, before, now) -> requestLayout());
        model.nowProperty().addListener((property, before, now) -> requestLayout());
        model.reachedProperty().addListener((property, before, now) -> requestLayout());
        model.cursorProperty().addListener((property, before, now) -> requestLayout());
        model.crashesProperty().addListener((property, before, now) -> requestLayout());
        model.exitProperty().addListener((property, before, now) -> requestLayout());
        model.flagsProperty().addListener((property, before, now) -> showFlags(now));
        plotInsets.addListener((property, before, now) -> requestLayout());
        textScale.addListener((property, before, now) -> requestLayout());
        setOnMousePressed(this::seek);
        setOnMouseDragged(event -> {
            model.pointAt(shareAt(event));
            seek(event);
        });
        setOnMouseMoved(event -> model.pointAt(shareAt(event)));
        setOnMouseExited(event -> model.pointNowhere());
    }

    private void seek(MouseEvent event) {
        model.seekTo(shareAt(event));
    }

    private double shareAt(MouseEvent event) {
        return (event.getX() - left()) / Math.max(1, trackWidth());
    }

    /** How far the track stays away from the sides, so that it is as long as the charts' time axis. */
    public ObjectProperty<Insets> plotInsetsProperty() {
        return plotInsets;
    }

    /** Making a flag takes longer than all else here, so those that stay are kept. */
    private void showFlags(List<Flag> list) {
        Map<Flag, Region> before = new HashMap<>(known);
        known.clear();
        List<Region> gone = new ArrayList<>(flags);
        flags.clear();
        List<Region> added = new ArrayList<>();
        for (Flag flag : list) {
            Region kept = before.remove(flag);
            Region shape = kept == null ? shape(flag) : kept;
            if (kept == null) {
                added.add(shape);
            } else {
                gone.remove(shape);
            }
            known.put(flag, shape);
            flags.add(shape);
        }
        getChildren().removeAll(gone);
        getChildren().addAll(getChildren().indexOf(handle), added);
        requestLayout();
    }

    private Region shape(Flag flag) {
        Region shape = styled("flag");
        shape.getStyleClass()
                .add(
                        switch (flag.kind()) {
                            case TRIGGER -> "flag-trigger";
                            case SCRIPTED -> "flag-scripted";
                            case OPERATOR -> "flag-operator";
                            case MILESTONE -> "flag-milestone";
                            case BOOKMARK -> "flag-bookmark";
                            case BREAKPOINT -> "flag-breakpoint";
                            case EXIT -> "flag-exit";
                        });
        shape.setMouseTransparent(false);
        LazyTooltip.on(shape, flag::text, LazyTooltip.wrapped(TIP_WIDTH).andThen(tip -> {
            tip.setShowDelay(TIP_DELAY);
            tip.getStyleClass().add("flag-tip");
        }));
        shape.setOnMousePressed(event -> {
            model.seekTo(model.axisProperty().get().shareOf(flag.timeNanos()));
            event.consume();
        });
        return shape;
    }

    private double left() {
        return snapPositionX(plotInsets.get().getLeft());
    }

    private double trackWidth() {
        return Math.max(1, getWidth() - left() - plotInsets.get().getRight());
    }

    private double xOf(long timeNanos) {
        return left() + model.axisProperty().get().shareOf(timeNanos) * trackWidth();
    }

    @Override
    protected double computePrefHeight(double width) {
        return scaled(2 * ROW_HEIGHT + TRACK_HEIGHT);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private double scaled(double length) {
        return Math.rint(length * textScale.get());
    }

    @Override
    protected void layoutChildren() {
        double top = scaled(ROW_HEIGHT);
        double height = scaled(TRACK_HEIGHT);
        double now = xOf(model.nowProperty().get());
        track.resizeRelocate(left(), top, trackWidth(), height);
        double end = Math.min(xOf(model.reachedProperty().get()), left() + trackWidth());
        reached.resizeRelocate(left(), top, Math.max(0, end - left()), height);
        past.resizeRelocate(left(), top, Math.max(0, now - left()), height);
        double wide = scaled(HANDLE_WIDTH);
        double over = scaled(HANDLE_REACH);
        handle.resizeRelocate(snapPositionX(now - wide / 2), top - over, wide, height + 2 * over);
        layoutExit(top + height);
        layoutCrashes(top, height);
        layoutFlags(top, height);
        layoutCursor(top, height);
    }

    /** Under the track, where nothing is in front of it: up to when the remedy works for sure, then perhaps. */
    private void layoutExit(double bottom) {
        Optional<ExitMark> mark = model.exitProperty().get();
        exitSure.setVisible(mark.isPresent());
        exitOpen.setVisible(mark.isPresent());
        mark.ifPresent(exit -> {
            double right = left() + trackWidth();
            double sure = Math.min(right, xOf(exit.surelyNanos()));
            double late = Math.min(right, xOf(exit.tooLateNanos()));
            double high = scaled(EXIT_HEIGHT);
            double y = bottom + 1;
            exitSure.resizeRelocate(left(), y, Math.max(0, sure - left()), high);
            exitOpen.resizeRelocate(sure, y, Math.max(0, late - sure), high);
        });
    }

    private void layoutCrashes(double top, double height) {
        List<PathElement> ticks = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        for (long timeNanos : model.crashesProperty().get()) {
            double x = snapPositionX(xOf(timeNanos)) + 0.5;
            if (x - last >= scaled(CRASH_APART) && x <= left() + trackWidth()) {
                ticks.add(new MoveTo(x, top));
                ticks.add(new LineTo(x, top + height));
                last = x;
            }
        }
        crashes.getElements().setAll(ticks);
    }

    private void layoutFlags(double top, double height) {
        List<Flag> list = model.flagsProperty().get();
        double size = scaled(FLAG_SIZE);
        for (int i = 0; i < flags.size(); i++) {
            Flag flag = list.get(i);
            double x = xOf(flag.timeNanos());
            boolean isBelow = flag.kind() == Flag.Kind.MILESTONE
                    || flag.kind() == Flag.Kind.BOOKMARK
                    || flag.kind() == Flag.Kind.BREAKPOINT
                    || flag.kind() == Flag.Kind.EXIT;
            double y = isBelow ? top + height + scaled(2) : top - size - scaled(3);
            flags.get(i).resizeRelocate(snapPositionX(x - size / 2), y, size, size);
            flags.get(i).setVisible(x <= left() + trackWidth() + 1);
        }
    }

    private void layoutCursor(double top, double height) {
        boolean isThere = model.cursorProperty().get() != TimelineViewModel.NOWHERE;
        cursor.setVisible(isThere);
        // over the charts, they tell the time themselves
        cursorText.setVisible(isThere && isHover());
        if (isThere) {
            double x = xOf(model.cursorProperty().get());
            cursor.resizeRelocate(snapPositionX(x), top - 4, 1, height + 8);
            double width = cursorText.prefWidth(-1);
            double textX = Math.max(0, Math.min(getWidth() - width, x - width / 2));
            cursorText.resizeRelocate(snapPositionX(textX), top + height, width, cursorText.prefHeight(-1));
        }
    }
}
