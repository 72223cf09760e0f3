package mirrorstorm.ui.window;

import java.util.List;
import java.util.Map;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.InputEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;

/** The pictures of what takes many runs to say: windows beside the main one, and what they leave in it. */
final class ToolShots {

    private static final long MINUTE = 60_000_000_000L;
    private static final long PATIENCE_MILLIS = 240_000;
    private static final long SETTLE_MILLIS = 1500;

    private final Screenshots shots;

    ToolShots(Screenshots shots) {
        this.shots = shots;
    }

    void all(ThemeChoice look) throws Exception {
        Scenario storm = Library.bundled("aws-2011-class");
        String end = "-" + look.key();
        for (double[] size : new double[][] {{1920, 1080}, {1280, 800}}) {
            String wide = size[0] > 1280 ? "" : "-1280";
            beside("causes" + wide + end, storm, size, look, this::causes);
            beside("runbook" + wide + end, storm, size, look, this::runbook);
            beside("map" + wide + end, storm, size, look, this::map);
            beside("compare2" + wide + end, storm, size, look, (window, stage) -> compare(window, stage, 1));
            beside("compare4" + wide + end, storm, size, look, (window, stage) -> compare(window, stage, 3));
        }
        shots.shoot("tints" + end, storm, 1920, 1080, look, 1, (window, stage) -> {
            Screenshots.seek(window, 40 * MINUTE);
            Stage shown = map(window, stage);
            Script.fx(shown::close);
        });
        Scenario fragile = Library.bundled("aws-2011-fragile");
        shots.shoot("last-exit" + end, fragile, 1920, 1080, look, 1, this::lastExit);
        shots.shoot("forecast" + end, storm, 1600, 900, look, 1, (window, stage) -> {
            Screenshots.seek(window, 60 * MINUTE);
            Screenshots.run(window, "forecast");
            Script.pause(20_000);
        });
    }

    private void beside(String name, Scenario scenario, double[] size, ThemeChoice look, Screenshots.Opening opening)
            throws Exception {
        shots.shootThat(name, scenario, look, (window, stage) -> {
            Screenshots.seek(window, 40 * MINUTE);
            Stage shown = opening.in(window, stage);
            Script.fx(() -> {
                shown.setX(0);
                shown.setY(0);
                shown.setWidth(size[0]);
                shown.setHeight(size[1]);
            });
            Script.pause(SETTLE_MILLIS);
            return shown;
        });
    }

    private Stage causes(MainWindow window, Stage stage) throws Exception {
        return work(open(window, stage, "cause"), "cause", "2 of 2", Map.of("replications", "2", "horizon", "90m"));
    }

    private Stage runbook(MainWindow window, Stage stage) throws Exception {
        for (String intervention : List.of("stopSearches", "addNodes", "release")) {
            Screenshots.run(window, intervention);
            Script.pause(300);
        }
        return work(open(window, stage, "runbook"), "runbook", "6 of 6", Map.of("replications", "6", "horizon", "3h"));
    }

    private Stage map(MainWindow window, Stage stage) throws Exception {
        Map<String, String> fields =
                Map.of("across-steps", "8", "upwards-steps", "7", "replications", "2", "horizon", "2h");
        return work(open(window, stage, "explore"), "explore", "56 of 56", fields);
    }

    private Stage compare(MainWindow window, Stage stage, int more) throws Exception {
        Stage shown = open(window, stage, "compare");
        MenuButton add = node(shown, "#compare-add", MenuButton.class);
        until(() -> Script.fx(() -> add.getItems().size() >= more));
        for (int i = 0; i < more; i++) {
            int item = i;
            Script.fx(() -> add.getItems().get(item).fire());
        }
        return work(shown, "compare", "2 of 2", Map.of("replications", "2", "horizon", "2h"));
    }

    /**
     * Has the work of a window done, and waits for it.
     *
     * @param tool   what the names of its parts begin with
     * @param far    what it says when all is done
     * @param fields what is typed into which
     */
    private static Stage work(Stage in, String tool, String far, Map<String, String> fields)
            throws InterruptedException {
        begin(in, tool, fields);
        Labeled status = node(in, "#" + tool + "-status", Labeled.class);
        until(() -> Script.fx(status::getText).contains(far));
        return in;
    }

    private static void begin(Stage in, String tool, Map<String, String> fields) throws InterruptedException {
        for (Map.Entry<String, String> field : fields.entrySet()) {
            TextInputControl typed = node(in, "#" + tool + "-" + field.getKey(), TextInputControl.class);
            Script.fx(() -> typed.setText(field.getValue()));
        }
        ButtonBase start = node(in, "#" + tool + "-start", ButtonBase.class);
        Script.fx(() -> {
            start.fire();
            // a window that stands still sleeps until somebody touches it
            Event.fireEvent(in.getScene(), new InputEvent(InputEvent.ANY));
        });
    }

    private void lastExit(MainWindow window, Stage stage) throws Exception {
        Screenshots.seek(window, 200 * MINUTE);
        Screenshots.run(window, "lastExit");
        ComboBox<?> remedy = node(stage, "#exit-remedy", ComboBox.class);
        Script.fx(() -> remedy.getSelectionModel().select(0));
        begin(stage, "exit", Map.of("horizon", "6h", "replications", "4"));
        Script.pause(45_000);
    }

    private Stage open(MainWindow window, Stage main, String action) throws InterruptedException {
        Screenshots.run(window, action);
        Script.pause(500);
        return Script.fx(() -> Window.getWindows().stream()
                .filter(each -> each != main && each instanceof Stage other && other.isShowing())
                .map(Stage.class::cast)
                .findFirst()
                .orElseThrow());
    }

    private static <T extends Node> T node(Stage in, String id, Class<T> type) throws InterruptedException {
        until(() -> Script.fx(() -> in.getScene().lookup(id) != null));
        return type.cast(Script.fx(() -> in.getScene().lookup(id)));
    }

    private interface Condition {
        boolean holds() throws InterruptedException;
    }

    private static void until(Condition condition) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!condition.holds()) {
            if (System.currentTimeMillis() > end) {
                throw new IllegalStateException("it does not come to that");
            }
            Script.pause(100);
        }
    }
}
