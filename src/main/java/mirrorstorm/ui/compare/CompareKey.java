package mirrorstorm.ui.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import mirrorstorm.ui.keys.Shortcut;
import mirrorstorm.ui.words.Words;

/** A key of the window with variants side by side: its dispatch, its tooltips and the sheet of keys come from here. */
public enum CompareKey {
    PLAY("play", Shortcut.plain("Space")),
    ON("on", Shortcut.plain("Right")),
    BACK("back", Shortcut.plain("Left")),
    TO_START("toStart", Shortcut.plain("Home")),
    TO_END("toEnd", Shortcut.plain("End")),
    /** Each key is for the variant of its number. */
    ENLARGE("enlarge", Shortcut.plain("1"), Shortcut.plain("2"), Shortcut.plain("3"), Shortcut.plain("4")),
    /** Pressed on a stage that has the focus. */
    TOGGLE("toggle", Shortcut.plain("Enter")),
    SLOWER("slower", Shortcut.plain("<")),
    FASTER("faster", Shortcut.plain(">")),
    ALL("all", Shortcut.plain("Esc")),
    ZOOM_IN("zoomIn", Shortcut.control("+")),
    ZOOM_OUT("zoomOut", Shortcut.control("-")),
    ZOOM_ALL("zoomAll", Shortcut.shift("1"), Shortcut.control("0"));

    private final String id;
    private final List<Shortcut> keys;

    CompareKey(String id, Shortcut... keys) {
        this.id = id;
        this.keys = List.of(keys);
    }

    /** What a key is for; empty if it is for nothing here. */
    public static Optional<CompareKey> of(Shortcut key) {
        return Arrays.stream(values()).filter(each -> each.keys.contains(key)).findFirst();
    }

    /** Which of several keys it is, from 0; the number of the variant for {@link #ENLARGE}. */
    int indexOf(Shortcut key) {
        return keys.indexOf(key);
    }

    /** Its keys in a line. */
    public String keysText() {
        return keys.stream().map(Shortcut::text).collect(Collectors.joining(", "));
    }

    /** What it does, for the sheet of keys. */
    public String text() {
        return Words.text("compare." + id + ".does");
    }

    /** What it does and its key, for a tooltip. */
    String tip() {
        return Words.text("action.tip", text(), keysText());
    }

    /** The same for one variant of several. */
    String tip(int variant) {
        return Words.text("action.tip", text(), keys.get(variant).text());
    }
}
