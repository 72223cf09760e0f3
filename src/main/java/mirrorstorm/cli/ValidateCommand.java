package mirrorstorm.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import mirrorstorm.scenario.ScenarioException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks scenario files, all of them, and says what has to be put right. */
@Command(name = "validate")
final class ValidateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SCENARIO", arity = "1..*", descriptionKey = "scenario")
    private List<String> names = new ArrayList<>();

    @Option(names = "--quiet")
    private boolean isQuiet;

    private final Console console;

    ValidateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        int code = ExitCode.DONE;
        for (String name : names) {
            try {
                new OptionProblems().files().open(name);
                if (!isQuiet) {
                    console.out().println(OptionProblems.TEXTS.text("validate.fine", name));
                }
            } catch (ScenarioException | IOException e) {
                console.err().println(e.getMessage());
                code = ExitCode.BAD_INPUT;
            }
        }
        return code;
    }
}
