package mirrorstorm.cli;

import java.io.IOException;
import java.util.function.Function;
import java.util.function.Supplier;
import mirrorstorm.export.StudyFiles;
import mirrorstorm.model.EngineKind;
import mirrorstorm.run.study.Study;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ScenarioException;

/**
 * What a command line asks of a {@link Study}, from its options to its results: they are read one by one, everything
 * that is wrong is told at once, then the runs are made, with progress and Ctrl-C, and what was found is written.
 *
 * @param problems what is wrong with the options so far
 */
record StudyRequest(Console console, boolean isQuiet, Scenario scenario, EngineKind engine, OptionProblems problems) {

    /**
     * How results of a study are put.
     *
     * @param told  one part that is told on the way, in words
     * @param words all of it, where no file is asked for
     */
    record Wording<P, R>(Function<P, String> told, Function<R, StudyFiles> files, Function<R, String> words) {}

    /** The wording of a study of which nothing is told before its end. */
    static <P, R> Wording<P, R> wording(Function<R, StudyFiles> files, Function<R, String> words) {
        return new Wording<>(part -> "", files, words);
    }

    /** Says something that is no result. */
    void tell(String text) {
        if (!isQuiet && !text.isEmpty()) {
            console.err().println(text);
        }
    }

    /**
     * Tells everything that is wrong.
     *
     * @throws ScenarioException if anything is
     */
    void check(StudyOutputs outputs) throws ScenarioException {
        outputs.check(problems);
        problems.throwIfAny();
    }

    /**
     * Answers.
     *
     * @param study asked for once everything is known to be right
     * @return the exit code
     * @throws ScenarioException with everything that is wrong, if anything is
     * @throws IOException       if something cannot be read or written, or somebody wanted it to stop before its end
     */
    <P, R> int answer(Supplier<Study<P, R>> study, int threads, Wording<P, R> wording, StudyOutputs outputs)
            throws IOException, ScenarioException {
        check(outputs);
        R found = new WatchedWork(console, isQuiet).run(work -> study.get()
                .answer(threads, work, part -> tell(wording.told().apply(part))));
        if (outputs.isAny()) {
            outputs.write(wording.files().apply(found), console.out());
        } else {
            console.out().print(wording.words().apply(found));
        }
        return ExitCode.DONE;
    }
}
