/** The picture of the cluster, and what can be pointed at in it. */
@NullMarked
package mirrorstorm.ui.stage;

import org.jspecify.annotations.NullMarked;
