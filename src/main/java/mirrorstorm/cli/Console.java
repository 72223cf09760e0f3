package mirrorstorm.cli;

import java.io.PrintStream;
import java.util.Map;

/**
 * What a command talks to.
 *
 * @param out          results only
 * @param err          progress, messages, problems
 * @param interruption whether somebody wants it to stop
 * @param environment  the variables that a shell or a scheduler has set
 */
record Console(PrintStream out, PrintStream err, Interruption interruption, Map<String, String> environment) {}
