package mirrorstorm.run;

import java.util.List;

/**
 * What somebody who shows a run has to know of it at one moment, beyond its plan.
 *
 * @param timeNanos   the moment, nanoseconds since the start
 * @param isStorming  whether most volumes that look for space ask at this very moment, and no node has any
 * @param surprises   what nobody planned, as far as it is known; in no order
 */
public record SpeedCues(long timeNanos, boolean isStorming, List<Surprise> surprises) {

    /** Something that is in no plan. */
    public record Surprise(Kind kind, long timeNanos) {}

    /** What there is to be surprised by. */
    public enum Kind {
        /** For the first time volumes ask and no node has space. */
        FIRST_REFUSAL,
        /** A node crashes for the first time. */
        FIRST_CRASH,
        /** Somebody does something live. */
        LIVE_INTERVENTION
    }

    public SpeedCues {
        surprises = List.copyOf(surprises);
    }
}
