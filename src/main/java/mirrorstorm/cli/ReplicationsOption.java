package mirrorstorm.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The option of every command that makes the same runs again with other chance. */
final class ReplicationsOption {

    /** Most replications that anybody may ask for. */
    static final int REPLICATIONS_MAX = 100_000;

    @Option(names = "--replications", paramLabel = "N")
    private Optional<String> replications = Optional.empty();

    int count(int absent, OptionProblems problems) {
        return Options.count("--replications", replications, absent, REPLICATIONS_MAX, problems);
    }
}
