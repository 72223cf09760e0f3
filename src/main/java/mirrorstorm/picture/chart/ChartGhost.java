package mirrorstorm.picture.chart;

import mirrorstorm.metrics.Series;

/**
 * Another branch of the same run, drawn behind the present one's lines: dashed and lighter.
 *
 * @param name   what it is called in the legend
 * @param series what was measured on it; spaced as the present one's
 */
public record ChartGhost(String name, Series series) {}
