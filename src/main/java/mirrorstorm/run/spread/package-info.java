/** How the runs of a scenario spread at its milestones. */
@NullMarked
package mirrorstorm.run.spread;

import org.jspecify.annotations.NullMarked;
