/** When will it be fixed? Futures from the present moment, how they spread, and what then came of it. */
@NullMarked
package mirrorstorm.ui.forecast;

import org.jspecify.annotations.NullMarked;
