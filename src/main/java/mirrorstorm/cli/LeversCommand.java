package mirrorstorm.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import mirrorstorm.export.LeversJson;
import mirrorstorm.scenario.Lever;
import mirrorstorm.scenario.Levers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the lever registry: everything that can be set. */
@Command(name = "levers")
final class LeversCommand implements Callable<Integer> {

    @Option(names = "--json")
    private boolean asJson;

    private final Console console;

    LeversCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (asJson) {
            LeversJson.write(console.out());
            return ExitCode.DONE;
        }
        for (Lever lever : Levers.all()) {
            String unit = lever.unit().isEmpty() ? "" : " " + lever.unit();
            console.out()
                    .print(String.format(
                            Locale.ROOT,
                            "%-38s %-8s %-14s %-30s %s\n",
                            lever.path(),
                            lever.timing().text(),
                            lever.format(lever.defaultValue()) + unit,
                            values(lever),
                            lever.title()));
        }
        return ExitCode.DONE;
    }

    private static String values(Lever lever) {
        return switch (lever.kind()) {
            case CHOICE -> lever.choices().stream().map(Lever.Choice::text).collect(Collectors.joining("|"));
            case SWITCH -> "true|false";
            default -> OptionProblems.TEXTS.text("levers.range", lever.format(lever.min()), lever.format(lever.max()));
        };
    }
}
