package mirrorstorm.scenario;

import java.util.List;
import java.util.stream.Collectors;

/** A scenario cannot be run: all that has to be put right. The message has one line for each problem. */
public final class ScenarioException extends Exception {

    private final transient List<Problem> problems;

    /** @throws IllegalArgumentException if there is no problem */
    public ScenarioException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("nothing is wrong");
        }
        this.problems = List.copyOf(problems);
    }

    /** In the order of their places; at least one. */
    public List<Problem> problems() {
        return problems;
    }
}
