package mirrorstorm.cli;

import java.util.ArrayList;
import java.util.List;
import mirrorstorm.scenario.MessageBundle;
import mirrorstorm.scenario.Problem;
import mirrorstorm.scenario.ScenarioException;
import mirrorstorm.scenario.ValueException;

/** Everything that is wrong with a command line, to be told at once. */
final class OptionProblems {

    static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.cli.messages");

    private final List<Problem> problems = new ArrayList<>();
    private final CommandFiles files = new CommandFiles(this);

    /** The files that the command line names. */
    CommandFiles files() {
        return files;
    }

    /**
     * Adds what is wrong with an option.
     *
     * @param option as it is written, such as {@code --seed}
     */
    void add(String option, String what, String cure) {
        problems.add(new Problem(option, 0, 0, "", what, cure));
    }

    /** Adds what is wrong with the value of a lever that an option sets. */
    void add(String option, String path, ValueException problem) {
        problems.add(new Problem(option, 0, 0, path, problem.what(), problem.cure()));
    }

    void add(String option, ValueException problem) {
        add(option, problem.what(), problem.cure());
    }

    void add(ScenarioException exception) {
        problems.addAll(exception.problems());
    }

    void addAll(OptionProblems others) {
        problems.addAll(others.problems);
    }

    /** How many things are wrong so far. */
    int count() {
        return problems.size();
    }

    /** Whether nothing is wrong so far. */
    boolean isEmpty() {
        return problems.isEmpty();
    }

    /** @throws ScenarioException with everything, if there is anything */
    void throwIfAny() throws ScenarioException {
        if (!problems.isEmpty()) {
            throw new ScenarioException(problems);
        }
    }
}
