package mirrorstorm.ui.work;

import mirrorstorm.scenario.ValueException;
import mirrorstorm.ui.words.UiMessages;

/** Whole numbers that somebody types. */
public final class WholeNumber {

    private WholeNumber() {}

    /**
     * The number.
     *
     * @param what it counts, for the problem
     * @throws ValueException if it is none, or not in [min, max]
     */
    public static int parse(String text, int min, int max, String what) throws ValueException {
        String typed = text.strip();
        int number = typed.matches("[0-9]{1,7}") ? Integer.parseInt(typed) : -1;
        if (number < min || number > max) {
            throw new ValueException(UiMessages.text("work.number", what, min, max), "");
        }
        return number;
    }
}
