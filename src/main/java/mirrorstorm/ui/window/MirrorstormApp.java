package mirrorstorm.ui.window;

import javafx.application.Application;
import javafx.stage.Stage;
import mirrorstorm.scenario.Library;

/** The program with a window. */
public final class MirrorstormApp extends Application {

    /** What plays at the first start. */
    private static final String FIRST = "aws-2011";

    /** For JavaFX, which makes the application; everybody else calls {@link #start(String[])}. */
    public MirrorstormApp() {}

    /** Opens the window and returns when it has been closed. */
    public static void start(String[] args) {
        Application.launch(MirrorstormApp.class, args);
    }

    @Override
    public void start(Stage stage) {
        MainWindow window = MainWindow.in(stage, Places.ofUser());
        window.begin(Library.bundled(FIRST));
    }
}
