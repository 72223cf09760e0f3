package mirrorstorm.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import mirrorstorm.scenario.Library;
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
        for (Library.Entry entry : Library.entries()) {
            console.out().print(String.format(Locale.ROOT, "%-24s %s: %s\n", entry.id(), entry.title(), entry.line()));
        }
        return ExitCode.DONE;
    }
}
