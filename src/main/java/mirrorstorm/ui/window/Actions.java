package mirrorstorm.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import mirrorstorm.picture.chart.Chart;
import mirrorstorm.ui.charts.ChartsViewModel;
import mirrorstorm.ui.keys.Shortcut;
import mirrorstorm.ui.levers.LeversViewModel;
import mirrorstorm.ui.levers.OperatorButton;
import mirrorstorm.ui.levers.OperatorViewModel;
import mirrorstorm.ui.playback.PlaybackMode;
import mirrorstorm.ui.playback.PlaybackViewModel;
import mirrorstorm.ui.timeline.BranchesViewModel;
import mirrorstorm.ui.timeline.MarksViewModel;
import mirrorstorm.ui.timeline.TimelineViewModel;
import mirrorstorm.ui.window.Action.Place;
import mirrorstorm.ui.window.SideWindows.Tool;

/** Everything that can be done in the window: the one list that menus, buttons, keys and help are made from. */
final class Actions {

    private static final ObservableBooleanValue ALWAYS = new SimpleBooleanProperty(true);

    /** What people try because other programs have it. */
    private static final Map<Shortcut, String> ALSO =
            Map.of(Shortcut.control("0"), "zoomAll", Shortcut.plain("F1"), "shortcuts");

    private final List<Action> all = new ArrayList<>();

    /** What actions of the window itself do. */
    interface WindowCommands {

        void newCluster();

        void showBundled();

        void open();

        void save();

        void saveAs();

        void exportPicture();

        void copyPicture();

        void quit();

        void toggleFullScreen();

        /** Shows all keys of these actions. */
        void showShortcuts(Actions actions);

        void showTour();

        /** Whether a run that came to its end begins again. */
        BooleanProperty loop();

        /** Whether what only moves for the eye stands still. */
        BooleanProperty reducedMotion();

        /** Whether what may become of the run from now on is shown. */
        BooleanProperty forecast();

        /** Asks how late which remedy may come. */
        void lastExit();

        /** Opens one of the windows for what many runs say together. */
        void show(SideWindows.Tool tool);

        void showAbout();

        void scaleText(TextSize size);

        void zoomStage(Zoom zoom);
    }

    /** How the stage is made larger or smaller. */
    enum Zoom {
        IN,
        OUT,
        ALL,
        SELECTION
    }

    /** How text is made larger or smaller. */
    enum TextSize {
        LARGER,
        SMALLER,
        NORMAL
    }

    /** What is shown and what is not. */
    record Panels(BooleanProperty levers, BooleanProperty story, BooleanProperty charts) {}

    Actions(
            PlaybackViewModel playback,
            TimelineViewModel timeline,
            BranchesViewModel branches,
            ChartsViewModel charts,
            LeversViewModel levers,
            OperatorViewModel operator,
            WindowCommands window,
            Panels panels) {
        addFile(window);
        addEdit(playback, levers);
        addView(window, panels);
        addCharts(charts);
        addRun(playback);
        addSwitch("loop", Place.RUN, window.loop());
        addPlaybackModes(playback);
        addMarks(playback, timeline);
        addBranches(branches);
        addCluster(operator);
        addSwitch("forecast", Place.TOOLS, Shortcut.shift("F"), window.forecast());
        add("lastExit", Place.TOOLS, Shortcut.shift("L"), window::lastExit);
        addTools(window);
        add("shortcuts", Place.HELP, Shortcut.plain("?"), () -> window.showShortcuts(this));
        add("tour", Place.HELP, window::showTour);
        add("about", Place.HELP, window::showAbout);
    }

    private void addTools(WindowCommands window) {
        add("compare", Place.TOOLS, Shortcut.control("D"), () -> window.show(Tool.COMPARE));
        add("cause", Place.TOOLS, Shortcut.control("I"), () -> window.show(Tool.CAUSE));
        add("runbook", Place.TOOLS, Shortcut.control("R"), () -> window.show(Tool.RUNBOOK));
        add("explore", Place.TOOLS, Shortcut.control("M"), () -> window.show(Tool.EXPLORE));
    }

    private void addFile(WindowCommands window) {
        add("newCluster", Place.FILE, Shortcut.control("N"), window::newCluster);
        add("bundled", Place.FILE, Shortcut.controlShift("O"), window::showBundled);
        add("open", Place.FILE, Shortcut.control("O"), window::open);
        add("save", Place.FILE, Shortcut.control("S"), window::save);
        add("saveAs", Place.FILE, Shortcut.controlShift("S"), window::saveAs);
        add("export", Place.FILE, Shortcut.control("E"), window::exportPicture);
        add("copyPicture", Place.FILE, Shortcut.controlShift("C"), window::copyPicture);
        add("quit", Place.FILE, Shortcut.control("Q"), window::quit);
    }

