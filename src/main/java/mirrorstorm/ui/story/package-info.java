/** What happened, in dated sentences. */
@NullMarked
package mirrorstorm.ui.story;

import org.jspecify.annotations.NullMarked;
