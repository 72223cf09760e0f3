package mirrorstorm.run.compare;

import mirrorstorm.scenario.Scenario;

/**
 * One of the scenarios that are compared.
 *
 * @param label what it is called in the result
 */
public record Variant(String label, Scenario scenario) {}
