/** Levers against each other: grids of scenarios, many replications each, on one machine or in shards on many. */
@NullMarked
package mirrorstorm.run.sweep;

import org.jspecify.annotations.NullMarked;
