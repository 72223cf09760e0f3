package mirrorstorm.ui.window;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.model.VolumeState;
import mirrorstorm.picture.chart.Chart;
import mirrorstorm.picture.stage.Pick;
import mirrorstorm.run.Snapshot;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;

/**
 * Opens windows, brings each to what is to be shown, and writes what is seen to a folder, the only argument besides
 * beginnings of names of single pictures. The README's pictures are made so.
 *
 * <p>{@code mvn -Pbench test -Dbench.main=mirrorstorm.ui.window.Screenshots -Djmh.args="target/screenshots"}
 */
public final class Screenshots {

    private static final long MINUTE = 60_000_000_000L;
    private static final long SETTLE_MILLIS = 900;

    private final Path folder;
    private final Predicate<String> isWanted;

    private Screenshots(Path folder, List<String> names) {
        this.folder = folder;
        isWanted = name -> names.isEmpty() || names.stream().anyMatch(name::startsWith);
    }

    /** What is done in a window before it is shot. */
    interface Prepare {
        void in(MainWindow window, Stage stage) throws Exception;
    }

    /** What is done in a window before another one, which it has opened, is shot. */
    interface Opening {
        Stage in(MainWindow window, Stage stage) throws Exception;
    }

    /** Makes all pictures, or those whose names begin so. */
    public static void main(String[] given) {
        String[] args = Script.own(given);
        Path folder = Path.of(args.length > 0 ? args[0] : "target/screenshots");
        List<String> names = args.length > 1 ? List.of(args).subList(1, args.length) : List.of();
        Script.play(() -> new Screenshots(folder, names).all());
    }

    private void all() throws Exception {
        Files.createDirectories(folder);
        Scenario storm = Library.bundled("aws-2011");
        for (ThemeChoice look : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
            sizes(storm, look);
            cards(storm, look);
            close(storm, look);
            new ToolShots(this).all(look);
            shoot("message-" + look.key(), storm, 1280, 800, look, 1, (window, stage) -> {
                seek(window, 13 * MINUTE);
                Path broken = Files.writeString(
                        folder.resolve("broken.storm.json"),
                        "{\"schema\":1,\n\"cluster\":{\"nodez\":3,\n\"volumes\":-1}}");
                Script.fx(() -> window.models().files().open(broken));
                Script.pause(SETTLE_MILLIS);
                Files.delete(broken);
            });
        }
    }

    /** The window as a whole, in the sizes that screens have. */
    private void sizes(Scenario storm, ThemeChoice look) throws Exception {
        Prepare early = (window, stage) -> seek(window, 13 * MINUTE);
        Prepare deep = (window, stage) -> seek(window, 338 * MINUTE);
        String end = "-" + look.key();
        shoot("first-start" + end, storm, 1280, 800, look, 1, (window, stage) -> {
            seek(window, 11 * MINUTE);
            run(window, "tour");
        });
        shoot("storm" + end, storm, 1280, 800, look, 1, deep);
        shoot("wide" + end, storm, 1920, 1080, look, 1, deep);
        shoot("readme" + end, storm, 1600, 900, look, 1, deep);
        shoot("small" + end, storm, 1024, 700, look, 1, early);
        shoot("text150" + end, storm, 1280, 800, look, 1.5, early);
        shoot("text150-small" + end, storm, 1024, 700, look, 1.5, early);
        shoot("text150-wide" + end, storm, 1920, 1080, look, 1.5, deep);
        shoot("text200-small" + end, storm, 1024, 700, look, 2, early);
        shoot("huge" + end, storm, 3840, 2160, look, 2, deep);
        shoot("nodes10000" + end, large(), 1600, 1000, look, 1, early);
        shoot("branches" + end, storm, 1280, 800, look, 1, (window, stage) -> {
            seek(window, 60 * MINUTE);
            seek(window, 5 * MINUTE);
            run(window, "addNodes");
            seek(window, 40 * MINUTE);
        });
        shoot("status" + end, storm, 1600, 900, look, 1, (window, stage) -> {
            seek(window, 338 * MINUTE);
            Script.fx(() -> ((ToggleButton) stage.getScene().lookup("#status-tab")).fire());
        });
        shoot("all-charts" + end, storm, 1920, 1080, look, 1, (window, stage) -> {
            seek(window, 700 * MINUTE);
            for (Chart chart : Chart.values()) {
                Action shown = window.models().actions().get("chart." + chart);
                Script.fx(() -> shown.chosen().orElseThrow().set(true));
            }
        });
    }

