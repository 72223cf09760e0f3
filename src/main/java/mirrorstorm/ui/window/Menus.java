package mirrorstorm.ui.window;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import mirrorstorm.ui.levers.OperatorViewModel.NodeAction;
import mirrorstorm.ui.window.Action.Place;
import mirrorstorm.ui.words.Words;

/** The menus, made of the actions. */
final class Menus {

    private Menus() {}

    /** The bar at the top of the window. */
    static MenuBar bar(Actions actions, ObjectProperty<Look> look, RecentMenu recent) {
        MenuBar bar = new MenuBar();
        bar.setMinWidth(Region.USE_PREF_SIZE);
        for (Place place : Place.values()) {
            Menu menu = new Menu(Words.text("menu." + place));
            actions.in(place).forEach(action -> menu.getItems().add(Buttons.menuItem(action)));
            bar.getMenus().add(menu);
        }
        Menu file = bar.getMenus().get(Place.FILE.ordinal());
        file.getItems().add(indexAfter(actions, "open"), recent.menu());
        bar.getMenus().get(Place.VIEW.ordinal()).getItems().addAll(new SeparatorMenuItem(), looks(look));
        return bar;
    }

    private static int indexAfter(Actions actions, String id) {
        return actions.in(Place.FILE).indexOf(actions.get(id)) + 1;
    }

    private static Menu looks(ObjectProperty<Look> look) {
        Menu menu = new Menu(Words.text("menu.look"));
        ToggleGroup group = new ToggleGroup();
        for (Look each : Look.values()) {
            RadioMenuItem item = new RadioMenuItem(Words.text("look." + each.key()));
            item.setToggleGroup(group);
            item.setSelected(look.get() == each);
            item.setOnAction(event -> look.set(each));
            look.addListener((property, before, now) -> item.setSelected(now == each));
            menu.getItems().add(item);
        }
        return menu;
    }

    /** What can be done to the selected node. */
    static ContextMenu node(Actions actions) {
        ContextMenu menu = new ContextMenu();
        for (NodeAction each : NodeAction.values()) {
            menu.getItems().add(Buttons.menuItem(actions.get(Actions.nodeActionId(each))));
        }
        return menu;
    }
}
