/** Transport, clock and scrubber: where the run stands and where it can be taken. */
@NullMarked
package mirrorstorm.ui.timeline;

import org.jspecify.annotations.NullMarked;
