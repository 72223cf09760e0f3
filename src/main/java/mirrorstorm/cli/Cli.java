package mirrorstorm.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.ToIntFunction;
import mirrorstorm.export.Version;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.NearestName;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ScenarioException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line of the program: arguments in, text and an exit code out. */
public final class Cli {

    private static final String BUNDLE = "mirrorstorm.cli.messages";
    private static final int HELP_WIDTH = 100;
    private static final int MEBIBYTE_BITS = 20;

    private final StandardStream.Printing out;
    private final StandardStream.Printing err;
    private final Console console;
    private final List<String> arguments;

    private Cli(Console given, List<String> arguments) {
        out = StandardStream.ofResults(given.out());
        err = StandardStream.ofMessages(given.err());
        console = new Console(out, err, given.interruption(), given.environment());
        this.arguments = arguments;
    }

    @Command(name = "mirrorstorm", synopsisSubcommandLabel = "COMMAND")
    private static final class Program {}

    /** Runs the command line and ends the program with its exit code. */
    public static void main(String[] args) {
        endWith(console -> run(console, args));
    }

    /** Runs what there is to do where there is no screen for a window, and ends the program with its exit code. */
    public static void mainWithoutDisplay() {
        endWith(console -> runWithoutDisplay(console, Library.bundled(NoDisplay.SCENARIO), Path.of("")));
    }

    private static void endWith(ToIntFunction<Console> program) {
        Interruption interruption = new Interruption();
        interruption.listen();
        OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
        OutputStream err = new FileOutputStream(FileDescriptor.err);
        int code = program.applyAsInt(new Console(
                StandardStream.ofResults(out), StandardStream.ofMessages(err), interruption, System.getenv()));
        interruption.stopped();
        System.exit(code);
    }

    /**
     * Runs the command line.
     *
     * @param out gets results
     * @param err gets progress, messages and problems
     * @return the exit code: 0 done, 1 an expectation is false, 2 bad input, 3 our own fault
     */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return run(new Console(out, err, new Interruption(), System.getenv()), args);
    }

    static int run(Console console, String[] args) {
        return new Cli(console, List.of(args)).run();
    }

    private int run() {
        int code;
        try {
            code = listening().execute(arguments.toArray(String[]::new));
        } catch (RuntimeException | Error failure) { // the one handler of this thread
            code = onFault(failure);
        }
        return afterWriting(code);
    }

    /** Results that did not arrive are an error, unless who read them had seen enough. */
    private int afterWriting(int code) {
        Optional<String> failure = out.failure();
        failure.ifPresent(reason -> err.println(OptionProblems.TEXTS.text("output.standard", reason)));
        err.flush();
        return failure.isPresent() && code != ExitCode.OUR_FAULT ? ExitCode.BAD_INPUT : code;
    }

    /** As {@link #run}, for no arguments; everything goes into a folder in {@code parent}. */
    static int runWithoutDisplay(Console console, Scenario scenario, Path parent) {
        return new Cli(console, List.of()).withoutDisplay(scenario, parent);
    }

    private int withoutDisplay(Scenario scenario, Path parent) {
        try {
            new NoDisplay(console, scenario, parent).show();
            return afterWriting(ExitCode.DONE);
        } catch (IOException failure) {
            return onFailure(failure);
        } catch (RuntimeException | Error failure) { // the one handler of this thread
            return onFault(failure);
        }
    }

    /** The commands with their options, as yet without anybody who runs them. */
    static CommandLine commandLine(Console console) {
        CommandLine line = new CommandLine(new Program());
        line.addSubcommand(new RunCommand(console));
        line.addSubcommand(new CompareCommand(console));
        line.addSubcommand(new ForecastCommand(console));
        line.addSubcommand(new SweepCommand(console));
        line.addSubcommand(new MergeCommand(console));
        line.addSubcommand(new LastExitCommand(console));
        line.addSubcommand(new RunbookCommand(console));
        line.addSubcommand(new ExplainCommand(console));
        line.addSubcommand(new SpreadCommand(console));
        line.addSubcommand(new ValidateCommand(console));
        line.addSubcommand(new ScenariosCommand(console));
        line.addSubcommand(new LeversCommand(console));
        ResourceBundle texts = ResourceBundle.getBundle(BUNDLE, Locale.ROOT);
        for (CommandLine each : line.getSubcommands().values()) {
            configure(each, texts);
        }
        configure(line, texts);
        return line;
    }

    private CommandLine listening() {
        CommandLine line = commandLine(console);
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((problem, unused) -> onBadArguments(problem));
        line.setExecutionExceptionHandler((failure, unused, parsed) -> onFailure(failure));
        return line;
    }

    private static void configure(CommandLine line, ResourceBundle texts) {
        CommandSpec spec = line.getCommandSpec();
        spec.mixinStandardHelpOptions(true);
        spec.version("mirrorstorm " + Version.text());
        spec.usageMessage().width(HELP_WIDTH);
        line.setResourceBundle(texts);
    }

    private int onBadArguments(ParameterException problem) {
        CommandLine command = problem.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        console.err().println(name + ": " + message(problem, command));
        console.err().println(OptionProblems.TEXTS.text("try", name));
        return ExitCode.BAD_INPUT;
    }

    private static String message(ParameterException problem, CommandLine command) {
        if (!(problem instanceof UnmatchedArgumentException unmatched)) {
            return String.valueOf(problem.getMessage());
        }
        String written = unmatched.getUnmatched().get(0);
        boolean isOption = written.startsWith("-");
        List<String> known = isOption
                ? command.getCommandSpec().options().stream()
                        .flatMap(option -> Arrays.stream(option.names()))
                        .toList()
                : command.getSubcommands().entrySet().stream()
                        .filter(each ->
                                !each.getValue().getCommandSpec().usageMessage().hidden())
                        .map(Map.Entry::getKey)
                        .toList();
        String kind = isOption ? "option.unknown" : known.isEmpty() ? "argument.unknown" : "command.unknown";
        String cure = NearestName.to(written, known)
                .map(nearest -> OptionProblems.TEXTS.text("nearest", nearest))
                .orElse(known.isEmpty() ? "" : OptionProblems.TEXTS.text("oneOf", String.join(", ", known)));
        return OptionProblems.TEXTS.text(kind, written) + (cure.isEmpty() ? "" : "; " + cure);
    }

    private int onFailure(Exception failure) {
        if (failure instanceof ScenarioException || failure instanceof IOException) {
            console.err().println(failure.getMessage());
            return ExitCode.BAD_INPUT;
        }
        return onFault(failure);
    }

    private int onFault(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            long mebibytes = Runtime.getRuntime().maxMemory() >> MEBIBYTE_BITS;
            console.err().println(OptionProblems.TEXTS.text("memory", mebibytes, 2 * mebibytes));
            return ExitCode.BAD_INPUT;
        }
        try {
            console.err().println(OptionProblems.TEXTS.text("fault", FailureLog.write(failure, arguments)));
        } catch (IOException e) {
            console.err().println(OptionProblems.TEXTS.text("fault.noLog", failure));
        }
        return ExitCode.OUR_FAULT;
    }
}
