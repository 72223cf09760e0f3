package mirrorstorm.ui.window;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import mirrorstorm.ui.words.UiMessages;

/** The menu of the files that were open lately. */
final class RecentMenu {

    private final Menu menu = new Menu(UiMessages.text("menu.recent"));
    private final RecentFiles recent;
    private final Consumer<Path> open;

    RecentMenu(RecentFiles recent, Consumer<Path> open) {
        this.recent = recent;
        this.open = open;
        recent.files().addListener((ListChangeListener<Path>) change -> fill());
        fill();
    }

    private void fill() {
        menu.getItems().clear();
        for (Path file : recent.files()) {
            MenuItem item = new MenuItem(UiMessages.text(
                    "menu.recent.file", String.valueOf(file.getFileName()), String.valueOf(file.getParent())));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> open.accept(file));
            menu.getItems().add(item);
        }
        menu.setDisable(recent.files().isEmpty());
    }

    Menu menu() {
        return menu;
    }
}