    private void addEdit(PlaybackViewModel playback, LeversViewModel levers) {
        add("undo", Place.EDIT, Shortcut.control("Z"), playback.canUndoProperty(), playback::undo);
        add("redo", Place.EDIT, Shortcut.control("Y"), playback.canRedoProperty(), playback::redo);
        add("resetLevers", Place.EDIT, levers.anyChangedProperty(), levers::resetAll);
        add("findLever", Place.EDIT, Shortcut.control("F"), levers::find);
        add("restartPlanned", Place.EDIT, levers.restartNeededProperty(), levers::restart);
    }

    private void addView(WindowCommands window, Panels panels) {
        addSwitch("levers", Shortcut.control("L"), panels.levers());
        addSwitch("story", Shortcut.control("J"), panels.story());
        addSwitch("charts", Shortcut.control("K"), panels.charts());
        add("zoomIn", Place.VIEW, Shortcut.control("+"), () -> window.zoomStage(Zoom.IN));
        add("zoomOut", Place.VIEW, Shortcut.control("-"), () -> window.zoomStage(Zoom.OUT));
        add("zoomAll", Place.VIEW, Shortcut.shift("1"), () -> window.zoomStage(Zoom.ALL));
        add("zoomSelection", Place.VIEW, Shortcut.shift("2"), () -> window.zoomStage(Zoom.SELECTION));
        add("textLarger", Place.VIEW, Shortcut.controlShift("Up"), () -> window.scaleText(TextSize.LARGER));
        add("textSmaller", Place.VIEW, Shortcut.controlShift("Down"), () -> window.scaleText(TextSize.SMALLER));
        add("textNormal", Place.VIEW, () -> window.scaleText(TextSize.NORMAL));
        addSwitch("reducedMotion", Place.VIEW, window.reducedMotion());
        add("fullScreen", Place.VIEW, Shortcut.plain("F11"), window::toggleFullScreen);
    }

    private void addCharts(ChartsViewModel charts) {
        for (Chart chart : Chart.values()) {
            addSwitch("chart." + chart, Place.CHARTS, charts.shownProperty(chart));
        }
        addSwitch("chartCounts", Place.CHARTS, charts.countedProperty());
        add("chartHeights", Place.CHARTS, charts::resetHeights);
    }

    private void addRun(PlaybackViewModel playback) {
        ObservableBooleanValue notAtStart = Bindings.not(playback.atStartProperty());
        ObservableBooleanValue notAtEnd = Bindings.not(playback.atEndProperty());
        add("play", Place.RUN, Shortcut.plain("Space"), playback::togglePlay);
        add("step", Place.RUN, Shortcut.plain("Right"), notAtEnd, playback::step);
        add("stepBack", Place.RUN, Shortcut.plain("Left"), notAtStart, playback::stepBack);
        add("jump", Place.RUN, Shortcut.shift("Right"), notAtEnd, playback::jump);
        add("jumpBack", Place.RUN, Shortcut.shift("Left"), notAtStart, playback::jumpBack);
        add("slower", Place.RUN, Shortcut.plain("<"), ALWAYS, playback::slower);
        add("faster", Place.RUN, Shortcut.plain(">"), ALWAYS, playback::faster);
        add("toStart", Place.RUN, Shortcut.plain("Home"), notAtStart, playback::toStart);
        add("toEnd", Place.RUN, Shortcut.plain("End"), notAtEnd, playback::toEnd);
        add("startOver", Place.RUN, playback::startOver);
    }

    private void addPlaybackModes(PlaybackViewModel playback) {
        addPlaybackMode("gearAuto", Shortcut.plain("A"), PlaybackMode.AUTO, playback);
        addPlaybackMode("gearRun", Shortcut.plain("R"), PlaybackMode.RUN, playback);
        addPlaybackMode("gearFast", Shortcut.plain("F"), PlaybackMode.FAST, playback);
    }

