/** Many runs at a time: on all cores, with progress, pause and cancel, merged by index; and what they say together. */
@NullMarked
package mirrorstorm.run.batch;

import org.jspecify.annotations.NullMarked;
