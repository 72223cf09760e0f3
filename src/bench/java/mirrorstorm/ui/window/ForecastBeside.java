package mirrorstorm.ui.window;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import mirrorstorm.scenario.Library;
import mirrorstorm.ui.playback.PlaybackMode;

/**
 * How much playing slows down while a forecast runs beside it: frames a second and simulated time a second, from the
 * same moment on, without a forecast and with one, in turns, medians of five. Needs a display.
 *
 * <p>{@code mvn -Pbench test -Dbench.main=mirrorstorm.ui.window.ForecastBeside}
 */
public final class ForecastBeside {

    private static final long FROM_NANOS = Duration.ofHours(3).toNanos();

    /** Shorter than a hundred futures take. */
    private static final long MILLIS = 8_000;

    private static final long WARM_UP_MILLIS = 10_000;
    private static final long LOOK_MILLIS = 20;
    private static final int REPEATS = 5;
    private static final long HORIZON_NANOS = Duration.ofHours(96).toNanos();
    private static final double NANOS_PER_SECOND = 1e9;

    private final MainWindow window;
    private final MainWindow.Models models;
    private final Stage stage;

    private ForecastBeside(MainWindow window, Stage stage) {
        this.window = window;
        this.models = window.models();
        this.stage = stage;
    }

    /** Plays and reports. */
    public static void main(String[] args) {
        Script.play(ForecastBeside::begin);
    }

    private static void begin() throws Exception {
        AppFolders places = AppFolders.in(Files.createTempDirectory("mirrorstorm-beside"));
        Stage stage = Script.fx(() -> new Stage());
        MainWindow window = Script.fx(() -> MainWindow.in(stage, places, Library.bundled("aws-2011")));
        new ForecastBeside(window, stage).measure();
    }

    private void measure() throws InterruptedException {
        Script.await(window, view -> view.timeNanos() > 0);
        play(PlaybackMode.FAST, WARM_UP_MILLIS);
        stand();
        play(PlaybackMode.AUTO, WARM_UP_MILLIS);
        System.out.println(
                "| playback mode | forecast | frames a second | 99th percentile, ms | simulated minutes a second |\n"
                        + "|---|---|---|---|---|");
        for (PlaybackMode mode : List.of(PlaybackMode.AUTO, PlaybackMode.FAST)) {
            Rows alone = new Rows();
            Rows beside = new Rows();
            for (int i = 0; i < REPEATS; i++) {
                open();
                watch(mode, alone);
                open();
                Runnable forecast = () -> models.actions().get("forecast").run();
                Script.fx(forecast);
                watch(mode, beside);
                Script.fx(forecast);
                Script.pause(MILLIS); // what is left of it comes to its end
            }
            alone.print(mode, "none");
            beside.print(mode, "under way");
        }
    }

    private void watch(PlaybackMode mode, Rows rows) throws InterruptedException {
        Frames frames = new Frames();
        Script.fx(frames::start);
        long begun = System.nanoTime();
        long played = play(mode, MILLIS);
        double seconds = (System.nanoTime() - begun) / NANOS_PER_SECOND;
        Script.fx(frames::stop);
        List<Double> millis = frames.take();
        rows.rates.add(millis.size() / seconds);
        rows.late.add(millis.get(millis.size() * 99 / 100));
        rows.minutes.add((played - FROM_NANOS) / NANOS_PER_SECOND / 60 / seconds);
    }

    /** What was measured of one kind, of which the medians count. */
    private static final class Rows {

        private final List<Double> rates = new ArrayList<>();
        private final List<Double> late = new ArrayList<>();
        private final List<Double> minutes = new ArrayList<>();

        private static double median(List<Double> values) {
            return values.stream().sorted().toList().get(values.size() / 2);
        }

        void print(PlaybackMode mode, String forecast) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %.0f | %.0f | %.0f |%n",
                    mode.name().toLowerCase(Locale.ROOT),
                    forecast,
                    median(rates),
                    median(late),
                    median(minutes));
        }
    }

    /** A run of its own for each row: where one has been, it is again at once. */
    private void open() throws InterruptedException {
        int before = Script.await(window, view -> true).history().number();
        Script.fx(() -> {
            models.files().openBundled("aws-2011");
            wake();
        });
        Script.await(window, view -> view.history().number() != before);
        stand();
    }

    /** Three hours into the storm, at rest. */
    private void stand() throws InterruptedException {
        Script.fx(() -> {
            models.playback().play(false);
            models.playback().seek(FROM_NANOS);
            wake();
        });
        Script.await(window, view -> !view.isPlaying() && view.timeNanos() == FROM_NANOS);
    }

    /** As any key does that somebody presses. */
    private void wake() {
        KeyEvent key = new KeyEvent(KeyEvent.KEY_RELEASED, "", "", KeyCode.SHIFT, false, false, false, false);
        Event.fireEvent(stage.getScene(), key);
    }

    /** Plays so long, or to the end; where the run stands then. */
    private long play(PlaybackMode mode, long millis) throws InterruptedException {
        Script.fx(() -> {
            models.playback().setMode(mode);
            models.playback().play(true);
            wake();
        });
        long end = System.nanoTime() + millis * 1_000_000;
        long now = 0;
        while (System.nanoTime() < end && now < HORIZON_NANOS) {
            Script.pause(LOOK_MILLIS);
            now = Script.fx(() -> models.playback().view().orElseThrow().timeNanos());
        }
        return now;
    }
}
