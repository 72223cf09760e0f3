/** What pictures say: numbers, times, differences and states in words. */
@NullMarked
package mirrorstorm.picture.text;

import org.jspecify.annotations.NullMarked;
