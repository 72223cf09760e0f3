/** What is kept of a window's work while it is open, so that it survives a kill. */
@NullMarked
package mirrorstorm.ui.recovery;

import org.jspecify.annotations.NullMarked;
