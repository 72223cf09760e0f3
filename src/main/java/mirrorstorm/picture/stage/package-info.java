/** Painters of the stage: the region, its racks and nodes, their volumes, what moves between them, and the legend. */
@NullMarked
package mirrorstorm.picture.stage;

import org.jspecify.annotations.NullMarked;
