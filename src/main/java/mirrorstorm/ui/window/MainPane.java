package mirrorstorm.ui.window;

import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import mirrorstorm.ui.charts.ChartsPane;
import mirrorstorm.ui.forecast.ForecastPane;
import mirrorstorm.ui.inspector.InspectorPane;
import mirrorstorm.ui.levers.LeverGroups;
import mirrorstorm.ui.levers.LeversPane;
import mirrorstorm.ui.remedy.LastExitPane;
import mirrorstorm.ui.stage.StagePane;
import mirrorstorm.ui.story.StoryPane;
import mirrorstorm.ui.story.StoryTicker;
import mirrorstorm.ui.timeline.BranchesPane;
import mirrorstorm.ui.timeline.ScrubberPane;
import mirrorstorm.ui.words.UiMessages;
import org.kordamp.ikonli.feather.Feather;

/** Where everything in the window is. Wires and names; what it all means is in the view models. */
final class MainPane extends BorderPane {

    /** A window with so much room beside the levers has some for longer lines of the story, units of text scale 1. */
    private static final double ROOMY_FROM = 1500;

    private static final PseudoClass ROOMY = PseudoClass.getPseudoClass("roomy");
    private static final double STAGE_SHARE = 0.58;

    /** Charts that are shown again are not shown flat. */
    private static final double STAGE_SHARE_MAX = 0.75;

    /** A card leaves the rest to the levers. */
    private static final double CARD_SHARE = 0.64;

    /** How wide the levers are, in pixels at text scale 1; in narrow windows a share of these. */
    private static final double RIGHT_WIDTH = 308;

    private static final double RIGHT_WIDTH_MIN = 268;
    private static final double RIGHT_SHARE = 0.36;

    /** What stands beside the name of the program: the scenario, and what there is to tell. */
    record Title(Document document, Toast notice) {}

    private final RunModels models;
    private final Actions actions;
    private final StagePane stagePane;
    private final ChartsPane chartsPane;

    /**
     * @param layout  where the dividers were
     * @param workers the stage and the charts have a thread each to be painted on: neither waits for the other
     * @param recent  the files that were open lately
     */
    MainPane(
            RunModels models,
            Title title,
            Actions actions,
            Styles styles,
            WindowLayout layout,
            Workers workers,
            RecentMenu recent) {
        this.models = models;
        this.actions = actions;
        BooleanProperty calm = actions.get("reducedMotion").chosen().orElseThrow();
        stagePane = new StagePane(
                models.stage(),
                styles.themeProperty(),
                styles.textScaleProperty(),
                workers.thread("painter"),
                new StageMenu(models.stage(), models.region(), actions),
                new AnimationClock(System::nanoTime, calm::get));
        models.stage().camera().lessMotionProperty().bind(calm);
        chartsPane = new ChartsPane(
                models.charts(),
                models.playback(),
                models.timeline(),
                styles.themeProperty(),
                styles.textScaleProperty(),
                workers.thread("charts-painter"),
                System::nanoTime);
        getStyleClass().add("main");
        Region menus = Menus.bar(actions, styles.lookProperty(), recent);
        setTop(new VBox(
                new TitleRow(
                        menus,
                        title.document(),
                        models.playback(),
                        ticker(),
                        title.notice().textProperty()),
                new TransportBar(models.playback(), models.timeline().marks(), actions, styles.textScaleProperty())));
        // in this order Tab goes around
        setCenter(centre(layout, styles));
        setRight(right(styles));
    }

    private Node ticker() {
        Action story = actions.get("story");
        return new StoryTicker(models.story(), story.chosen().orElseThrow(), story::run, story.tip());
    }

    StagePane stagePane() {
        return stagePane;
    }

    ChartsPane chartsPane() {
        return chartsPane;
    }

    /** Says how large stage and charts are, from now on. */
    void measure(ScreenSizes sizes) {
        sizes.stageWidthProperty().bind(stagePane.widthProperty());
        sizes.stageHeightProperty().bind(stagePane.heightProperty());
        sizes.chartsWidthProperty().bind(chartsPane.widthProperty());
        sizes.chartsHeightProperty()
                .bind(Bindings.when(chartsPane.visibleProperty())
                        .then(chartsPane.heightProperty())
                        .otherwise(0));
    }

