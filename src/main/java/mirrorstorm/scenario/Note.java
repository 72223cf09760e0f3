package mirrorstorm.scenario;

import java.time.Duration;

/**
 * A dated fact to show along a run.
 *
 * @param at   simulated time
 * @param text a sentence
 */
public record Note(Duration at, String text) {}
