package mirrorstorm.picture.chart;

import java.util.Locale;
import mirrorstorm.picture.text.NumberText;

/** What is measured along a value axis: how its values are written there, and how beside the cursor. */
enum Quantity {
    /** A part of all, [0, 1], written in percent. */
    SHARE(0.1, 1000) {
        @Override
        String tick(double value) {
            double percent = 100 * value;
            boolean isWhole = Math.abs(percent - Math.rint(percent)) < 1e-9;
            return String.format(Locale.ROOT, isWhole ? "%.0f %%" : "%.1f %%", percent);
        }

        @Override
        String reading(double value) {
            return NumberText.percent(value);
        }
    },

    /** Things that are counted. */
    COUNT(2, 1) {
        @Override
        String reading(double value) {
            return NumberText.count(Math.round(value));
        }
    },

    /** Things a second. */
    RATE(2, 1) {
        @Override
        String reading(double value) {
            return NumberText.about(value);
        }
    },

    /** Seconds, of which those below one are written as milliseconds. */
    SECONDS(1, 1000) {
        @Override
        String tick(double value) {
            return value == 0 ? "0" : value < 1 ? Math.round(1000 * value) + " ms" : Math.round(value) + " s";
        }

        @Override
        String reading(double value) {
            return value < 1
                    ? String.format(Locale.ROOT, "%.0f ms", 1000 * value)
                    : String.format(Locale.ROOT, "%.1f s", value);
        }
    },

    /** So many to one. Where it is 1 is what matters, so that is always in sight. */
    RATIO(2, 100) {
        @Override
        String tick(double value) {
            return NumberText.about(value);
        }

        @Override
        String reading(double value) {
            return String.format(Locale.ROOT, "%.2f", value);
        }
    };

    private final double leastTop;
    private final double finest;

    Quantity(double leastTop, double finest) {
        this.leastTop = leastTop;
        this.finest = finest;
    }

    /** No linear axis ends below this, so that what is next to nothing looks like it. */
    double leastTop() {
        return leastTop;
    }

    /** How many of the smallest parts that a logarithmic axis tells from zero make one. */
    double finest() {
        return finest;
    }

    /** A round value on an axis, in a few signs: 10,000, 1M. */
    String tick(double value) {
        return value >= 1e9
                ? NumberText.count(Math.round(value / 1e9)) + "G"
                : value >= 1e6 ? NumberText.count(Math.round(value / 1e6)) + "M" : NumberText.count(Math.round(value));
    }

    /** Any value, to as many digits as tell. */
    abstract String reading(double value);
}
