package mirrorstorm.ui.window;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import mirrorstorm.ui.charts.ChartsViewModel;
import mirrorstorm.ui.playback.PlaybackMode;
import mirrorstorm.ui.playback.PlaybackViewModel;

/** Where the window is, how it is divided and how it looks: kept in the preferences from one start to the next. */
final class WindowLayout {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double WIDTH_MIN = 1024;
    private static final double HEIGHT_MIN = 700;

    /** Narrower windows, in pixels at text scale 1, show the levers only when they are told to. */
    private static final double WIDTH_WITH_LEVERS = 640;

    /** Lower windows, likewise, show the charts only when they are told to. */
    private static final double HEIGHT_WITH_CHARTS = 400;

    /** Narrower windows show the log only when they are told to: the stage needs the room. */
    private static final double WIDTH_WITH_LOG = 1500;

    /** So much of a window has to be on a screen for it to be opened there again. */
    private static final double VISIBLE_MIN = 100;

    /** What a window has above its contents. */
    private static final double TITLE_BAR = 36;

    private final Preferences preferences;

    WindowLayout(Preferences preferences) {
        this.preferences = preferences;
    }

    /** As it was, as far as the screen has room. */
    double width() {
        return Math.min(preferences.number("width", WIDTH), screen().getWidth());
    }

    /** As {@link #width}. */
    double height() {
        return Math.min(preferences.number("height", HEIGHT), screen().getHeight() - TITLE_BAR);
    }

    /** The part of a screen that is free for windows: of the one that the window was on, if that is still there. */
    private Rectangle2D screen() {
        double x = preferences.number("x", Double.NaN);
        double y = preferences.number("y", Double.NaN);
        return Screen.getScreens().stream()
                .filter(screen -> isOn(screen, x, y))
                .findFirst()
                .orElse(Screen.getPrimary())
                .getVisualBounds();
    }

    /** Which panels are shown; a change is remembered. */
    Actions.Panels panels() {
        double scale = preferences.number("textScale", 1);
        double letters = width() / scale;
        return new Actions.Panels(
                shown("levers", letters >= WIDTH_WITH_LEVERS),
                shown("story", letters >= WIDTH_WITH_LOG),
                shown("charts", height() / scale >= HEIGHT_WITH_CHARTS));
    }

    private BooleanProperty shown(String panel, boolean isShownAtFirst) {
        return remembered("panel." + panel, isShownAtFirst);
    }

    /** Something that is on or off, as it was when the window was last open; a change is remembered. */
    BooleanProperty remembered(String key, boolean absent) {
        String chosen = preferences.get(key, Boolean.toString(absent));
        BooleanProperty property = new SimpleBooleanProperty(Boolean.parseBoolean(chosen));
        property.addListener((observed, before, now) -> preferences.put(key, now.toString()));
        return property;
    }

    /** Look and size of text as they were; a change is remembered. */
    void restore(Styles styles) {
        styles.lookProperty().set(ThemeChoice.of(preferences.get("look", ThemeChoice.SYSTEM.key())));
        DoubleProperty scale = styles.textScaleProperty();
        scale.set(Math.max(Styles.TEXT_MIN, Math.min(Styles.TEXT_MAX, preferences.number("textScale", 1))));
        styles.lookProperty().addListener((property, before, now) -> preferences.put("look", now.key()));
        scale.addListener((property, before, now) -> preferences.put("textScale", now.toString()));
    }

    /** The playback mode that was chosen; at first the speed is automatic. */
    void restore(PlaybackViewModel playback) {
        playback.setMode(PlaybackMode.of(preferences.get("gear", PlaybackMode.AUTO.name())));
        playback.modeProperty().addListener((property, before, now) -> preferences.put("gear", now.name()));
    }

    /** Which charts were shown, and how; a change is remembered. */
    void restore(ChartsViewModel charts) {
        charts.restore(preferences.get("charts", ""));
        charts.optionsProperty().addListener((property, before, now) -> preferences.put("charts", charts.text()));
    }

    /** Where a divider was; a change is remembered. */
    void restore(SplitPane split, String name, double absent) {
        String key = "divider." + name;
        split.setDividerPositions(Math.max(0, Math.min(1, preferences.number(key, absent))));
        split.getDividers().get(0).positionProperty().addListener((property, before, now) -> {
            if (split.getScene() != null && split.getScene().getWindow() != null) {
                preferences.put(key, now.toString());
            }
        });
    }

    /** Puts the window where it was, if that is on a screen; at the first start it takes all of the screen. */
    void restore(Stage stage) {
        // Some window managers open a window that has bounds at the least of them: it gets them once it is shown.
        stage.addEventHandler(WindowEvent.WINDOW_SHOWN, event -> {
            stage.setMinWidth(Math.min(WIDTH_MIN, screen().getWidth()));
            stage.setMinHeight(Math.min(HEIGHT_MIN, screen().getHeight()));
        });
        double x = preferences.number("x", Double.NaN);
        double y = preferences.number("y", Double.NaN);
        if (isOnScreen(x, y)) {
            stage.setX(x);
            stage.setY(y);
        }
        stage.setMaximized(Boolean.parseBoolean(preferences.get("maximised", "true")));
    }

    private static boolean isOnScreen(double x, double y) {
        return Screen.getScreens().stream().anyMatch(screen -> isOn(screen, x, y));
    }

    private static boolean isOn(Screen screen, double x, double y) {
        return screen.getVisualBounds().contains(x, y, VISIBLE_MIN, VISIBLE_MIN);
    }

    /** Writes down where the window is. */
    void keep(Stage stage) {
        preferences.put("maximised", Boolean.toString(stage.isMaximized()));
        if (!stage.isMaximized() && !stage.isFullScreen()) {
            Scene scene = stage.getScene();
            preferences.put("width", Double.toString(scene.getWidth()));
            preferences.put("height", Double.toString(scene.getHeight()));
            preferences.put("x", Double.toString(stage.getX()));
            preferences.put("y", Double.toString(stage.getY()));
        }
        preferences.save();
    }
}
