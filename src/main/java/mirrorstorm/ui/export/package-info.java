/** What is to be exported, and how. */
@NullMarked
package mirrorstorm.ui.export;

import org.jspecify.annotations.NullMarked;
