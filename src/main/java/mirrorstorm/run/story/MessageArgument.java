package mirrorstorm.run.story;

import java.util.List;
import mirrorstorm.model.TimedIntervention;

/** What stands in the place of a number or name in a {@link Message}. */
public sealed interface MessageArgument {

    /** So many nodes, volumes, threads. */
    record Count(long value) implements MessageArgument {}

    /** A share, [0, 1]. */
    record Share(double value) implements MessageArgument {}

    /** So many a second, to about three digits. */
    record Rate(double perSecond) implements MessageArgument {}

    /** A plain number with a decimal. */
    record Decimal(double value) implements MessageArgument {}

    /** A length of time. */
    record Span(long nanos) implements MessageArgument {}

    /** What people or scenarios have named: a zone, a node's number. */
    record Name(String text) implements MessageArgument {}

    /** Something that somebody did. */
    record Intervention(TimedIntervention what) implements MessageArgument {}

    /** Several half-sentences, of which only those are there that are true. */
    record Clauses(List<Message> messages) implements MessageArgument {

        public Clauses {
            messages = List.copyOf(messages);
        }
    }
}
