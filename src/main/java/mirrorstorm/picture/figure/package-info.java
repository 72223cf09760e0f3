/** A whole picture for a file: heading, stage, legend and charts. */
@NullMarked
package mirrorstorm.picture.figure;

import org.jspecify.annotations.NullMarked;
