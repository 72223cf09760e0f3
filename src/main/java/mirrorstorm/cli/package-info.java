/**
 * The command line: parses arguments, calls {@code run} and {@code export}, prints, exits with a code. Results go to
 * standard output, everything else to standard error.
 */
@NullMarked
package mirrorstorm.cli;

import org.jspecify.annotations.NullMarked;
