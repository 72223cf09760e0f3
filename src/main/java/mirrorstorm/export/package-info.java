/** What a run leaves behind: results as JSON and CSV, pictures, by the same painters as on the screen. */
@NullMarked
package mirrorstorm.export;

import org.jspecify.annotations.NullMarked;
