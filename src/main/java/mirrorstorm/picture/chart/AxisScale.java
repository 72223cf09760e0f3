package mirrorstorm.picture.chart;

/** How values become heights along an axis. */
enum AxisScale {
    /** Equal differences are equally far apart. */
    LINEAR {
        @Override
        double scaled(double value) {
            return value;
        }
    },

    /** Equal ratios are equally far apart, as {@code log10(1 + value)}: so there is a zero. */
    LOG {
        @Override
        double scaled(double value) {
            return Math.log10(1 + Math.max(0, value));
        }
    };

    /** Where a value is, in [0, infinity); NaN stays. */
    abstract double scaled(double value);
}
