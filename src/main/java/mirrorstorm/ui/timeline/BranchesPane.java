package mirrorstorm.ui.timeline;

import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToolBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import mirrorstorm.ui.words.LazyTooltip;
import mirrorstorm.ui.words.UiMessages;

/** The branches in a row above the time line, as soon as there is more than one; what has no room is in a menu. */
public final class BranchesPane extends ToolBar {

    private final BranchesViewModel model;
    private final TextField name = new TextField();

    public BranchesPane(BranchesViewModel model) {
        this.model = model;
        getStyleClass().add("branches");
        setAccessibleText(UiMessages.text("branch.accessible"));
        visibleProperty().bind(model.severalProperty());
        managedProperty().bind(visibleProperty());
        name.setPromptText(UiMessages.text("branch.prompt"));
        name.setAccessibleText(UiMessages.text("branch.prompt"));
        name.setId("branch-name");
        name.visibleProperty().bind(model.renamingProperty());
        name.managedProperty().bind(name.visibleProperty());
        name.setOnAction(event -> model.rename(name.getText()));
        name.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.renamingProperty().set(false);
                event.consume();
            }
        });
        model.rowsProperty().addListener((property, before, now) -> show(now));
        model.renamingProperty().addListener((property, before, isRenaming) -> {
            if (isRenaming) {
                begin();
            }
        });
        show(model.rowsProperty().get());
    }

    private void begin() {
        name.setText(model.rowsProperty().get().stream()
                .filter(BranchesViewModel.Row::present)
                .map(BranchesViewModel.Row::name)
                .findFirst()
                .orElse(""));
        name.requestFocus();
        name.selectAll();
    }

    /** Chips are kept and told anew, as a peak changes while the run plays. */
    private void show(List<BranchesViewModel.Row> rows) {
        int chips = getItems().size() - 1;
        if (chips != rows.size()) {
            getItems().clear();
            for (int i = 0; i < rows.size(); i++) {
                getItems().add(chip(i));
            }
            getItems().add(name);
        }
        for (int i = 0; i < rows.size(); i++) {
            BranchesViewModel.Row row = rows.get(i);
            ToggleButton chip = (ToggleButton) getItems().get(i);
            chip.setText(row.name() + "  \u00b7  " + row.detail());
            chip.setSelected(row.present());
        }
    }

    private ToggleButton chip(int index) {
        ToggleButton chip = new ToggleButton();
        chip.getStyleClass().addAll("small", "branch");
        chip.setFocusTraversable(false);
        chip.setMinWidth(Region.USE_PREF_SIZE);
        LazyTooltip.on(chip, UiMessages.text("branch.tip"));
        chip.setOnAction(event -> {
            // the run says which one it is on, not the chip
            chip.setSelected(model.rowsProperty().get().get(index).present());
            model.switchTo(index);
        });
        MenuItem rename = new MenuItem(UiMessages.text("branch.rename"));
        rename.setOnAction(event -> {
            model.switchTo(index);
            model.renamingProperty().set(true);
        });
        MenuItem delete = new MenuItem(UiMessages.text("branch.delete"));
        delete.setOnAction(event -> model.delete(index));
        chip.setContextMenu(new ContextMenu(rename, delete));
        return chip;
    }
}
