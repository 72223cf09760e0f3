package mirrorstorm.ui.work;

import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/**
 * A text field that shows a value and takes what somebody types for it. It follows the value, also while it has the
 * focus, until somebody has typed in it; only what was typed is ever taken, never what stood there before.
 */
public final class ValueField extends TextField {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    /** What becomes of typed text when the focus goes elsewhere. */
    public enum OnLeave {
        /** It is taken, or dropped if it is no value. */
        TAKE,
        /** It is dropped. */
        DROP
    }

    private final ObservableValue<String> value;
    private final Predicate<String> take;
    private String followed = "";
    private boolean isTaking;

    /**
     * @param value what the field shows
     * @param take  takes what was typed; false if it is no value, which stays to be put right
     */
    public ValueField(ObservableValue<String> value, Predicate<String> take, OnLeave onLeave) {
        this.value = value;
        this.take = take;
        follow();
        value.addListener((property, before, now) -> {
            if (!isTyped()) {
                follow();
            }
        });
        setOnAction(event -> commit());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                follow();
            }
        });
        focusedProperty().addListener((property, before, isFocused) -> {
            if (!isFocused) {
                if (onLeave == OnLeave.TAKE && isTyped() && getScene() != null && !isTaking) {
                    take();
                }
                follow();
            }
        });
    }

    /** Whether it holds what somebody typed and has neither taken nor dropped. */
    public boolean isTyped() {
        return !getText().equals(followed);
    }

    /** Marks whether what it holds is no value. */
    public void markWrong(boolean isWrong) {
        pseudoClassStateChanged(WRONG, isWrong);
    }

    private void commit() {
        if (!isTyped() || take()) {
            follow();
            selectAll();
        } else {
            markWrong(true);
        }
    }

    /** What takes the text may remove the field, which then loses the focus meanwhile. */
    private boolean take() {
        isTaking = true;
        try {
            return take.test(getText());
        } finally {
            isTaking = false;
        }
    }

    private void follow() {
        followed = value.getValue();
        setText(followed);
        markWrong(false);
    }
}
