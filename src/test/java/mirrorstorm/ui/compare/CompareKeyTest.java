package mirrorstorm.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import mirrorstorm.ui.keys.Shortcut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CompareKeyTest {

    private static KeyEvent pressed(KeyCode code, boolean isShift, boolean isControl) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, isShift, isControl, false, false);
    }

    @ParameterizedTest
    @CsvSource({
        "SPACE, false, false, PLAY",
        "END, false, false, TO_END",
        "DIGIT3, false, false, ENLARGE",
        "DIGIT1, true, false, ZOOM_ALL",
        "NUMPAD0, false, true, ZOOM_ALL",
        "EQUALS, true, true, ZOOM_IN",
        "SUBTRACT, false, true, ZOOM_OUT",
        "ENTER, false, false, TOGGLE"
    })
    void aKeyMeansOneThingHoweverItIsMade(KeyCode code, boolean isShift, boolean isControl, CompareKey meant) {
        assertThat(CompareKey.of(Shortcut.of(pressed(code, isShift, isControl))))
                .contains(meant);
    }

    @Test
    void charactersAreKnownByWhatTheyTypeNotByWhereTheyAre() {
        KeyEvent typed = new KeyEvent(KeyEvent.KEY_TYPED, ">", "", KeyCode.UNDEFINED, true, false, false, false);
        assertThat(Shortcut.typed(typed).flatMap(CompareKey::of)).contains(CompareKey.FASTER);
        KeyEvent letter = new KeyEvent(KeyEvent.KEY_TYPED, "b", "", KeyCode.UNDEFINED, false, false, false, false);
        assertThat(Shortcut.typed(letter)).isEmpty();
    }

    @Test
    void whatHasNoMeaningIsLeftToWhoeverHasTheFocus() {
        assertThat(CompareKey.of(Shortcut.plain("Down"))).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @EnumSource
    void everyKeyHasWordsAndATooltipThatNamesIt(CompareKey key) {
        assertThat(key.text()).isNotBlank();
        assertThat(key.tip()).isEqualTo(key.text() + "  (" + key.keysText() + ")");
    }

    @Test
    void eachVariantsTooltipNamesItsOwnNumber() {
        assertThat(CompareKey.ENLARGE.tip(2)).endsWith("(3)");
    }
}
