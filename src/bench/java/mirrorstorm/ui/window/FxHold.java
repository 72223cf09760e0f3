package mirrorstorm.ui.window;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import mirrorstorm.model.BackoffPolicy;
import mirrorstorm.picture.stage.Pick;
import mirrorstorm.run.BenchCase;
import mirrorstorm.run.Row;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.ScenarioWriter;
import mirrorstorm.ui.playback.PlaybackMode;
import mirrorstorm.ui.window.FxHeartbeat.Hold;
import mirrorstorm.ui.window.FxHeartbeat.Holder;

/**
 * How long the FX thread is held: the window plays, and everything is done with it that somebody would do, while a
 * {@link FxHeartbeat} beats. Prints the row of the performance page and, below it, every kind of hold. Needs a display.
 *
 * <p>{@code mvn -Pbench test -Dbench.main=mirrorstorm.ui.window.FxHold}
 */
public final class FxHold {

    /** What the window is made of is loaded and compiled in the first seconds. */
    private static final long WARM_UP_MILLIS = 10_000;

    private static final long STEP_MILLIS = 1_000;
    private static final long FRAME_MILLIS = 16;
    private static final int LARGE_NODES = 10_000;
    private static final List<String> TOGGLES = List.of("charts", "charts", "story", "story", "levers", "levers");
    private static final List<String> TEXT = List.of("textLarger", "textLarger", "textSmaller", "textNormal");
    private static final List<String> WINDOWS = List.of("compare", "cause", "runbook", "explore");
    private static final List<String> CARDS =
            List.of("bundled", "newCluster", "export", "lastExit", "shortcuts", "about", "goTo");

    private final MainWindow window;
    private final MainWindow.Models models;
    private final Stage stage;
    private final Path folder;
    private final FxHeartbeat heart;

    private FxHold(MainWindow window, Stage stage, Path folder, FxHeartbeat heart) {
        this.window = window;
        this.models = window.models();
        this.stage = stage;
        this.folder = folder;
        this.heart = heart;
    }

    /** Plays and reports. */
    public static void main(String[] args) {
        Script.play(FxHold::measure);
    }

    private static void measure() throws Exception {
        Path folder = Files.createTempDirectory("mirrorstorm-hold");
        Stage stage = Script.fx(() -> new Stage());
        MainWindow window = Script.fx(() -> MainWindow.in(stage, AppFolders.in(folder), Library.bundled("aws-2011")));
        FxHeartbeat heart = new FxHeartbeat(Script.fx(Thread::currentThread));
        heart.start();
        new FxHold(window, stage, folder, heart).play();
        report(heart.end(), heart.beats());
    }

    private void play() throws Exception {
        Script.pause(WARM_UP_MILLIS);
        heart.measure();
        playAndSeek();
        change();
        look();
        openEverything();
        select(1_000);
        file();
        ask();
        large();
    }

    // What somebody does with the window

    private void act(String name, Runnable what) throws InterruptedException {
        heart.during(name);
        Script.fx(what);
        Script.pause(STEP_MILLIS);
    }

    private void action(String id) throws InterruptedException {
        act(id, () -> models.actions().get(id).run());
    }

    private void playAndSeek() throws InterruptedException {
        act("story", this::showStory);
        act("play", () -> models.playback().seek(Duration.ofMinutes(9).toNanos()));
        Script.pause(STEP_MILLIS);
        act("play fast", () -> models.playback().setMode(PlaybackMode.FAST));
        Script.pause(STEP_MILLIS);
        scrub("scrub");
        act("status page", () -> ((ToggleButton) stage.getScene().lookup("#status-tab")).fire());
        scrub("scrub with the status page");
        act("story", () -> ((ToggleButton) stage.getScene().lookup("#story-tab")).fire());
        act("play", () -> {
            models.playback().setMode(PlaybackMode.AUTO);
            models.playback().seek(Duration.ofHours(2).toNanos());
        });
        act("play", this::goOnPlaying);
    }

    /** In a small window it is not shown by itself. */
    private void showStory() {
        Action story = models.actions().get("story");
        if (!story.chosen().orElseThrow().get()) {
            story.run();
        }
    }

    /** A fast machine is at the end by now, and rests there. */
    private void goOnPlaying() {
        if (!models.playback().view().orElseThrow().isPlaying()) {
            models.actions().get("play").run();
        }
    }

    /** Through four days and back, somewhere else in every frame. */
    private void scrub(String name) throws InterruptedException {
        heart.during(name);
        for (int i = 0; i < 180; i++) {
            long time = Duration.ofHours(Math.abs(90 - i)).toNanos();
            Script.fx(() -> models.playback().seek(time));
            Script.pause(FRAME_MILLIS);
        }
        Script.pause(STEP_MILLIS);
    }