    /** The card of the selected node over the levers: the stage keeps its size when a node is clicked. */
    private Node right(Styles styles) {
        Node levers = levers();
        VBox.setVgrow(levers, Priority.ALWAYS);
        showIf(levers, "levers");
        InspectorPane card = new InspectorPane(models.inspector(), OperatorPane.forNode(actions));
        VBox right = new VBox(card, levers);
        card.maxHeightProperty().bind(right.heightProperty().multiply(CARD_SHARE));
        right.getStyleClass().add("right");
        DoubleBinding width = Bindings.createDoubleBinding(
                () -> rightWidth(getWidth(), styles.textScaleProperty().get()),
                widthProperty(),
                styles.textScaleProperty());
        right.minWidthProperty().bind(width);
        right.prefWidthProperty().bind(width);
        right.maxWidthProperty().bind(width);
        right.visibleProperty()
                .bind(levers.visibleProperty().or(models.inspector().openProperty()));
        right.managedProperty().bind(right.visibleProperty());
        return right;
    }

    private static double rightWidth(double window, double textScale) {
        double most = Math.max(RIGHT_WIDTH_MIN * textScale, RIGHT_SHARE * window);
        return Math.rint(Math.min(RIGHT_WIDTH * textScale, most));
    }

    private Node levers() {
        Label title = new Label(UiMessages.text("levers.title"));
        title.getStyleClass().add("part-title");
        Button reset = Buttons.icon(actions.get("resetLevers"), Feather.ROTATE_CCW);
        HBox head = new HBox(title, gap(), reset);
        head.getStyleClass().add("levers-head");
        return new LeversPane(models.levers(), LeverGroups.ALL, head, new OperatorPane(models.operator(), actions));
    }

    private Node centre(WindowLayout layout, Styles styles) {
        StoryPane story = new StoryPane(models.story());
        showIf(story, "story");
        HBox.setHgrow(stagePane, Priority.ALWAYS);
        HBox middle = new HBox(story, stagePane);
        middle.getStyleClass().add("upper");
        InvalidationListener measure = changed -> story.pseudoClassStateChanged(
                ROOMY, middle.getWidth() / styles.textScaleProperty().get() >= ROOMY_FROM);
        middle.widthProperty().addListener(measure);
        styles.textScaleProperty().addListener(measure);
        ScrubberPane scrubber = new ScrubberPane(models.timeline(), styles.textScaleProperty());
        scrubber.plotInsetsProperty().bind(chartsPane.plotInsetsProperty());
        chartsPane.fansProperty().bind(models.forecast().fansProperty());
        // left of the track the charts have their labels, and the time line has nothing
        Node chooser = Menus.charts(actions, chartsPane.leftOutProperty());
        StackPane.setAlignment(chooser, Pos.TOP_LEFT);
        chooser.visibleProperty().bind(chartsPane.visibleProperty());
        VBox.setVgrow(chartsPane, Priority.ALWAYS);
        VBox lower = new VBox(
                new ForecastPane(models.forecast()),
                new LastExitPane(models.lastExit()),
                new BranchesPane(models.branches()),
                new StackPane(scrubber, chooser),
                chartsPane);
        lower.getStyleClass().add("lower");
        SplitPane split = new SplitPane(middle, lower);
        split.setOrientation(Orientation.VERTICAL);
        layout.restore(split, "stage", STAGE_SHARE);
        showCharts(split, lower);
        SplitPane.setResizableWithParent(lower, false);
        return split;
    }

    /** Without charts the time line takes no more room than it needs; with them it has what it had before. */
    private void showCharts(SplitPane split, Region lower) {
        showIf(chartsPane, "charts");
        SplitPane.Divider divider = split.getDividers().get(0);
        double[] before = {divider.getPosition()};
        chartsPane.visibleProperty().addListener((property, was, isShown) -> {
            if (isShown) {
                lower.setMaxHeight(Double.MAX_VALUE);
                divider.setPosition(Math.min(STAGE_SHARE_MAX, before[0]));
            } else {
                before[0] = divider.getPosition();
                lower.setMaxHeight(Region.USE_PREF_SIZE);
            }
        });
        lower.setMaxHeight(chartsPane.isVisible() ? Double.MAX_VALUE : Region.USE_PREF_SIZE);
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private void showIf(Node panel, String action) {
        BooleanProperty isShown = actions.get(action).chosen().orElseThrow();
        panel.visibleProperty().bind(isShown);
        panel.managedProperty().bind(isShown);
    }
}
