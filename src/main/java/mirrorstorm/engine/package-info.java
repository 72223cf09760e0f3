/**
 * The deterministic kernel: clock and future event list, named random streams, sampling by rate, trace hash.
 * It knows no cluster. Whatever is kept here can be copied into another instance of itself, which is how a
 * whole run is checkpointed and restored.
 */
@NullMarked
package mirrorstorm.engine;

import org.jspecify.annotations.NullMarked;
