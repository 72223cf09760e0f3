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

    /** How a forecast stands among others. */
    public enum Age {
        /** The newest: with all its bands. */
        NEW,
        /** The one before: only its edges. */
        OLD
    }
}
