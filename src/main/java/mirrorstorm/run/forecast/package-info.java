/** What may become of a run from where it stands: many futures, each with fresh random numbers. */
@NullMarked
package mirrorstorm.run.forecast;

import org.jspecify.annotations.NullMarked;
