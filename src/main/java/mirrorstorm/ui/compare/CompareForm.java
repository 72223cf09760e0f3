package mirrorstorm.ui.compare;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mirrorstorm.run.compare.Variant;
import mirrorstorm.scenario.Lever;
import mirrorstorm.scenario.Levers;
import mirrorstorm.ui.study.SaveCommands;
import mirrorstorm.ui.words.LazyTooltip;
import mirrorstorm.ui.words.UiMessages;
import mirrorstorm.ui.work.Form;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which variants are compared, in how many replications, and where it is written to. */
final class CompareForm {

    private final CompareViewModel model;
    private final ComparePane.WindowCommands commands;
    private final Form form = new Form();

    private CompareForm(CompareViewModel model, ComparePane.WindowCommands commands) {
        this.model = model;
        this.commands = commands;
    }

    static Form of(CompareViewModel model, ComparePane.WindowCommands commands) {
        return new CompareForm(model, commands).make();
    }

    private Form make() {
        form.title("compare.variants").add(chosen());
        form.row(offered(), Form.button("compare.file", "compare-file", commands.file()));
        lever();
        form.problem("compare-choice-problem", model.choice().problemProperty());
        form.title("compare.over");
        form.row(
                Form.field(
                        "cause.replications",
                        "compare-replications",
                        model.fields().replicationsProperty()),
                Form.field("explore.horizon", "compare-horizon", model.fields().horizonProperty()));
        form.hint("compare.hint").problem("compare-problem", model.fields().problemProperty());
        Button start = Form.button("compare.start", "compare-start", commands.start());
        start.getStyleClass().add("accent");
        BooleanBinding isUnseen = Bindings.createBooleanBinding(
                () -> model.player().shownProperty().get().isEmpty(),
                model.player().shownProperty());
        BooleanBinding isUnknown =
                Bindings.createBooleanBinding(() -> model.files().isEmpty(), model.knownProperty());
        SaveCommands save = commands.save();
        return form.add(start)
                .add(save.pngButton("compare", isUnseen))
                .row(save.csvButton("compare", isUnknown), save.jsonButton("explore.json", "compare", isUnknown));
    }

    private Node chosen() {
        VBox list = new VBox();
        list.getStyleClass().add("variant-list");
        model.choice().chosenProperty().addListener((property, before, now) -> show(list, now));
        show(list, model.choice().chosenProperty().get());
        return list;
    }

    private void show(VBox list, List<Variant> variants) {
        list.getChildren().clear();
        for (int i = 0; i < variants.size(); i++) {
            int variant = i;
            Label name = new Label(variants.get(i).label());
            name.setMinWidth(0);
            name.setMaxWidth(Double.MAX_VALUE);
            LazyTooltip.on(name, variants.get(i).label());
            HBox.setHgrow(name, Priority.ALWAYS);
            HBox row = new HBox(VariantChip.of(i), name);
            row.getStyleClass().add("variant-head");
            if (i > 0) {
                Button remove = new Button("", new FontIcon(Feather.X));
                remove.setId("compare-remove-" + i);
                remove.getStyleClass().addAll("icon-button", "flat");
                remove.setAccessibleText(
                        UiMessages.text("compare.remove", variants.get(i).label()));
                remove.setOnAction(event -> model.choice().remove(variant));
                row.getChildren().add(remove);
            }
            list.getChildren().add(row);
        }
    }

    private Node offered() {
        MenuButton add = new MenuButton(UiMessages.text("compare.add"));
        add.setId("compare-add");
        add.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(add, Priority.ALWAYS);
        model.choice().offeredProperty().addListener((property, before, now) -> {
            add.getItems().clear();
            for (Variant variant : now) {
                MenuItem item = new MenuItem(variant.label());
                item.setOnAction(event -> model.choice().add(variant));
                add.getItems().add(item);
            }
        });
        add.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.choice().offeredProperty().get().isEmpty(),
                        model.choice().offeredProperty()));
        return add;
    }

    private void lever() {
        form.title("compare.lever");
        ComboBox<Lever> lever = Form.choice("compare-lever", Lever::title);
        lever.getItems()
                .setAll(Levers.all().stream()
                        .filter(each ->
                                !each.path().equals("seed") && !each.path().equals("horizon"))
                        .toList());
        lever.valueProperty().bindBidirectional(model.choice().leverProperty());
        ComboBox<String> value = new ComboBox<>();
        value.setId("compare-value");
        value.setEditable(true);
        value.setMaxWidth(Double.MAX_VALUE);
        value.setAccessibleText(UiMessages.text("compare.value"));
        HBox.setHgrow(value, Priority.ALWAYS);
        value.getEditor().textProperty().bindBidirectional(model.choice().valueProperty());
        model.choice().leverProperty().addListener((property, before, now) -> fill(value, now));
        fill(value, model.choice().leverProperty().get());
        Button add = Form.button("compare.addChanged", "compare-add-changed", model.choice()::addChanged);
        add.setMinWidth(Button.USE_PREF_SIZE);
        form.add(lever).row(value, add);
    }

    /** A choice offers its values by their names; anything else is typed. */
    private void fill(ComboBox<String> value, Lever lever) {
        String typed = model.choice().valueProperty().get();
        value.getItems()
                .setAll(
                        lever.kind() == Lever.Kind.SWITCH
                                ? List.of("true", "false")
                                : lever.choices().stream()
                                        .map(Lever.Choice::title)
                                        .toList());
        value.getEditor().setText(typed);
    }
}
