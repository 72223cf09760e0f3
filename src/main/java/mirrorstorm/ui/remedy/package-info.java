/** How late may a remedy come? The last exit of a run, looked for beside it and drawn on its time line. */
@NullMarked
package mirrorstorm.ui.remedy;

import org.jspecify.annotations.NullMarked;
