package mirrorstorm.scenario;

import java.time.Duration;

/**
 * What the real cluster showed at a moment or during a while, for the simulated one to be held against.
 *
 * @param id        short name, unique within its scenario
 * @param metric    which column of the series it is about, the key of a {@link mirrorstorm.model.Metric}
 * @param published the value that was published; of a {@link Statistic#isTime time}, seconds since the start
 * @param tolerance largest difference at which a simulated value agrees, &gt;= 0, in the unit of the published one
 * @param source    who published it; may be empty
 */
public record Milestone(String id, When when, String metric, double published, double tolerance, String source) {

    /** The time that a milestone is about. */
    public sealed interface When {}

    /** One moment of simulated time. */
    public record At(Duration time) implements When {}

    /** A while, from and to included, with what is made of the values in it. */
    public record Within(Duration from, Duration to, Statistic statistic) implements When {

        /** @throws IllegalArgumentException if the while ends before it begins */
        public Within {
            if (to.compareTo(from) < 0) {
                throw new IllegalArgumentException("ends at " + to + " before it begins at " + from);
            }
        }
    }

    /**
     * Where {@link Statistic#ONSET} and {@link Statistic#END} see something happening: a value above this. One call in
     * twenty that fails is what a customer notices; the choice is ours, no report names one.
     */
    public static final double HAPPENING_ABOVE = 0.05;

    /** What is made of several values. */
    public enum Statistic {
        MIN,
        MAX,
        MEAN,
        /** When the metric first was above {@link #HAPPENING_ABOVE}, seconds since the start. */
        ONSET,
        /** When the metric last was above {@link #HAPPENING_ABOVE}, seconds since the start. */
        END;

        /** Whether the result is a time, not a value of the metric. */
        public boolean isTime() {
            return this == ONSET || this == END;
        }

        /** As files write it. */
        public String text() {
            return ScalarType.kebab(this);
        }
    }
}
