/** What every question that takes many runs to answer has in common. */
@NullMarked
package mirrorstorm.run.study;

import org.jspecify.annotations.NullMarked;
