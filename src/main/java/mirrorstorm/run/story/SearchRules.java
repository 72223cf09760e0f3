package mirrorstorm.run.story;

import java.util.List;
import mirrorstorm.model.BackoffPolicy;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.TargetPolicy;
import mirrorstorm.model.VolumeState;

/** What a story tells of the searches for room. */
final class SearchRules {

    private static final long NEVER = -1;

    private SearchRules() {}

    /** Nodes that were cut off have their network back, and what that starts. */
    record NetworkBack(long isolatedSince) implements Rule {

        NetworkBack() {
            this(NEVER);
        }

        @Override
        public Rule look(RuleContext now) {
            int isolated = now.cluster().nodeCount(NodeState.ISOLATED);
            if (isolatedSince == NEVER) {
                return isolated > 0 ? new NetworkBack(now.nanos()) : this;
            }
            if (isolated > 0) {
                return this;
            }
            if (now.since().nodesInto(NodeState.UP) > 0) {
                tell(now);
            }
            return new NetworkBack();
        }

        private void tell(RuleContext now) {
            MessageArgument span = new MessageArgument.Span(now.nanos() - isolatedSince);
            int rounds = now.simulation().roundCount();
            int copying = now.cluster().volumeCount(VolumeState.COPYING);
            if (now.settings().search().target() == TargetPolicy.PREVIOUS_FIRST && rounds == 0) {
                now.tell(Severity.RELIEF, "network.previous", span, new MessageArgument.Count(copying));
            } else if (now.simulation().searchesStopped()) {
                now.tell(Severity.NOTE, "network.stopped", span, new MessageArgument.Count(now.searching()));
            } else if (rounds > 0) {
                now.tell(
                        Severity.WARNING,
                        "network.back",
                        span,
                        new MessageArgument.Count(rounds),
                        new MessageArgument.Rate(now.probesPerSecond()),
                        new MessageArgument.Count(now.cluster().offeredTotal()));
            } else {
                now.tell(Severity.RELIEF, "network.calm", span);
            }
        }
    }

    /**
     * A storm: many ask, hardly anybody has room, and so they ask again.
     *
     * @param peak      the most probes a second and node since it began
     * @param turnNanos since when it looks as if it began, or were over
     */
    record Storm(boolean rages, long sinceNanos, long turnNanos, double peak) implements Rule {

        private static final int BEGINS_BEATS = 3;
        /** Under a backoff the first tries of all, which come together, are none yet. */
        private static final int BEGINS_BACKOFF_BEATS = 60;

        private static final int ENDS_BEATS = 30;
        private static final double FAILING_FROM = 0.5;
        private static final double ENDS_BELOW = 0.25;
        private static final double ENDS_BELOW_OF_PEAK = 0.05;

        Storm() {
            this(false, NEVER, NEVER, 0);
        }

        @Override
        public Rule look(RuleContext now) {
            double perNode = now.probesPerSecond() / now.cluster().nodeCount();
            boolean isCalm =
                    perNode < ENDS_BELOW * Storyteller.STORM_PROBES_PER_NODE || perNode < ENDS_BELOW_OF_PEAK * peak;
            boolean isWild = perNode >= Storyteller.STORM_PROBES_PER_NODE && now.failing() >= FAILING_FROM;
            double most = rages ? Math.max(peak, perNode) : 0;
            if (rages ? !isCalm : !isWild) {
                return turnNanos == NEVER && most == peak ? this : new Storm(rages, sinceNanos, NEVER, most);
            }
            if (turnNanos == NEVER) {
                return new Storm(rages, sinceNanos, now.nanos(), most);
            }
            if (now.nanos() - turnNanos < now.beats(rages ? ENDS_BEATS : beginsBeats(now))) {
                return this;
            }
            return rages ? ended(now) : begun(now);
        }

        private static int beginsBeats(RuleContext now) {
            return waits(now) ? BEGINS_BACKOFF_BEATS : BEGINS_BEATS;
        }

        private static boolean waits(RuleContext now) {
            return now.settings().search().backoff().policy() != BackoffPolicy.NONE;
        }

        private Rule begun(RuleContext now) {
            now.tell(
                    Severity.ALARM,
                    waits(now) ? "storm.begins.backoff" : "storm.begins",
                    new MessageArgument.Count(now.simulation().roundCount()),
                    new MessageArgument.Rate(now.probesPerSecond()),
                    new MessageArgument.Rate(
                            now.probesPerSecond() / now.cluster().nodeCount()));
            return new Storm(
                    true,
                    turnNanos,
                    NEVER,
                    now.probesPerSecond() / now.cluster().nodeCount());
        }

        private Rule ended(RuleContext now) {
            now.tell(
                    Severity.RELIEF,
                    "storm.ends",
                    new MessageArgument.Span(turnNanos - sinceNanos),
                    new MessageArgument.Rate(now.probesPerSecond()),
                    new MessageArgument.Clauses(
                            List.of(Message.of(reason(now), new MessageArgument.Count(now.searching())))));
            return new Storm();
        }

        private static String reason(RuleContext now) {
            if (now.simulation().searchesStopped()) {
                return "because.stopped";
            } else if (now.searching() == 0) {
                return "because.nobody";
            } else if (waits(now)) {
                return "because.backoff";
            }
            return "because.fewer";
        }
    }
}
