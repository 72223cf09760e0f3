/** Painters of what studies of many runs come to: maps, attributions, runbooks, comparisons. */
@NullMarked
package mirrorstorm.picture.study;

import org.jspecify.annotations.NullMarked;
