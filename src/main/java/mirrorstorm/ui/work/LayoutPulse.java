package mirrorstorm.ui.work;

import javafx.application.Platform;
import javafx.scene.Scene;

/** What is left until the toolkit has styled and laid out a scene. */
public final class LayoutPulse {

    private LayoutPulse() {}

    /** Runs something once, at the end of the next pulse in which the scene is shown. */
    public static void afterNext(Scene scene, Runnable what) {
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                what.run();
            }
        });
        Platform.requestNextPulse(); // where nothing has changed, there would be none
    }
}
