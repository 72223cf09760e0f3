package mirrorstorm.ui.window;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.FutureTask;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.image.ImageView;
import javafx.stage.Stage;
import mirrorstorm.run.Row;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.ui.stage.PaintedPane;
import mirrorstorm.ui.stage.StagePane;

/**
 * What somebody waits for who starts the program, and what it costs while it is paused: in fresh machines, each with a
 * home of its own, the seconds from the start of the process to the first frame that shows the storm; in the last of
 * them, the share of a core that the paused window takes. Needs a display.
 *
 * <p>{@code mvn -Pbench test -Dbench.main=mirrorstorm.ui.window.StartUp}
 */
public final class StartUp {

    private static final int REPEATS = 5;
    private static final String CHILD = "child";
    private static final String IDLE = "idle";
    private static final String SHOWN = "shown";
    private static final double START_MAX = 3;
    private static final double IDLE_MAX = 0.02;
    private static final long SETTLE_MILLIS = 5_000;
    private static final long IDLE_MILLIS = 10_000;

    private StartUp() {}

    /** Measures, or is what is measured. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length > 0 && (args[0].equals(CHILD) || args[0].equals(IDLE))) {
            Started.staysIdle = args[0].equals(IDLE);
            ClassLoader.getSystemClassLoader().setPackageAssertionStatus("mirrorstorm", true);
            System.setProperty("java.awt.headless", "true");
            Thread reader = new Thread(Started.READING);
            reader.setDaemon(true);
            reader.start();
            Application.launch(Started.class);
            return;
        }
        List<Double> starts = new ArrayList<>();
        List<Double> idles = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            measure(i == REPEATS - 1 ? IDLE : CHILD, starts, idles);
        }
        Row.atMost("from the start to the first frame of the storm, s", START_MAX, median(starts), Double.NaN);
        Row.atMost("paused window, share of a core", IDLE_MAX, median(idles), Double.NaN);
    }

    private static void measure(String how, List<Double> starts, List<Double> idles)
            throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StartUp.class.getName(),
                how);
        long from = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader printed =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String line = printed.readLine(); line != null; line = printed.readLine()) {
                if (line.equals(SHOWN)) {
                    starts.add((System.nanoTime() - from) / 1e9);
                } else if (line.startsWith("idle ")) {
                    idles.add(Double.parseDouble(line.substring("idle ".length())));
                }
            }
        }
        process.waitFor();
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        return values.isEmpty() ? Double.NaN : values.get(values.size() / 2);
    }

    /** The program, which tells when it is seen. */
    public static final class Started extends Application {

        private static final FutureTask<Scenario> READING = new FutureTask<>(() -> Library.bundled("aws-2011"));

        private static volatile boolean staysIdle;

        /** For JavaFX. */
        public Started() {}

        /** As {@link MirrorstormApp} does. */
        @Override
        public void start(Stage stage) throws Exception {
            AppFolders places = AppFolders.in(Files.createTempDirectory("mirrorstorm-start"));
            MainWindow window = MainWindow.in(stage, places, READING.get());
            new AnimationTimer() {
                private boolean isOnItsWay;

                @Override
                public void handle(long now) {
                    if (isOnItsWay) { // the frame before this one had it
                        stop();
                        System.out.println(SHOWN);
                        if (staysIdle) {
                            new Thread(() -> idle(window)).start();
                        } else {
                            Runtime.getRuntime().halt(0);
                        }
                    }
                    isOnItsWay = shows(stage);
                }
            }.start();
        }

        private static boolean shows(Stage stage) {
            return stage.getScene().getRoot().lookup(".stage") instanceof StagePane pane
                    && pane.getChildren().get(0) instanceof PaintedPane picture
                    && picture.getChildrenUnmodifiable().get(0) instanceof ImageView view
                    && view.getImage() != null;
        }

        private static void idle(MainWindow window) {
            OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            try {
                Script.fx(() -> window.models().playback().play(false));
                Script.pause(SETTLE_MILLIS);
                long cpu = system.getProcessCpuTime();
                long wall = System.nanoTime();
                Script.pause(IDLE_MILLIS);
                double share = (system.getProcessCpuTime() - cpu) / (double) (System.nanoTime() - wall);
                System.out.printf(Locale.ROOT, "idle %.4f%n", share);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(0);
        }
    }
}
