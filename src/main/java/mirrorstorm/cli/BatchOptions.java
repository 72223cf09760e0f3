package mirrorstorm.cli;

import java.util.Optional;
import mirrorstorm.run.batch.Replications;
import picocli.CommandLine.Option;

/** The options of every command that runs many replications. */
final class BatchOptions {

    /** Most replications that anybody may ask for. */
    static final int REPLICATIONS_MAX = 100_000;

    @Option(names = "--replications", paramLabel = "N")
    private Optional<String> replications = Optional.empty();

    @Option(names = "--threads", paramLabel = "N")
    private Optional<String> threads = Optional.empty();

    int replications(int absent, OptionProblems problems) {
        return Options.count("--replications", replications, absent, REPLICATIONS_MAX, problems);
    }

    int threads(OptionProblems problems) {
        return Options.count("--threads", threads, Replications.cores(), RunningOptions.THREADS_MAX, problems);
    }
}
