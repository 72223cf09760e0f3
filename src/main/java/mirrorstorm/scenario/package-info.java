/**
 * Scenarios: what is simulated, as records and as files. Reading with friendly problems, writing, the lever registry,
 * and the bundled library. JSON is known here and where results are written, nowhere else.
 */
@NullMarked
package mirrorstorm.scenario;

import org.jspecify.annotations.NullMarked;
