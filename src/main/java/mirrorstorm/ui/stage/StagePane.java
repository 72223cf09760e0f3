package mirrorstorm.ui.stage;

import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import mirrorstorm.picture.Pick;
import mirrorstorm.picture.StageLayout;
import mirrorstorm.picture.Theme;
import mirrorstorm.ui.playback.RunView;
import mirrorstorm.ui.words.Words;
import org.jspecify.annotations.Nullable;

/** The stage on the screen: hands the newest view to the painter, and the pointer to the view model. */
public final class StagePane extends StackPane {

    private static final double NANOS_PER_SECOND = 1e9;

    /** More than this between two pictures is no animation any more. */
    private static final double REAL_SECONDS_MAX = 0.25;

    private final StageViewModel model;
    private final ObservableValue<Theme> theme;
    private final ObservableDoubleValue textScale;
    private final LongSupplier nanoTime;
    private final PaintedPane picture;
    private final StageArtist artist = new StageArtist();
    private volatile @Nullable StageLayout layout;
    private double layoutScale = 1;
    private boolean isStale = true;
    private long paintedNanos;

    /**
     * @param painter  runs one task at a time
     * @param menu     what can be done to the selected node
     * @param nanoTime the real world's clock, nanoseconds
     */
    public StagePane(
            StageViewModel model,
            ObservableValue<Theme> theme,
            ObservableDoubleValue textScale,
            Executor painter,
            ContextMenu menu,
            LongSupplier nanoTime) {
        this.model = model;
        this.theme = theme;
        this.textScale = textScale;
        this.nanoTime = nanoTime;
        picture = new PaintedPane(painter);
        getStyleClass().add("stage");
        getChildren().add(picture);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(Words.text("stage.accessible"));
        accessibleHelpProperty().bind(model.sentenceProperty());
        listen(menu);
    }

    private void listen(ContextMenu menu) {
        model.viewProperty().addListener((property, before, now) -> isStale = true);
        model.hoveredProperty().addListener((property, before, now) -> isStale = true);
        model.selectionProperty().addListener((property, before, now) -> isStale = true);
        theme.addListener((property, before, now) -> isStale = true);
        textScale.addListener((property, before, now) -> isStale = true);
        widthProperty().addListener((property, before, now) -> isStale = true);
        heightProperty().addListener((property, before, now) -> isStale = true);
        setOnMouseMoved(event -> model.hover(pickAt(event.getX(), event.getY())));
        setOnMouseExited(event -> model.hover(Pick.nothing()));
        setOnMousePressed(event -> {
            requestFocus();
            menu.hide();
        });
        setOnMouseClicked(this::select);
        setOnContextMenuRequested(event -> showMenu(menu, event));
    }

    private void select(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            model.select(nodeAt(event.getX(), event.getY()));
        }
    }

    private void showMenu(ContextMenu menu, ContextMenuEvent event) {
        int node = event.isKeyboardTrigger() ? model.selectedProperty().get() : nodeAt(event.getX(), event.getY());
        if (node != StageViewModel.NONE) {
            model.select(node);
            menu.show(this, event.getScreenX(), event.getScreenY());
        }
    }

    private Pick pickAt(double x, double y) {
        int node = nodeAt(x, y);
        return node == StageViewModel.NONE ? Pick.nothing() : Pick.node(node);
    }

    /** The node at a point of this pane, or {@link StageViewModel#NONE}. */
    int nodeAt(double x, double y) {
        StageLayout known = layout;
        return known == null ? StageViewModel.NONE : known.nodeAt(x * layoutScale, y * layoutScale);
    }

    /** Called once a frame: shows what was painted and orders the next picture; whether more is to come. */
    public boolean onFrame() {
        picture.onFrame();
        layoutScale = picture.scale();
        RunView view = model.viewProperty().get();
        if (view == null) {
            return false;
        }
        if ((isStale || view.isPlaying()) && !picture.isBusy()) {
            order(view);
        }
        return isStale || picture.isBusy();
    }

    private void order(RunView view) {
        long now = nanoTime.getAsLong();
        double realSeconds = Math.min(REAL_SECONDS_MAX, (now - paintedNanos) / NANOS_PER_SECOND);
        StageArtist.Order order = new StageArtist.Order(
                view.snapshot(),
                view.course().number(),
                view.isPlaying(),
                realSeconds,
                model.hoveredProperty().get().singleNode(),
                model.selectedProperty().get(),
                theme.getValue(),
                textScale.get());
        boolean isOrdered = picture.paint((image, scale) -> layout = artist.paint(image, scale, order));
        if (isOrdered) {
            paintedNanos = now;
            isStale = false;
        }
    }
}
