package mirrorstorm.run.story;

import java.util.ArrayList;
import java.util.List;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.TargetPolicy;
import mirrorstorm.model.TimedIntervention;

/** What a story tells of what somebody did to the cluster, and of what came of it. */
final class InterventionRules {

    /** The rule that tells what was done. */
    static final String DONE = "done";

    private InterventionRules() {}

    /** Everything that somebody did. */
    record Interventions() implements Rule {

        @Override
        public Rule look(RuleContext now) {
            for (TimedIntervention intervention : now.interventions()) {
                now.tell(
                        intervention.intervention().isTrigger() ? Severity.WARNING : Severity.NOTE,
                        DONE,
                        new MessageArgument.Intervention(intervention));
            }
            return this;
        }
    }

    /** Nodes were lost, and with them the peers of volumes: several at once, or because somebody lost them. */
    record PeersLost() implements Rule {

        private static final double TOGETHER_FROM = 0.01;
        private static final double ALARM_FROM = 0.05;

        @Override
        public Rule look(RuleContext now) {
            int isolated = now.since().nodesInto(NodeState.ISOLATED);
            int crashed = now.since().nodesInto(NodeState.CRASHED);
            int destroyed = now.since().nodesInto(NodeState.DESTROYED);
            int lost = isolated + crashed + destroyed;
            boolean together = lost >= Math.max(2, TOGETHER_FROM * now.cluster().nodeCount());
            if (lost > 0 && now.since().hit > 0 && (together || isDone(now))) {
                String key =
                        isolated == lost ? "peers.isolated" : destroyed == lost ? "peers.destroyed" : "peers.crashed";
                boolean isPatient = now.settings().search().target() == TargetPolicy.PREVIOUS_FIRST;
                double share = now.share(now.since().hit);
                now.tell(
                        share >= ALARM_FROM ? Severity.ALARM : Severity.WARNING,
                        isPatient && destroyed < lost ? key + ".patient" : key,
                        new MessageArgument.Count(lost),
                        new MessageArgument.Count(now.since().hit),
                        new MessageArgument.Share(share),
                        new MessageArgument.Span(
                                now.settings().search().reconnectGrace().toNanos()));
            }
            return this;
        }

        private static boolean isDone(RuleContext now) {
            return now.interventions().stream()
                    .anyMatch(intervention -> intervention.intervention().isTrigger());
        }
    }

    /** How probes and stuck volumes stood at one moment. */
    record Standing(double probesPerSecond, double stuckShare) {

        /** As equals, which takes its time to be made by the machine when it is first called. */
        boolean isLike(Standing other) {
            return probesPerSecond == other.probesPerSecond && stuckShare == other.stuckShare;
        }

        static final Standing NONE = new Standing(0, 0);

        static Standing of(RuleContext now) {
            return new Standing(now.probesPerSecond(), now.stuckShare());
        }
    }

    /** What was done at one moment, whose effect is waited for. */
    record Awaited(List<TimedIntervention> interventions, long dueNanos, Standing before) {}

    /** What an operator's intervention has visibly changed after some minutes, and what it has not. */
    record Effects(List<Awaited> awaited, Standing last) implements Rule {

        private static final int WAIT_BEATS = 60;
        private static final int AWAITED_MAX = 8;
        private static final double NOTABLE = 0.2;
        private static final double NOTABLE_STUCK = 0.001;

        Effects() {
            this(List.of(), Standing.NONE);
        }

        @Override
        public Rule look(RuleContext now) {
            List<Awaited> next = awaited;
            for (TimedIntervention intervention : now.interventions()) {
                next = with(next, intervention, now.nanos() + now.beats(WAIT_BEATS));
            }
            if (!next.isEmpty() && next.get(0).dueNanos() <= now.nanos()) {
                tell(now, next.get(0));
                next = next.subList(1, next.size());
            }
            Standing standing = Standing.of(now);
            return next == awaited && standing.isLike(last) ? this : new Effects(List.copyOf(next), standing);
        }

        /** A lever that is moved again is judged from where it was first moved; what is done together, together. */
        private List<Awaited> with(List<Awaited> list, TimedIntervention intervention, long dueNanos) {
            if (!isWaitedFor(intervention.intervention())) {
                return list;
            }
            List<Awaited> next = new ArrayList<>();
            List<TimedIntervention> interventions = new ArrayList<>();
            Standing before = last;
            for (Awaited earlier : list) {
                boolean isMovedOn = earlier.interventions().stream()
                        .anyMatch(other -> intervention.intervention().movesSameLeverAs(other.intervention()));
                if (isMovedOn) {
                    before = earlier.before();
                } else if (earlier.dueNanos() == dueNanos) {
                    interventions.addAll(earlier.interventions());
                } else {
                    next.add(earlier);
                }
            }
            interventions.add(intervention);
            if (next.size() < AWAITED_MAX) {
                next.add(new Awaited(List.copyOf(interventions), dueNanos, before));
            }
            return next;
        }

        private static boolean isWaitedFor(Intervention intervention) {
            return intervention instanceof Intervention.Operation operation && operation.concernsSearches();
        }

        private static void tell(RuleContext now, Awaited due) {
            Standing was = due.before();
            Standing is = Standing.of(now);
            List<Message> clauses = new ArrayList<>();
            if (was.probesPerSecond() > 0 || is.probesPerSecond() > 0) {
                clauses.add(Message.of(
                        "effect.probes." + direction(was.probesPerSecond(), is.probesPerSecond(), 0),
                        new MessageArgument.Rate(was.probesPerSecond()),
                        new MessageArgument.Rate(is.probesPerSecond())));
            }
            if (was.stuckShare() > 0 || is.stuckShare() > 0) {
                clauses.add(Message.of(
                        "effect.stuck." + direction(was.stuckShare(), is.stuckShare(), NOTABLE_STUCK),
                        new MessageArgument.Share(was.stuckShare()),
                        new MessageArgument.Share(is.stuckShare())));
            }
            if (clauses.isEmpty()) {
                return;
            }
            boolean isShort = now.searching() > 0 && now.cluster().offeredTotal() == 0;
            if (isShort) {
                clauses.add(Message.of("effect.noRoom", new MessageArgument.Count(now.searching())));
            }
            boolean isBetter = is.probesPerSecond() < (1 - NOTABLE) * was.probesPerSecond()
                    || is.stuckShare() < (1 - NOTABLE) * was.stuckShare();
            now.tell(
                    isBetter ? Severity.RELIEF : Severity.NOTE,
                    "effect",
                    new MessageArgument.Span(
                            now.nanos() - due.interventions().get(0).timeNanos()),
                    new MessageArgument.Clauses(due.interventions().stream()
                            .map(intervention ->
                                    Message.of("effect.of", new MessageArgument.Intervention(intervention)))
                            .toList()),
                    new MessageArgument.Clauses(clauses));
        }

        private static String direction(double was, double is, double least) {
            if (Math.abs(is - was) <= Math.max(least, NOTABLE * was)) {
                return "same";
            }
            return is < was ? "fell" : "rose";
        }
    }
}
