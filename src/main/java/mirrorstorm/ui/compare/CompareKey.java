package mirrorstorm.ui.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mirrorstorm.ui.keys.Shortcut;
import mirrorstorm.ui.words.UiMessages;

/** A key of the window with variants side by side: its dispatch, its tooltips and the sheet of keys come from here. */
public enum CompareKey {
    PLAY("play"),
    ON("on"),
    BACK("back"),
    TO_START("toStart"),
    TO_END("toEnd"),
    /** Each key is for the variant of its number. */
    ENLARGE("enlarge"),
    /** Pressed on a stage that has the focus. */
    TOGGLE("toggle"),
    SLOWER("slower"),
    FASTER("faster"),
    ALL("all"),
    ZOOM_IN("zoomIn"),
    ZOOM_OUT("zoomOut"),
    ZOOM_ALL("zoomAll");

    private final String id;

    CompareKey(String id) {
        this.id = id;
    }

    /** All keys that do it, the most likely one first. */
    private List<Shortcut> keys() {
        return switch (this) {
            case PLAY -> List.of(Shortcut.plain("Space"));
            case ON -> List.of(Shortcut.plain("Right"));
            case BACK -> List.of(Shortcut.plain("Left"));
            case TO_START -> List.of(Shortcut.plain("Home"));
            case TO_END -> List.of(Shortcut.plain("End"));
            case ENLARGE -> Stream.of("1", "2", "3", "4").map(Shortcut::plain).toList();
            case TOGGLE -> List.of(Shortcut.plain("Enter"));
            case SLOWER -> List.of(Shortcut.plain("<"));
            case FASTER -> List.of(Shortcut.plain(">"));
            case ALL -> List.of(Shortcut.plain("Esc"));
            case ZOOM_IN -> List.of(Shortcut.control("+"));
            case ZOOM_OUT -> List.of(Shortcut.control("-"));
            case ZOOM_ALL -> List.of(Shortcut.shift("1"), Shortcut.control("0"));
        };
    }

    /** What a key is for; empty if it is for nothing here. */
    public static Optional<CompareKey> of(Shortcut key) {
        return Arrays.stream(values()).filter(each -> each.keys().contains(key)).findFirst();
    }

    /** Which of several keys it is, from 0; the number of the variant for {@link #ENLARGE}. */
    int indexOf(Shortcut key) {
        return keys().indexOf(key);
    }

    /** Its keys in a line. */
    public String keysText() {
        return keys().stream().map(Shortcut::text).collect(Collectors.joining(", "));
    }

    /** What it does, for the sheet of keys. */
    public String text() {
        return UiMessages.text("compare." + id + ".does");
    }

    /** What it does and its key, for a tooltip. */
    String tip() {
        return UiMessages.text("action.tip", text(), keysText());
    }

    /** The same for one variant of several. */
    String tip(int variant) {
        return UiMessages.text("action.tip", text(), keys().get(variant).text());
    }
}