    /** What is looked into: a rack, a node, a volume, the control plane and a request there. */
    private void close(Scenario storm, ThemeChoice look) throws Exception {
        String end = "-" + look.key();
        shoot("rack" + end, storm, 1280, 800, look, 1, (window, stage) -> {
            seek(window, 200 * MINUTE);
            Script.fx(() -> window.models().stage().select(new Pick.Rack(5)));
            run(window, "zoomSelection");
        });
        shoot("why-node" + end, storm, 1280, 800, look, 1, (window, stage) -> {
            seek(window, 13 * MINUTE);
            Script.fx(() -> window.models().stage().select(17));
        });
        shoot("why-volume" + end, storm, 1280, 800, look, 1, (window, stage) -> {
            seek(window, 200 * MINUTE);
            Script.fx(() -> window.models().stage().select(searching(window)));
            Script.pause(SETTLE_MILLIS);
            run(window, "zoomSelection");
        });
        shoot("why-plane" + end, storm, 1280, 800, look, 1, (window, stage) -> {
            seek(window, 60 * MINUTE);
            Script.fx(() -> window.models().stage().select(new Pick.ControlPlane()));
        });
        shoot("why-request" + end, storm, 1280, 800, look, 1, (window, stage) -> {
            seek(window, 60 * MINUTE);
            Script.fx(() -> window.models().stage().select(new Pick.ThreadSlot(40)));
        });
        shoot("why-waiting" + end, storm, 1280, 800, look, 1, (window, stage) -> {
            seek(window, 60 * MINUTE);
            Script.fx(() -> window.models().stage().select(new Pick.Queue()));
        });
    }

    private void cards(Scenario storm, ThemeChoice look) throws Exception {
        card("gallery", storm, look, "bundled", 12_000);
        card("my-cluster", storm, look, "newCluster", 0);
        card("export", storm, look, "export", 0);
        card("keys", storm, look, "shortcuts", 0);
        card("about", storm, look, "about", 0);
    }

    private static Pick searching(MainWindow window) {
        Snapshot now = window.models().playback().view().orElseThrow().snapshot();
        for (int volume = 0; volume < now.volumeCount(); volume++) {
            if (now.volumeState(volume) == VolumeState.SEARCHING) {
                return new Pick.Volume(volume, Math.max(now.placeNode(volume, 0), now.placeNode(volume, 1)));
            }
        }
        return Pick.nothing();
    }

    private void card(String name, Scenario scenario, ThemeChoice look, String action, long millis) throws Exception {
        for (double scale : List.of(1.0, 1.5)) {
            String scaled = name + (scale == 1 ? "" : "-text150") + "-" + look.key();
            shoot(scaled, scenario, 1280, 800, look, scale, (window, stage) -> {
                seek(window, 13 * MINUTE);
                run(window, action);
                Script.pause(millis);
            });
        }
    }

    private static Scenario large() {
        Intervention trigger = new Intervention.Isolate(new NodeTarget.Share(0.25), java.time.Duration.ofMinutes(1));
        return Scenario.DEFAULTS
                .withLever("cluster.nodes", 10_000)
                .withLever("cluster.racks", 250)
                .withLever("cluster.volumes", 200_000)
                .withTimeline(List.of(new TimedIntervention(10 * MINUTE, trigger)));
    }

    static void seek(MainWindow window, long timeNanos) throws InterruptedException {
        Script.await(window, view -> true);
        Script.fx(() -> {
            window.models().playback().play(false);
            window.models().playback().seek(timeNanos);
        });
        Script.await(window, view -> view.timeNanos() == timeNanos && !view.isSeeking());
    }

    static void run(MainWindow window, String action) throws InterruptedException {
        Script.fx(() -> window.models().actions().get(action).run());
    }

    void shoot(
            String name,
            Scenario scenario,
            double width,
            double height,
            ThemeChoice look,
            double scale,
            Prepare prepare)
            throws Exception {
        shoot(name, scenario, new double[] {width, height}, look, scale, (window, stage) -> {
            prepare.in(window, stage);
            return stage;
        });
    }

    /** Shoots a window that the main one has opened. */
    void shootThat(String name, Scenario scenario, ThemeChoice look, Opening opening) throws Exception {
        shoot(name, scenario, new double[] {1280, 800}, look, 1, opening);
    }

    private void shoot(String name, Scenario scenario, double[] size, ThemeChoice look, double scale, Opening opening)
            throws Exception {
        if (!isWanted.test(name)) {
            return;
        }
        Path home = Files.createTempDirectory("mirrorstorm-shot");
        AppFolders places = new AppFolders(
                home.resolve("window.properties"),
                home.resolve("drafts"),
                folder.resolve("thumbnails"),
                home.resolve("sweeps"));
        Preferences preferences = Preferences.in(places.preferences());
        preferences.put("width", Double.toString(size[0]));
        preferences.put("height", Double.toString(size[1]));
        preferences.put("look", look.key());
        preferences.put("textScale", Double.toString(scale));
        preferences.put("tour", "true");
        preferences.save();
        Stage stage = Script.fx(() -> new Stage());
        MainWindow window = Script.fx(() -> {
            MainWindow made = MainWindow.in(stage, places);
            made.begin(scenario);
            // whatever the screen has room for
            stage.setWidth(size[0]);
            stage.setHeight(size[1]);
            return made;
        });
        Stage shown = opening.in(window, stage);
        Script.pause(SETTLE_MILLIS);
        Script.shoot(Script.fx(shown::getScene), folder.resolve(name + ".png"));
        System.out.println(name);
        Script.fx(stage::hide);
    }
}
