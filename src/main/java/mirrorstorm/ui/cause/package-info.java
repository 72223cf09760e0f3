/** Why it happened: the open run's outcome shared out over its causes, worked out in the background. */
@NullMarked
package mirrorstorm.ui.cause;

import org.jspecify.annotations.NullMarked;
