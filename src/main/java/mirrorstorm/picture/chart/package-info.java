/** Painters of the charts on the common time axis. */
@NullMarked
package mirrorstorm.picture.chart;

import org.jspecify.annotations.NullMarked;
