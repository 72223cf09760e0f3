/** The run tells itself: what happened, why, and what it means; beside it, what customers were told. */
@NullMarked
package mirrorstorm.run.story;

import org.jspecify.annotations.NullMarked;
