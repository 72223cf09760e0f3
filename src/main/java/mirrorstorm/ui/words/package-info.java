/** Numbers, times and sentences as the window shows them. */
@NullMarked
package mirrorstorm.ui.words;

import org.jspecify.annotations.NullMarked;
