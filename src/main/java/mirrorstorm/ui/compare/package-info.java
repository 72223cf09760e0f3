/** Variants beside each other on one clock: their stages, their charts, and what they come to over replications. */
@NullMarked
package mirrorstorm.ui.compare;

import org.jspecify.annotations.NullMarked;
