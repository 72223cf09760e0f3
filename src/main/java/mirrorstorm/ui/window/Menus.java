package mirrorstorm.ui.window;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableIntegerValue;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import mirrorstorm.ui.window.Action.Place;
import mirrorstorm.ui.words.LazyTooltip;
import mirrorstorm.ui.words.UiMessages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The menus, made of the actions. */
final class Menus {

    private Menus() {}

    /** The bar at the top of the window. */
    static MenuBar bar(Actions actions, ObjectProperty<ThemeChoice> look, RecentMenu recent) {
        MenuBar bar = new MenuBar();
        bar.setMinWidth(Region.USE_PREF_SIZE);
        Map<Place, Menu> menus = new EnumMap<>(Place.class);
        for (Place place : Place.values()) {
            menus.put(place, menu(actions, place));
        }
        bar.getMenus().addAll(menus.values());
        Menu charts = menus.get(Place.CHARTS);
        bar.getMenus().remove(charts);
        Objects.requireNonNull(menus.get(Place.FILE)).getItems().add(indexAfter(actions, "open"), recent.menu());
        Objects.requireNonNull(menus.get(Place.VIEW)).getItems().addAll(new SeparatorMenuItem(), charts, looks(look));
        return bar;
    }

    private static Menu menu(Actions actions, Place place) {
        Menu menu = new Menu(UiMessages.text("menu." + place));
        actions.in(place).forEach(action -> menu.getItems().add(Buttons.menuItem(action)));
        return menu;
    }

    /**
     * A button that opens the menu of charts.
     *
     * @param leftOut how many of those that were chosen have no room
     */
    static MenuButton charts(Actions actions, ObservableIntegerValue leftOut) {
        MenuButton button = new MenuButton("", new FontIcon(Feather.BAR_CHART_2));
        button.getStyleClass().addAll("icon-button", "flat", "charts-menu");
        button.setId("charts-menu");
        button.setAccessibleText(UiMessages.text("menu.CHARTS"));
        LazyTooltip.on(
                button,
                () -> leftOut.get() > 0
                        ? UiMessages.counted("menu.CHARTS.leftOut", leftOut.get())
                        : UiMessages.text("menu.CHARTS.help"));
        leftOut.addListener((property, before, now) -> {
            boolean isAny = now.intValue() > 0;
            button.setText(isAny ? UiMessages.text("menu.CHARTS.more", now) : "");
        });
        actions.in(Place.CHARTS).forEach(action -> button.getItems().add(Buttons.menuItem(action)));
        return button;
    }

    private static int indexAfter(Actions actions, String id) {
        return actions.in(Place.FILE).indexOf(actions.get(id)) + 1;
    }

    private static Menu looks(ObjectProperty<ThemeChoice> look) {
        Menu menu = new Menu(UiMessages.text("menu.look"));
        ToggleGroup group = new ToggleGroup();
        for (ThemeChoice each : ThemeChoice.values()) {
            RadioMenuItem item = new RadioMenuItem(UiMessages.text("look." + each.key()));
            item.setToggleGroup(group);
            item.setSelected(look.get() == each);
            item.setOnAction(event -> look.set(each));
            look.addListener((property, before, now) -> item.setSelected(now == each));
            menu.getItems().add(item);
        }
        return menu;
    }
}