    private void addPlaybackMode(String id, Shortcut key, PlaybackMode mode, PlaybackViewModel playback) {
        BooleanProperty chosen =
                new SimpleBooleanProperty(playback.modeProperty().get() == mode);
        playback.modeProperty().addListener((property, before, now) -> chosen.set(now == mode));
        chosen.addListener((property, before, now) -> {
            boolean isInPlaybackMode = playback.modeProperty().get() == mode;
            if (now && !isInPlaybackMode) {
                playback.setMode(mode);
            } else if (!now && isInPlaybackMode) {
                // one of the modes is always chosen: it is left by choosing another
                chosen.set(true);
            }
        });
        Runnable command = () -> playback.setMode(mode);
        all.add(new Action(id, Place.RUN, Optional.of(key), ALWAYS, Optional.of(chosen), command));
    }

    private void addMarks(PlaybackViewModel playback, TimelineViewModel timeline) {
        MarksViewModel marks = timeline.marks();
        ObservableBooleanValue notAtStart = Bindings.not(playback.atStartProperty());
        add("goTo", Place.RUN, Shortcut.control("G"), () -> marks.askingProperty()
                .set(true));
        add("abandon", Place.RUN, Shortcut.plain("Esc"), playback.seekingProperty(), playback::abandon);
        add("nextFlag", Place.RUN, Shortcut.control("Right"), timeline::toNextFlag);
        add("previousFlag", Place.RUN, Shortcut.control("Left"), notAtStart, timeline::toPreviousFlag);
        add("bookmark", Place.RUN, Shortcut.plain("B"), marks::toggleBookmark);
        add("breakpoint", Place.RUN, Shortcut.shift("B"), marks::toggleBreakpoint);
    }

    private void addBranches(BranchesViewModel branches) {
        add("nextBranch", Place.RUN, Shortcut.control("B"), branches.severalProperty(), branches::next);
        add(
                "renameBranch",
                Place.RUN,
                Shortcut.plain("F2"),
                branches.severalProperty(),
                () -> branches.renamingProperty().set(true));
        add("deleteBranch", Place.RUN, Shortcut.controlShift("B"), branches.severalProperty(), branches::deletePresent);
    }

    private void addCluster(OperatorViewModel operator) {
        add("addNodes", Place.CLUSTER, operator::addNodes);
        for (OperatorButton button : OperatorButton.ALL) {
            add(button.id(), Place.CLUSTER, operator.canPressProperty(button), () -> operator.press(button));
        }
    }

    private void add(String id, Place place, Runnable command) {
        add(id, place, ALWAYS, command);
    }

    private void add(String id, Place place, Shortcut key, Runnable command) {
        add(id, place, key, ALWAYS, command);
    }

    private void add(String id, Place place, ObservableBooleanValue enabled, Runnable command) {
        all.add(new Action(id, place, Optional.empty(), enabled, Optional.empty(), command));
    }

    private void add(String id, Place place, Shortcut key, ObservableBooleanValue enabled, Runnable command) {
        all.add(new Action(id, place, Optional.of(key), enabled, Optional.empty(), command));
    }

    private void addSwitch(String id, Place place, BooleanProperty chosen) {
        Runnable command = () -> chosen.set(!chosen.get());
        all.add(new Action(id, place, Optional.empty(), ALWAYS, Optional.of(chosen), command));
    }

    private void addSwitch(String id, Shortcut key, BooleanProperty chosen) {
        addSwitch(id, Place.VIEW, key, chosen);
    }

    private void addSwitch(String id, Place place, Shortcut key, BooleanProperty chosen) {
        Runnable command = () -> chosen.set(!chosen.get());
        all.add(new Action(id, place, Optional.of(key), ALWAYS, Optional.of(chosen), command));
    }

    /** All actions, in the order in which menus show them. */
    List<Action> all() {
        return List.copyOf(all);
    }

    /** The actions of a menu. */
    List<Action> in(Place place) {
        return all.stream().filter(action -> action.place() == place).toList();
    }

    /** The action of that name, which exists. */
    Action get(String id) {
        return all.stream()
                .filter(action -> action.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no action " + id));
    }

    /** The action with that key. */
    Optional<Action> with(Shortcut key) {
        String also = ALSO.get(key);
        return also != null
                ? Optional.of(get(also))
                : all.stream()
                        .filter(action -> action.key().equals(Optional.of(key)))
                        .findFirst();
    }

    /** All keys of an action, the one that menus and tooltips name first. */
    static List<Shortcut> keysOf(Action action) {
        List<Shortcut> keys = new ArrayList<>(action.key().stream().toList());
        ALSO.forEach((key, id) -> {
            if (id.equals(action.id())) {
                keys.add(key);
            }
        });
        return List.copyOf(keys);
    }
}
