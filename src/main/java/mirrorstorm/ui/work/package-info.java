/** Long work in the background, as a window shows it: how far it is, how long it still takes, pause and stop. */
@NullMarked
package mirrorstorm.ui.work;

import org.jspecify.annotations.NullMarked;
