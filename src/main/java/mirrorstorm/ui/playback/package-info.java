/** The one door between the window and the simulation, and what plays through it. */
@NullMarked
package mirrorstorm.ui.playback;

import org.jspecify.annotations.NullMarked;
