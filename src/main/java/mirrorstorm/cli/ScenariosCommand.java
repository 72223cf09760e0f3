package mirrorstorm.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;
import picocli.CommandLine.Command;

/** Lists the bundled scenarios: id, title, one line. */
@Command(name = "scenarios")
final class ScenariosCommand implements Callable<Integer> {

    private final Console console;

    ScenariosCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        for (String id : Library.IDS) {
            Scenario scenario = Library.bundled(id);
            int end = scenario.summary().indexOf(". ");
            String line = end < 0 ? scenario.summary() : scenario.summary().substring(0, end + 1);
            console.out().print(String.format(Locale.ROOT, "%-24s %s: %s\n", id, scenario.title(), line));
        }
        return ExitCode.DONE;
    }
}
