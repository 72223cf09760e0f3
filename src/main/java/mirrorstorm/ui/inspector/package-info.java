/** What is true of one node, in facts and sentences. */
@NullMarked
package mirrorstorm.ui.inspector;

import org.jspecify.annotations.NullMarked;
