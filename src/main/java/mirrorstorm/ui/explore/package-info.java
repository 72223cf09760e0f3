/** Where the cluster tips: two levers against each other, run in the background while the window stays free. */
@NullMarked
package mirrorstorm.ui.explore;

import org.jspecify.annotations.NullMarked;
