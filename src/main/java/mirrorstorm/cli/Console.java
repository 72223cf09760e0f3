package mirrorstorm.cli;

import java.io.PrintStream;

/**
 * What a command talks to.
 *
 * @param out          results only
 * @param err          progress, messages, problems
 * @param interruption whether somebody wants it to stop
 */
record Console(PrintStream out, PrintStream err, Interruption interruption) {}
