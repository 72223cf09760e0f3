package mirrorstorm.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What one command line printed, and its exit code. */
record CommandLineRun(int code, String out, String err) {

    static CommandLineRun of(String... arguments) {
        return of(new Interruption(), arguments);
    }

    static CommandLineRun of(Interruption interruption, String... arguments) {
        return of(interruption, Map.of(), arguments);
    }

    static CommandLineRun of(Interruption interruption, Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8);
        int code = Cli.run(new Console(outStream, errStream, interruption, environment), arguments);
        return new CommandLineRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
