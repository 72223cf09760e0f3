package mirrorstorm.ui.levers;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import mirrorstorm.scenario.Lever;
import mirrorstorm.scenario.ValueException;
import mirrorstorm.ui.words.UiMessages;

/** One lever as it is shown, and what can be done with it. FX thread only, except in tests, which have no toolkit. */
public final class LeverViewModel {

    private final Lever lever;
    private final LeversViewModel owner;
    private final ReadOnlyObjectWrapper<Object> value;
    private final ReadOnlyObjectWrapper<Object> start;
    private final ReadOnlyStringWrapper text;
    private final ReadOnlyDoubleWrapper position;
    private final ReadOnlyDoubleWrapper startPosition;
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Tint>> tint = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    LeverViewModel(Lever lever, LeversViewModel owner) {
        this.lever = lever;
        this.owner = owner;
        value = new ReadOnlyObjectWrapper<>(lever.defaultValue());
        start = new ReadOnlyObjectWrapper<>(lever.defaultValue());
        text = new ReadOnlyStringWrapper(LeverText.of(lever, lever.defaultValue()));
        position = new ReadOnlyDoubleWrapper(lever.toPosition(lever.defaultValue()));
        startPosition = new ReadOnlyDoubleWrapper(lever.toPosition(lever.defaultValue()));
    }

    /** What is moved: title, help, source, range. */
    public Lever lever() {
        return lever;
    }

    // Commands

    /** The slider has been taken in hand: all its moves until {@link #release} are one change. */
    public void grab() {
        owner.grab(this);
    }

    /** The slider stands here, in [0, 1]. */
    public void moveTo(double place) {
        Object moved = lever.fromPosition(place);
        if (!moved.equals(value.get())) {
            owner.set(this, moved);
        }
    }

    /** The slider has been let go. */
    public void release() {
        owner.release(this);
    }

    /** Gives the lever another value. */
    public void choose(Object wanted) {
        if (!wanted.equals(value.get())) {
            owner.set(this, wanted);
        }
    }

    /** Takes what somebody typed; what is wrong with it is in {@link #problemProperty}. Whether it is a value. */
    public boolean type(String typed) {
        try {
            Object wanted = LeverText.parse(lever, typed);
            problem.set("");
            choose(wanted);
            return true;
        } catch (ValueException e) {
            problem.set(e.getMessage());
            return false;
        }
    }

    /** What was typed is dropped. */
    public void forgetTyped() {
        problem.set("");
    }

    /** Back to the scenario's value. */
    public void reset() {
        choose(start.get());
    }

    // Followed by the owner

    void show(Object now) {
        if (!now.equals(value.get())) {
            value.set(now);
            text.set(LeverText.of(lever, now));
            position.set(lever.toPosition(now));
        }
        changed.set(!now.equals(start.get()));
    }

    void startAt(Object first) {
        start.set(first);
        startPosition.set(lever.toPosition(first));
        changed.set(!first.equals(value.get()));
    }

    void tint(Optional<Tint> now) {
        tint.set(now);
    }

    // What is shown

    /** What the last tipping map foresees along the track, if it is about this lever. */
    public ReadOnlyObjectProperty<Optional<Tint>> tintProperty() {
        return tint.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Object> valueProperty() {
        return value.getReadOnlyProperty();
    }

    /** The value as text, with its unit. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Where the slider stands, in [0, 1]. */
    public ReadOnlyDoubleProperty positionProperty() {
        return position.getReadOnlyProperty();
    }

    /** Where the slider stands with the scenario's value, in [0, 1]. */
    public ReadOnlyDoubleProperty startPositionProperty() {
        return startPosition.getReadOnlyProperty();
    }

    /** The value that the scenario starts with. */
    public ReadOnlyObjectProperty<Object> startProperty() {
        return start.getReadOnlyProperty();
    }

    /** The text of the value that the scenario starts with. */
    public String startText() {
        return LeverText.of(lever, start.get());
    }

    /** The text of the least value that it can have. */
    String leastText() {
        return LeverText.of(lever, lever.least());
    }

    /** The text of the greatest value that it can have. */
    String mostText() {
        return LeverText.of(lever, lever.most());
    }

    /** Whether somebody who looks for these words means this lever: all of them are somewhere in what is said of it. */
    boolean isFoundBy(String query) {
        String said = String.join(
                        " ", lever.title(), lever.path(), lever.help(), UiMessages.text("group." + lever.group()))
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(query.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(said::contains);
    }

    /** Whether the value is another than the scenario's at its start. */
    public ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** What is wrong with what was typed; empty if nothing is. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
