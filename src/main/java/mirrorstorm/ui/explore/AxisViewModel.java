package mirrorstorm.ui.explore;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import mirrorstorm.run.sweep.Axis;
import mirrorstorm.scenario.Lever;
import mirrorstorm.scenario.LeverRange;
import mirrorstorm.scenario.Levers;
import mirrorstorm.scenario.ValueException;
import mirrorstorm.ui.levers.LeverText;
import mirrorstorm.ui.words.UiMessages;
import mirrorstorm.ui.work.WholeNumber;

/**
 * One lever of a tipping map and the values that it is given: from one to another in steps, of equal ratio where the
 * lever's slider is logarithmic; all values there are where it is a choice or a switch.
 */
public final class AxisViewModel {

    /** Most values across or upwards: more cells than that are too small to read. */
    static final int STEPS_MAX = 40;

    private static final int STEPS = 8;

    private final ObjectProperty<Lever> lever;
    private final StringProperty from = new SimpleStringProperty("");
    private final StringProperty to = new SimpleStringProperty("");
    private final StringProperty steps = new SimpleStringProperty(Integer.toString(STEPS));

    AxisViewModel(Lever first) {
        lever = new SimpleObjectProperty<>(first);
        lever.addListener((property, before, now) -> suggest());
        suggest();
    }

    private void suggest() {
        Lever now = lever.get();
        from.set(isListed(now) ? "" : LeverText.of(now, now.nearest(now.range().sliderMin())));
        to.set(isListed(now) ? "" : LeverText.of(now, now.nearest(now.range().sliderMax())));
    }

    /** Proposes other ends than the slider's. */
    void range(String first, String last) {
        from.set(first);
        to.set(last);
    }

    /** Whether all values of a lever are taken. */
    static boolean isListed(Lever lever) {
        return lever.kind() == Lever.Kind.CHOICE || lever.kind() == Lever.Kind.SWITCH;
    }

    /**
     * The axis, as it is set now.
     *
     * @throws ValueException if a value is none, or out of range
     */
    Axis axis() throws ValueException {
        Lever now = lever.get();
        if (now.kind() == Lever.Kind.CHOICE) {
            return new Axis(now, now.choices().stream().map(Lever.Choice::value).toList());
        } else if (now.kind() == Lever.Kind.SWITCH) {
            return new Axis(now, List.of(false, true));
        }
        int count = WholeNumber.parse(steps.get(), 2, STEPS_MAX, UiMessages.text("explore.steps"));
        Object first = LeverText.parse(now, from.get());
        Object last = LeverText.parse(now, to.get());
        boolean isPositive = now.magnitudeOf(first) > 0 && now.magnitudeOf(last) > 0;
        boolean isLog = now.range().scale() == LeverRange.Scale.LOGARITHMIC && isPositive;
        String range = now.path() + "=" + now.format(first) + ".." + now.format(last) + ":" + count;
        return Axis.parse(isLog ? range + ":log" : range);
    }

    /** Every lever but the seed, which decides nothing by its size. */
    public static List<Lever> levers() {
        return Levers.all().stream()
                .filter(each -> !each.path().equals("seed") && !each.path().equals("horizon"))
                .toList();
    }

    /** Which lever. */
    public ObjectProperty<Lever> leverProperty() {
        return lever;
    }

    /** Its first value, as it is typed. */
    public StringProperty fromProperty() {
        return from;
    }

    /** Its last value, as it is typed. */
    public StringProperty toProperty() {
        return to;
    }

    /** How many values, as it is typed. */
    public StringProperty stepsProperty() {
        return steps;
    }
}
