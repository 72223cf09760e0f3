/** Variants of a scenario held against each other with the same random numbers. */
@NullMarked
package mirrorstorm.run.compare;

import org.jspecify.annotations.NullMarked;
