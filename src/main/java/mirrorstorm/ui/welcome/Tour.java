package mirrorstorm.ui.welcome;

import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import mirrorstorm.ui.words.UiMessages;

/** Three things to know, pointed at one after the other. It only points: it neither waits for anything nor stops it. */
public final class Tour {

    /** No step is shown. */
    public static final int OVER = -1;

    /** What is pointed at: the first thing in the window with that style class or id that is visible. */
    public record Step(String id, List<String> targets, Side side) {

        /** What is said. */
        public String text() {
            return UiMessages.text("tour." + id);
        }

        public String title() {
            return UiMessages.text("tour." + id + ".title");
        }
    }

    /** Where the words are, seen from what they point at. */
    public enum Side {
        INSIDE,
        ABOVE,
        LEFT
    }

    /** What is seen, where time is, what to drag. */
    public static final List<Step> STEPS = List.of(
            new Step("stage", List.of(".stage-cluster", ".stage"), Side.INSIDE),
            new Step("time", List.of(".scrubber"), Side.ABOVE),
            new Step("lever", List.of("#lever-search-backoff-base", ".levers", ".stage"), Side.LEFT));

    private final ReadOnlyIntegerWrapper step = new ReadOnlyIntegerWrapper(OVER);

    /** From the first step on. */
    public void begin() {
        step.set(0);
    }

    /** The next step; after the last it is over. */
    public void goOn() {
        if (step.get() != OVER) {
            step.set(step.get() + 1 < STEPS.size() ? step.get() + 1 : OVER);
        }
    }

    /** Whoever has seen enough. */
    public void skip() {
        step.set(OVER);
    }

    /** Which step is shown, counted from 0, or {@link #OVER}. */
    public ReadOnlyIntegerProperty stepProperty() {
        return step.getReadOnlyProperty();
    }
}
