/** Painters: what is to be seen of a run becomes marks on a {@link java.awt.Graphics2D}. No window, no toolkit. */
@NullMarked
package mirrorstorm.picture;

import org.jspecify.annotations.NullMarked;
