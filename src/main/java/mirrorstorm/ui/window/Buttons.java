package mirrorstorm.ui.window;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.text.Text;
import mirrorstorm.ui.words.LazyTooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes controls of actions: each says in its tooltip what it does and with which key. */
final class Buttons {

    private Buttons() {}

    /** A button with a picture only. */
    static Button icon(Action action, Feather icon) {
        Button button = prepared(new Button(), action, icon);
        button.getStyleClass().addAll("icon-button", "flat");
        return button;
    }

    /** A button with a picture and a word. */
    static Button labelled(Action action, Feather icon) {
        Button button = prepared(new Worded(), action, icon);
        button.setText(action.text());
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    /** Where picture and word have no room together, the word is told alone. */
    private static final class Worded extends Button {

        private double pictureWidth() {
            return getGraphic().prefWidth(-1) + getGraphicTextGap();
        }

        /** With the picture, whether it is shown or not: it comes back once there is room. */
        @Override
        protected double computePrefWidth(double height) {
            double shown = super.computePrefWidth(height);
            return getContentDisplay() == ContentDisplay.TEXT_ONLY ? shown + pictureWidth() : shown;
        }

        @Override
        protected void layoutChildren() {
            Text word = new Text(getText());
            word.setFont(getFont());
            double room = getWidth() - getInsets().getLeft() - getInsets().getRight();
            boolean isRoom = word.getLayoutBounds().getWidth() + pictureWidth() <= room;
            setContentDisplay(isRoom ? ContentDisplay.LEFT : ContentDisplay.TEXT_ONLY);
            super.layoutChildren();
        }
    }

    /** A button for what is on or off. */
    static ToggleButton toggle(Action action, Feather icon) {
        ToggleButton button = prepared(new ToggleButton(), action, icon);
        button.getStyleClass().addAll("icon-button", "flat");
        action.chosen().ifPresent(chosen -> {
            button.setSelected(chosen.get());
            chosen.addListener((property, before, now) -> button.setSelected(now));
            // the click has moved the button already; the action moves what it stands for
            button.setOnAction(event -> {
                button.setSelected(chosen.get());
                action.run();
            });
        });
        return button;
    }

    /** A button with a word for one of several things, of which one is chosen. */
    static ToggleButton choice(Action action) {
        ToggleButton button = prepared(new ToggleButton(action.text()), action);
        action.chosen().ifPresent(chosen -> {
            button.setSelected(chosen.get());
            chosen.addListener((property, before, now) -> button.setSelected(now));
            button.setOnAction(event -> {
                button.setSelected(true);
                action.run();
            });
        });
        return button;
    }

    private static <B extends ButtonBase> B prepared(B button, Action action, Feather icon) {
        button.setGraphic(new FontIcon(icon));
        return prepared(button, action);
    }

    private static <B extends ButtonBase> B prepared(B button, Action action) {
        button.setId(action.id());
        LazyTooltip.on(button, action.tip());
        button.setAccessibleText(action.text());
        button.disableProperty().bind(Bindings.not(action.enabled()));
        button.setOnAction(event -> action.run());
        return button;
    }

    /** An entry of a menu. */
    static MenuItem menuItem(Action action) {
        MenuItem item = action.chosen().isPresent() ? new CheckMenuItem() : new MenuItem();
        item.setText(action.text());
        item.disableProperty().bind(Bindings.not(action.enabled()));
        action.key().ifPresent(key -> item.setAccelerator(Keys.shown(key)));
        if (item instanceof CheckMenuItem check) {
            action.chosen().ifPresent(check.selectedProperty()::bindBidirectional);
        } else {
            item.setOnAction(event -> action.run());
        }
        return item;
    }
}
