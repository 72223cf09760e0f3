package mirrorstorm.picture.chart;

import mirrorstorm.run.forecast.Fan;

/**
 * A forecast as charts show it.
 *
 * @param fan     how the futures spread
 * @param futures how many there are
 * @param age     whether it is the newest
 */
public record ChartFan(Fan fan, int futures, Age age) {

    // Indices into Fan.SHARES
    static final int LOW = 0;
    static final int INNER_LOW = 1;
    static final int MEDIAN = 2;
    static final int INNER_HIGH = 3;
    static final int HIGH = 4;

    /** How a forecast stands among others. */
    public enum Age {
        /** The newest: with all its bands. */
        NEW,
        /** The one before: only its edges. */
        OLD
    }

    boolean isNew() {
        return age == Age.NEW;
    }
}
