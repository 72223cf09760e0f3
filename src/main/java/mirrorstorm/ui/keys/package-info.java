/** Keys, however they are pressed, as menus, tooltips and the sheet of keys name them. */
@NullMarked
package mirrorstorm.ui.keys;

import org.jspecify.annotations.NullMarked;
