package mirrorstorm.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import mirrorstorm.ui.work.Form;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@Tag("ui")
@ExtendWith({FontLibraries.class, ApplicationExtension.class})
class FormTest {

    private StringConverter<Integer> words;

    @BeforeEach
    void choiceOfTwo() {
        ComboBox<Integer> box = Form.choice("how-many", value -> value == 1 ? "one" : "several");
        box.getItems().setAll(1, 7);
        words = box.getConverter();
    }

    @Test
    void whatAChoiceSaysItReadsBack() {
        for (int value : new int[] {1, 7}) {
            assertThat(words.fromString(words.toString(value))).isEqualTo(value);
        }
    }

    @Test
    void nothingChosenSaysNothing() {
        assertThat(words.toString(null)).isEmpty();
    }

    @Test
    void wordsOfNoChoiceAreRefused() {
        assertThatThrownBy(() -> words.fromString("none"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no choice is called none");
    }
}
