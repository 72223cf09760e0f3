package mirrorstorm.ui.window;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import mirrorstorm.model.RequestKind;
import mirrorstorm.picture.stage.Pick;
import mirrorstorm.run.Region;
import mirrorstorm.run.Snapshot;
import mirrorstorm.ui.levers.OperatorButton;
import mirrorstorm.ui.levers.RegionOperator;
import mirrorstorm.ui.playback.RunView;
import mirrorstorm.ui.stage.StagePane;
import mirrorstorm.ui.stage.StageViewModel;
import mirrorstorm.ui.words.UiMessages;

/** The stage's context menu: made anew each time, of all that can be done to what is selected as it is now. */
final class StageMenu implements StagePane.Menu {

    /** What can be done to the cluster as a whole. */
    private final StageViewModel stage;

    private final RegionOperator region;
    private final Actions actions;
    private final ContextMenu menu = new ContextMenu();

    StageMenu(StageViewModel stage, RegionOperator region, Actions actions) {
        this.stage = stage;
        this.region = region;
        this.actions = actions;
    }

    @Override
    public void show(StagePane owner, double screenX, double screenY) {
        RunView view = stage.viewProperty().get();
        if (view != null) {
            menu.getItems().setAll(items(view.snapshot()));
            menu.show(owner, screenX, screenY);
        }
    }

    @Override
    public void hide() {
        menu.hide();
    }

    private List<MenuItem> items(Snapshot snapshot) {
        Pick pick = stage.selectionProperty().get();
        List<MenuItem> items = new ArrayList<>();
        items.add(heading(headingOf(pick, snapshot)));
        int before = items.size();
        if (!pick.nodesPicked().isEmpty()) {
            addButtons(items, OperatorButton.all(true));
            if (pick.singleNode() >= 0) {
                int rack = snapshot.rack(pick.singleNode());
                items.add(item(UiMessages.text("stage.menu.rack"), () -> stage.select(new Pick.Rack(rack))));
            }
        } else if (pick instanceof Pick.Volume volume) {
            items.add(item(
                    UiMessages.text("stage.menu.nodes"),
                    () -> stage.select(Pick.nodes(nodesOf(snapshot, volume.volume())))));
        } else if (pick instanceof Pick.ControlPlane || pick instanceof Pick.Request) {
            addLink(items, snapshot.region());
        } else if (pick instanceof Pick.Zone zone) {
            addApis(items, snapshot.region().zones().get(zone.zone()));
        }
        addIfPossible(items, actions.get("zoomSelection"));
        addIfPossible(items, actions.get("zoomAll"));
        if (items.size() > before) {
            items.add(new SeparatorMenuItem());
        }
        addIfPossible(items, actions.get("addNodes"));
        addButtons(items, OperatorButton.all(false));
        return items;
    }

    private static String headingOf(Pick pick, Snapshot snapshot) {
        if (pick instanceof Pick.Zone zone) {
            return snapshot.region().zones().get(zone.zone()).id();
        }
        if (pick instanceof Pick.Volume volume) {
            return UiMessages.text("stage.menu.volume", Integer.toString(volume.volume()));
        }
        if (pick instanceof Pick.ControlPlane || pick instanceof Pick.Request) {
            return UiMessages.text("stage.menu.controlPlane");
        }
        List<Integer> nodes = pick.nodesPicked();
        return switch (nodes.size()) {
            case 0 -> UiMessages.text("stage.menu.cluster");
            case 1 -> UiMessages.text("stage.menu.node", Integer.toString(nodes.get(0)));
            default -> UiMessages.counted("stage.menu.some", nodes.size());
        };
    }

    /** What the menu is about; takes no focus. */
    private static MenuItem heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("part-title");
        CustomMenuItem item = new CustomMenuItem(label, false);
        item.setDisable(true);
        return item;
    }

    private void addButtons(List<MenuItem> items, List<OperatorButton> buttons) {
        buttons.forEach(button -> addIfPossible(items, actions.get(button.id())));
    }

    private static void addIfPossible(List<MenuItem> items, Action action) {
        if (action.enabled().get()) {
            items.add(Buttons.menuItem(action));
        }
    }

    private static MenuItem item(String text, Runnable command) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> command.run());
        return item;
    }

    private static List<Integer> nodesOf(Snapshot snapshot, int volume) {
        List<Integer> nodes = new ArrayList<>();
        for (int place = 0; place <= snapshot.replicaCount(); place++) {
            if (snapshot.placeNode(volume, place) >= 0) {
                nodes.add(snapshot.placeNode(volume, place));
            }
        }
        return nodes;
    }

    private void addLink(List<MenuItem> items, Region now) {
        items.add(
                now.isCut()
                        ? item(UiMessages.text("stage.menu.reconnect"), region::reconnect)
                        : item(UiMessages.text("stage.menu.cut"), region::cut));
    }

    private void addApis(List<MenuItem> items, Region.Zone zone) {
        String creates = zone.refusesCreates() ? "stage.menu.takeCreates" : "stage.menu.refuseCreates";
        String others = zone.refusesOthers() ? "stage.menu.takeOthers" : "stage.menu.refuseOthers";
        items.add(item(
                UiMessages.text(creates),
                () -> region.setRefused(zone.id(), RequestKind.CREATE_VOLUME, !zone.refusesCreates())));
        items.add(item(
                UiMessages.text(others), () -> region.setRefused(zone.id(), RequestKind.OTHER, !zone.refusesOthers())));
    }
}
