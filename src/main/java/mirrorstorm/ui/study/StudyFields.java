package mirrorstorm.ui.study;

import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import mirrorstorm.scenario.Durations;
import mirrorstorm.scenario.Levers;
import mirrorstorm.scenario.ScenarioException;
import mirrorstorm.scenario.ValueException;
import mirrorstorm.ui.words.UiMessages;
import mirrorstorm.ui.work.WholeNumber;

/** What every study is asked, as it is typed: how many replications, and when each run ends; and what is wrong. */
public final class StudyFields {

    /** When runs end where nothing else is said: by then it is decided what becomes of a storm. */
    private static final Duration HORIZON = Duration.ofHours(12);

    private final int replicationsMin;
    private final int replicationsMax;
    private final StringProperty replications;
    private final StringProperty horizon = new SimpleStringProperty(Durations.format(HORIZON));
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /** Reads what was typed, and begins with it. */
    @FunctionalInterface
    public interface Question {
        void ask() throws ValueException, ScenarioException;
    }

    /** @param replications those that are offered */
    public StudyFields(int replicationsMin, int replicationsMax, int replications) {
        this.replicationsMin = replicationsMin;
        this.replicationsMax = replicationsMax;
        this.replications = new SimpleStringProperty(Integer.toString(replications));
    }

    /** Asks, and says what is wrong if that cannot be, see {@link #problemProperty}; whether it can. */
    public boolean ask(Question question) {
        try {
            question.ask();
            problem.set("");
            return true;
        } catch (ValueException e) {
            complain(e);
        } catch (ScenarioException e) {
            complain(e.problems().get(0).toString());
        }
        return false;
    }

    /** Says what is wrong; nothing if empty. */
    public void complain(String what) {
        problem.set(what);
    }

    /** Says what is wrong with something that was typed. */
    public void complain(ValueException wrong) {
        complain(
                wrong.cure().isEmpty() ? wrong.what() : UiMessages.text("explore.problem", wrong.what(), wrong.cure()));
    }

    /**
     * The number of replications.
     *
     * @param title what it is called there
     * @throws ValueException if it is none, too small or too large
     */
    public int replications(String title) throws ValueException {
        return WholeNumber.parse(replications.get(), replicationsMin, replicationsMax, title);
    }

    /**
     * When each run ends.
     *
     * @throws ValueException if that is no time, or none at which a run can end
     */
    public Duration horizon() throws ValueException {
        Duration end = Durations.parse(horizon.get().strip());
        Optional<ValueException> wrong = Levers.require("horizon").problemWith(end);
        if (wrong.isPresent()) {
            throw wrong.get();
        }
        return end;
    }

    /** How many replications, as it is typed. */
    public StringProperty replicationsProperty() {
        return replications;
    }

    /** When each run ends, as it is typed. */
    public StringProperty horizonProperty() {
        return horizon;
    }

    /** Why it cannot be begun, or what else is wrong; empty if nothing is. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