    private void change() throws InterruptedException {
        act("change a lever", () -> models.levers().at("search.backoff.policy").choose(BackoffPolicy.FULL_JITTER));
        Script.pause(STEP_MILLIS);
        action("undo");
        action("redo");
        action("undo");
        action("nodeCrash");
    }

    private void look() throws InterruptedException {
        for (String toggle : TOGGLES) {
            action(toggle);
        }
        for (String size : TEXT) {
            action(size);
        }
        for (ThemeChoice look : List.of(ThemeChoice.DARK, ThemeChoice.LIGHT, ThemeChoice.SYSTEM)) {
            act("look " + look.key(), () -> models.look().set(look));
        }
    }

    /** Twice: the second time everything is made and loaded. */
    private void openEverything() throws InterruptedException {
        for (String again : List.of("", " again")) {
            for (String id : WINDOWS) {
                act("open " + id + again, () -> models.actions().get(id).run());
                Script.pause(STEP_MILLIS);
                act("close " + id + again, this::closeOthers);
            }
            for (String id : CARDS) {
                act("card " + id + again, () -> models.actions().get(id).run());
                act("close card " + id + again, this::escape);
            }
        }
    }

    private void closeOthers() {
        List.copyOf(Window.getWindows()).stream().filter(each -> each != stage).forEach(Window::hide);
    }

    private void escape() {
        Scene scene = stage.getScene();
        Event.fireEvent(
                scene.getFocusOwner() == null ? scene : scene.getFocusOwner(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
    }

    private void select(int nodes) throws InterruptedException {
        Pick all = Pick.nodes(IntStream.range(0, nodes).boxed().toList());
        act("select one", () -> models.stage().select(7));
        act("select " + nodes, () -> models.stage().select(all));
        act("add " + nodes + " to the selection", () -> models.stage().selectToo(all));
        act("take " + nodes + " out of it", () -> models.stage().selectToo(all));
        act("select none", () -> models.stage().select(Pick.nothing()));
    }

    private void file() throws Exception {
        Path file = folder.resolve("other.storm.json");
        ScenarioWriter.write(Library.bundled("aws-2011-fragile"), file);
        while (models.playback().canUndoProperty().get()) { // nothing to be saved before
            action("undo");
        }
        act("open a file", () -> models.files().open(file));
        Script.pause(STEP_MILLIS);
    }

    private void ask() throws InterruptedException {
        action("forecast");
        Script.pause(3 * STEP_MILLIS);
        action("forecast");
    }

    /** The largest that is bearable: a million volumes. */
    private void large() throws Exception {
        Path file = folder.resolve("large.storm.json");
        ScenarioWriter.write(BenchCase.LARGE.scenario(), file);
        act("open 10,000 nodes", () -> models.files().open(file));
        Script.await(window, view -> view.snapshot().nodeCount() == LARGE_NODES);
        act("play 10,000 nodes", () -> models.playback()
                .seek(Duration.ofMinutes(10).toNanos()));
        Script.pause(3 * STEP_MILLIS);
        scrub("scrub 10,000 nodes");
        act("play 10,000 nodes", () -> models.playback()
                .seek(Duration.ofHours(2).toNanos()));
        Script.pause(STEP_MILLIS);
        select(LARGE_NODES);
    }

    // What came of it

    private static void report(List<Hold> holds, long beats) {
        double longest = holds.stream()
                .filter(each -> each.holder() == Holder.OURS)
                .mapToDouble(Hold::processor)
                .max()
                .orElse(0);
        Row.atMost("longest hold of the FX thread by our code, ms", FxHeartbeat.LONG_MILLIS, longest, longest);
        System.out.printf(Locale.ROOT, "%nOf %d beats, longer than %.0f ms:%n%n", beats, FxHeartbeat.LONG_MILLIS);
        System.out.println("| held by | while | times | longest, ms | processor, ms |\n|---|---|---|---|---|");
        Map<String, List<Hold>> kinds = holds.stream()
                .collect(Collectors.groupingBy(
                        each -> each.holder().name().toLowerCase(Locale.ROOT) + " " + each.place() + " | "
                                + each.during(),
                        TreeMap::new,
                        Collectors.toList()));
        kinds.forEach((kind, all) -> System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.0f | %.0f |%n",
                kind,
                all.size(),
                all.stream().mapToDouble(Hold::wall).max().orElse(0),
                all.stream().mapToDouble(Hold::processor).max().orElse(0)));
    }
}
