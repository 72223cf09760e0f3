package mirrorstorm.ui.window;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.stage.Window;
import mirrorstorm.picture.Fonts;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.TextStyle;
import mirrorstorm.picture.Theme;

/**
 * How the window looks: AtlantaFX for the controls, the painters' colours and font for everything, one style sheet of
 * our own on top. All of it follows the chosen look and the size of text.
 */
final class Styles {

    /** Smallest and largest text, and one step between them. */
    static final double TEXT_MIN = 0.8;

    static final double TEXT_MAX = 2;
    static final double TEXT_STEP = 0.1;

    /** Of an icon, as a multiple of the text. */
    private static final double ICON_SIZE = 1.2;

    /** Has a rule, which says nothing: see {@link #touch}. */
    private static final PseudoClass TOUCHED = PseudoClass.getPseudoClass("touched");

    private static final String OWN = "/mirrorstorm/ui/app.css";
    private static final String OWN_SHEET = ownSheet();

    private final ObjectProperty<ThemeChoice> look = new SimpleObjectProperty<>(ThemeChoice.SYSTEM);
    private final DoubleProperty textScale = new SimpleDoubleProperty(1);
    private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(Theme.LIGHT);
    private final List<Scene> scenes = new ArrayList<>();
    private List<String> sheets = List.of();
    private Color ground = Color.WHITE;
    private boolean isSystemDark;

    Styles() {
        load(Fonts.REGULAR);
        load(Fonts.SEMIBOLD);
        look.addListener((property, before, now) -> refresh());
        textScale.addListener((property, before, now) -> refresh());
        refresh();
    }

    private static void load(String font) {
        try (InputStream in = Styles.class.getResourceAsStream(font)) {
            if (in == null || Font.loadFont(in, TextStyle.BODY.size()) == null) {
                throw new IllegalStateException("the font " + font + " cannot be loaded");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the system was found to be. */
    void followSystem(boolean isDark) {
        if (isDark != isSystemDark) { // every node would be styled anew
            isSystemDark = isDark;
            refresh();
        }
    }

    private void refresh() {
        boolean isDark = look.get() == ThemeChoice.DARK || (look.get() == ThemeChoice.SYSTEM && isSystemDark);
        Theme next = isDark ? Theme.DARK : Theme.LIGHT;
        String controls =
                isDark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
        if (!controls.equals(Application.getUserAgentStylesheet())) {
            scenes.stream().filter(Styles::isShown).forEach(Styles::touch);
            Application.setUserAgentStylesheet(controls);
        }
        double size = TextStyle.BODY.size() * textScale.get();
        // an icon's em is its own size, which would grow with every pass: so icons have pixels
        String root = String.format(
                Locale.ROOT,
                ".root {%s-fx-font-size: %.2fpx;}\n.root:touched {-fx-opacity: 1;}\n"
                        + ".ikonli-font-icon {-fx-icon-size: %.0fpx;}",
                next.css(),
                size,
                ICON_SIZE * size);
        String encoded = Base64.getEncoder().encodeToString(root.getBytes(StandardCharsets.UTF_8));
        sheets = List.of("data:text/css;base64," + encoded, OWN_SHEET);
        ground = Color.web(next.hex(Ink.SURFACE));
        scenes.forEach(this::dressIfShown);
        theme.set(next);
    }

    /** Whoever is not seen is dressed when it is shown: styling a scene takes as long as all of its nodes. */
    private void dressIfShown(Scene scene) {
        if (isShown(scene)) {
            putOn(scene);
        }
    }

    private static boolean isShown(Scene scene) {
        Window window = scene.getWindow();
        return window != null && window.isShowing();
    }

    /**
     * Another sheet makes the toolkit match every node with every rule at once, and once more in its next pulse if
     * another one follows. It leaves all of it to the pulse if the root has to be styled by then in any case.
     */
    private static void touch(Scene scene) {
        scene.getRoot().pseudoClassStateChanged(TOUCHED, true);
        scene.getRoot().pseudoClassStateChanged(TOUCHED, false);
    }

    /** Changes only what is another one: each change styles every node anew, and what is put on again is read again. */
    private void putOn(Scene scene) {
        scene.setFill(ground); // what is seen until the root is styled: else a dark window flashes white
        List<String> worn = scene.getStylesheets();
        if (worn.isEmpty()) {
            worn.addAll(sheets);
            return;
        }
        for (int i = 0; i < sheets.size(); i++) {
            if (!sheets.get(i).equals(worn.get(i))) {
                touch(scene);
                worn.set(i, sheets.get(i));
            }
        }
    }

    private static String ownSheet() {
        URL sheet = Styles.class.getResource(OWN);
        if (sheet == null) {
            throw new IllegalStateException(OWN + " is not on the class path");
        }
        return sheet.toExternalForm();
    }

    /** Dresses a scene, now and, while its window is shown, whenever the look changes; once more at each showing. */
    void dress(Scene scene) {
        putOn(scene);
        if (!scenes.contains(scene)) {
            scenes.add(scene);
        }
    }

    /** Dresses a dialog as things are now. */
    void dress(Parent pane) {
        pane.getStylesheets().setAll(sheets);
    }

    /** Makes text larger, by steps. */
    void enlargeText(int steps) {
        double scale = Math.rint((textScale.get() + steps * TEXT_STEP) / TEXT_STEP) * TEXT_STEP;
        textScale.set(Math.max(TEXT_MIN, Math.min(TEXT_MAX, scale)));
    }

    ObjectProperty<ThemeChoice> lookProperty() {
        return look;
    }

    /** The size of text; 1 for a screen at arm's length. */
    DoubleProperty textScaleProperty() {
        return textScale;
    }

    /** The painters' colours. */
    ReadOnlyObjectProperty<Theme> themeProperty() {
        return theme.getReadOnlyProperty();
    }
}
