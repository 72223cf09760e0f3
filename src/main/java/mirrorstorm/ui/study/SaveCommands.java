package mirrorstorm.ui.study;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import mirrorstorm.ui.work.Form;

/** What saves what a study has found, as far as it is known. */
public record SaveCommands(Runnable png, Runnable csv, Runnable json) {

    /** A button that saves the picture. */
    public Button pngButton(String id, ObservableBooleanValue isUnknown) {
        return button("explore.png", id + "-png", png, isUnknown);
    }

    /** A button that saves the table. */
    public Button csvButton(String id, ObservableBooleanValue isUnknown) {
        return button("explore.csv", id + "-csv", csv, isUnknown);
    }

    /**
     * A button that saves everything for other programs.
     *
     * @param key what it is called
     */
    public Button jsonButton(String key, String id, ObservableBooleanValue isUnknown) {
        return button(key, id + "-json", json, isUnknown);
    }

    private static Button button(String key, String id, Runnable command, ObservableBooleanValue isUnknown) {
        Button button = Form.button(key, id, command);
        button.disableProperty().bind(isUnknown);
        return button;
    }
}
