/** The charts under the time line. */
@NullMarked
package mirrorstorm.ui.charts;

import org.jspecify.annotations.NullMarked;
