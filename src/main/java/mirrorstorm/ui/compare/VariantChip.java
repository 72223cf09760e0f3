package mirrorstorm.ui.compare;

import java.util.Locale;
import javafx.scene.control.Label;
import mirrorstorm.picture.VariantStyle;

/** The letter of a variant on its colour. */
final class VariantChip {

    private VariantChip() {}

    static Label of(int variant) {
        String letter = VariantStyle.letter(variant);
        Label chip = new Label(letter);
        chip.getStyleClass().addAll("variant-chip", "variant-" + letter.toLowerCase(Locale.ROOT));
        chip.setMinSize(Label.USE_PREF_SIZE, Label.USE_PREF_SIZE);
        return chip;
    }
}
