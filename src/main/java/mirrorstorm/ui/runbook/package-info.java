/** What an operator did in the open run, as a runbook: edited, replayed over many seeds, saved and opened. */
@NullMarked
package mirrorstorm.ui.runbook;

import org.jspecify.annotations.NullMarked;
