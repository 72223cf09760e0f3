package mirrorstorm.ui.window;

import java.util.concurrent.FutureTask;
import javafx.application.Application;
import javafx.stage.Stage;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;

/** The program with a window. */
public final class MirrorstormApp extends Application {

    /** What plays at the first start. */
    private static final String FIRST = "aws-2011";

    /** The first scenario, which is read while the toolkit starts. */
    private static final FutureTask<Scenario> READING = new FutureTask<>(() -> Library.bundled(FIRST));

    /** For JavaFX, which makes the application; everybody else calls {@link #start(String[])}. */
    public MirrorstormApp() {}

    /** Opens the window and returns when it has been closed. */
    public static void start(String[] args) {
        Thread reader = new Thread(READING, "mirrorstorm-reader");
        reader.setDaemon(true);
        reader.start();
        Application.launch(MirrorstormApp.class, args);
    }

    @Override
    public void start(Stage stage) throws Exception {
        READING.run(); // does nothing if it is read, or being read, already
        MainWindow.in(stage, AppFolders.ofUser(), READING.get());
    }
}
