package mirrorstorm.cli;

import java.io.IOException;
import java.util.Optional;
import mirrorstorm.run.batch.Replications;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The scenario and the options of every command that answers a {@link mirrorstorm.run.study.Study}. */
final class StudyOptions {

    @Mixin
    private RunningOptions running;

    @Option(names = "--threads", paramLabel = "N")
    private Optional<String> threads = Optional.empty();

    /**
     * Begins to read what is asked: the scenario and the engine.
     *
     * @throws IOException if there is such a file but it cannot be read
     */
    StudyRequest read(Console console) throws IOException {
        OptionProblems problems = new OptionProblems();
        return new StudyRequest(
                console, running.isQuiet(), running.scenario(problems), running.engine(problems), problems);
    }

    /** How many runs at a time. */
    int threads(OptionProblems problems) {
        return Options.count("--threads", threads, Replications.cores(), RunningOptions.THREADS_MAX, problems);
    }
}
