package mirrorstorm.model;

import mirrorstorm.engine.Columns;

/**
 * How volumes look for space: the one part that the two engines do differently. It owns {@link Phase#ROUND} and
 * {@link Phase#BACKOFF}; what comes of a round it hands to an {@link Outcome}.
 */
interface Search {

    /** What a round can lead to. */
    interface Outcome {

        /** The volume claims space on the node. */
        void claim(int volume, int node);

        /** The race crashes the node. */
        void crash(int node);
    }

    /** The volume, whose source is up, starts to ask. */
    void begin(int volume);

    /** The volume stops asking, whatever it was at; its failures are forgotten. */
    void end(int volume);

    /** A scheduled round of the volume is over. */
    void roundEnded(int volume, Outcome outcome);

    /** The volume has waited out its backoff. */
    void backoffEnded(int volume);

    /** When the next thing happens that is not in the future event list, or {@code FutureEventList.NEVER}. */
    long nextNanos();

    /** That thing happens; the clock stands at it. */
    void fire(Outcome outcome);

    /** Accounts for the time up to {@code timeNanos}, in which nothing changed. Called before each change. */
    void settle(long timeNanos);

    /** The settings have changed from {@code before}, or nodes have. */
    void onSettings(Settings before);

    /** Draws anew when the next thing happens, as far as that has no memory. */
    void redraw();

    /** Nodes asked so far, at a time not before the last change. Under rates an expectation. */
    double probesUntil(long timeNanos);

    /** Rounds that failed in the volume's present search, at a time not before the last change. */
    double failuresUntil(int volume, long timeNanos);

    /** Volumes with a round in progress. */
    int roundCount();

    /** Its state, field by field; the other one is of the same kind. */
    void columns(Columns columns, Search other);
}
