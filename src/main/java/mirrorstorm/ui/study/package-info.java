/** What the windows of all studies have in common: what is asked, how far it is, the picture, saving what was found. */
@NullMarked
package mirrorstorm.ui.study;

import org.jspecify.annotations.NullMarked;
