package mirrorstorm.run.story;

import java.util.List;
import mirrorstorm.model.TimedIntervention;

/** What stands in the place of a number or name in a {@link Saying}. */
public sealed interface Figure {

    /** So many nodes, volumes, threads. */
    record Count(long value) implements Figure {}

    /** A share, [0, 1]. */
    record Share(double value) implements Figure {}

    /** So many a second, to about three digits. */
    record Rate(double perSecond) implements Figure {}

    /** A plain number with a decimal. */
    record Decimal(double value) implements Figure {}

    /** A length of time. */
    record Span(long nanos) implements Figure {}

    /** What people or scenarios have named: a zone, a node's number. */
    record Name(String text) implements Figure {}

    /** Something that somebody did. */
    record Deed(TimedIntervention what) implements Figure {}

    /** Several half-sentences, of which only those are there that are true. */
    record Clauses(List<Saying> sayings) implements Figure {

        public Clauses {
            sayings = List.copyOf(sayings);
        }
    }
}
