/** The window as a whole: its parts, actions, menus, files, looks and preferences. */
@NullMarked
package mirrorstorm.ui.window;

import org.jspecify.annotations.NullMarked;
