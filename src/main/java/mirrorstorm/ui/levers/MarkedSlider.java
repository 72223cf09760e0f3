package mirrorstorm.ui.levers;

import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** A slider of positions in [0, 1] with a mark at one of them: where it started. */
final class MarkedSlider extends Region {

    private static final PseudoClass TINTED = PseudoClass.getPseudoClass("tinted");
    private static final double KEY_STEP = 0.02;
    private static final double THUMB_WIDTH = 16;

    private final Slider slider = new Slider(0, 1, 0);
    private final Region mark = new Region();
    private final TintedTrack tinted = new TintedTrack();
    private final ReadOnlyDoubleProperty markPosition;
    private boolean isInHand;

    /** Told of what the user does with the slider. */
    interface Hand {
        void grab();

        void moveTo(double position);

        void release();
    }

    MarkedSlider(ReadOnlyDoubleProperty position, ReadOnlyDoubleProperty markPosition, Hand hand) {
        this.markPosition = markPosition;
        getStyleClass().add("marked-slider");
        mark.getStyleClass().add("start-mark");
        mark.setMouseTransparent(true);
        slider.setBlockIncrement(KEY_STEP);
        getChildren().addAll(tinted, mark, slider);
        slider.setValue(position.get());
        position.addListener((property, before, now) -> {
            if (!isInHand) {
                slider.setValue(now.doubleValue());
            }
        });
        markPosition.addListener((property, before, now) -> requestLayout());
        slider.valueProperty().addListener((property, before, now) -> {
            if (isInHand) {
                hand.moveTo(now.doubleValue());
            }
        });
        slider.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> grab(hand));
        slider.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> release(hand, position));
        slider.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode().isArrowKey()) {
                grab(hand);
            }
        });
        slider.addEventFilter(KeyEvent.KEY_RELEASED, event -> release(hand, position));
        slider.focusedProperty().addListener((property, before, isFocused) -> {
            if (!isFocused) {
                release(hand, position);
            }
        });
    }

    /** Shows along the track what a tipping map foresees, or no longer. */
    void tint(Optional<Tint> tint) {
        tinted.show(tint);
        pseudoClassStateChanged(TINTED, tint.isPresent());
    }

    private void grab(Hand hand) {
        if (!isInHand) {
            isInHand = true;
            hand.grab();
        }
    }

    private void release(Hand hand, ReadOnlyDoubleProperty position) {
        if (isInHand) {
            isInHand = false;
            hand.release();
            slider.setValue(position.get());
        }
    }

    /** The slider itself, for names and focus. */
    Slider slider() {
        return slider;
    }

    @Override
    protected double computePrefHeight(double width) {
        return slider.prefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return slider.prefWidth(height);
    }

    @Override
    protected double computeMinHeight(double width) {
        return slider.minHeight(width);
    }

    @Override
    protected void layoutChildren() {
        slider.resizeRelocate(0, 0, getWidth(), getHeight());
        Node thumb = slider.lookup(".thumb");
        double thumbWidth =
                thumb == null ? THUMB_WIDTH : thumb.getLayoutBounds().getWidth();
        tinted.resizeRelocate(thumbWidth / 2, 0, Math.max(0, getWidth() - thumbWidth), getHeight());
        double markWidth = mark.prefWidth(-1);
        double markHeight = mark.prefHeight(-1);
        double centre = thumbWidth / 2 + markPosition.get() * (getWidth() - thumbWidth);
        mark.resizeRelocate(centre - markWidth / 2, (getHeight() - markHeight) / 2, markWidth, markHeight);
    }
}
