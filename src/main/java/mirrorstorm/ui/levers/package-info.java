/** What can be set, as sliders, choices and switches, and the operator's buttons. */
@NullMarked
package mirrorstorm.ui.levers;

import org.jspecify.annotations.NullMarked;
