/** Why things are as they are: what is true of a node, a volume or the control plane at one moment, in words. */
@NullMarked
package mirrorstorm.run.why;

import org.jspecify.annotations.NullMarked;
