/** Why it happened: an outcome shared out over its causes by running without each set of them. */
@NullMarked
package mirrorstorm.run.cause;

import org.jspecify.annotations.NullMarked;
