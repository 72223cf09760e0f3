/** Turns a run into series and judgements. It listens and asks; it never touches the run. */
@NullMarked
package mirrorstorm.metrics;

import org.jspecify.annotations.NullMarked;
