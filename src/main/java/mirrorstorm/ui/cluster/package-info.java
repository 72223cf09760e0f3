/** My cluster: a few numbers, what the headroom law says of them, and a run of it. */
@NullMarked
package mirrorstorm.ui.cluster;

import org.jspecify.annotations.NullMarked;
