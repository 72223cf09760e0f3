/**
 * The cluster: nodes, volumes, search, race, copy, backoff, interventions, and the simulation that drives them.
 * What is simulated and why is told in {@code src/docs/model.md}; the facts behind it are the post-mortem of AWS of
 * 29 April 2011 (aws.amazon.com/message/65648).
 */
@NullMarked
package mirrorstorm.model;

import org.jspecify.annotations.NullMarked;
