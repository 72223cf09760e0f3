package mirrorstorm.run.story;

import java.util.ArrayList;
import java.util.List;
import mirrorstorm.metrics.OutcomeTracker;
import mirrorstorm.model.VolumeState;

/** What a story tells of volumes whose I/O hangs, and of those who need them. */
final class StuckRules {

    private static final long NEVER = -1;

    private StuckRules() {}

    /** Why volumes are stuck, the most frequent reason first. */
    static MessageArgument.Clauses reasons(RuleContext now) {
        List<Message> reasons = new ArrayList<>();
        int stuck = now.stuck();
        int awaiting = now.cluster().awaitingElectionCount();
        add(reasons, stuck, now.simulation().searchesStopped() ? "stuck.stopped" : "stuck.searching", now.searching());
        add(reasons, stuck, "stuck.unreachable", now.cluster().volumeCount(VolumeState.UNREACHABLE));
        add(reasons, stuck, "stuck.awaiting", awaiting);
        add(reasons, stuck, "stuck.restoring", now.cluster().volumeCount(VolumeState.RESTORING));
        add(reasons, stuck, "stuck.lost", now.cluster().volumeCount(VolumeState.LOST));
        return new MessageArgument.Clauses(reasons);
    }

    private static void add(List<Message> reasons, int stuck, String key, int count) {
        if (count > 0) {
            reasons.add(Message.of(count == stuck ? key + ".all" : key, new MessageArgument.Count(count)));
        }
    }

    /**
     * The share of stuck volumes crosses a level, and stays there for a while: the spike at the trigger is none.
     *
     * @param told  index of the highest level that is exceeded; -1 for none
     * @param since when the share began to stay above the next level, or below this one
     * @param least the smallest, or largest, share since then
     */
    record StuckShare(int told, long since, boolean rising, double least) implements Rule {

        static final double[] LEVELS = {0.01, 0.05, 0.1, 0.25, 0.5};
        private static final double HYSTERESIS = 0.8;
        private static final int HOLD_BEATS = 12;

        StuckShare() {
            this(-1, NEVER, true, 0);
        }

        @Override
        public Rule look(RuleContext now) {
            double share = now.stuckShare();
            if (told + 1 < LEVELS.length && share >= LEVELS[told + 1]) {
                return follow(now, true, since == NEVER || !rising ? share : Math.min(least, share));
            }
            if (told >= 0 && share < HYSTERESIS * LEVELS[told]) {
                return follow(now, false, since == NEVER || rising ? share : Math.max(least, share));
            }
            return since == NEVER ? this : new StuckShare(told, NEVER, true, 0);
        }

        private Rule follow(RuleContext now, boolean up, double extreme) {
            if (since == NEVER || rising != up) {
                return new StuckShare(told, now.nanos(), up, extreme);
            }
            if (now.nanos() - since < now.beats(HOLD_BEATS)) {
                return extreme == least ? this : new StuckShare(told, since, up, extreme);
            }
            int level = level(up, extreme);
            if (up) {
                now.tell(
                        level >= 1 ? Severity.ALARM : Severity.WARNING,
                        "stuck.above",
                        new MessageArgument.Share(LEVELS[level]),
                        new MessageArgument.Share(now.stuckShare()),
                        new MessageArgument.Count(now.stuck()),
                        reasons(now));
            } else {
                now.tell(
                        Severity.RELIEF,
                        "stuck.below",
                        new MessageArgument.Share(LEVELS[level + 1]),
                        new MessageArgument.Share(now.stuckShare()),
                        new MessageArgument.Count(now.stuck()));
            }
            return new StuckShare(level, NEVER, true, 0);
        }

        private static int level(boolean up, double extreme) {
            int level = -1;
            while (level + 1 < LEVELS.length && extreme >= (up ? 1 : HYSTERESIS) * LEVELS[level + 1]) {
                level++;
            }
            return level;
        }
    }

    /** Half of the volumes stay stuck. */
    record Collapse(long sinceNanos, boolean told) implements Rule {

        Collapse() {
            this(NEVER, false);
        }

        @Override
        public Rule look(RuleContext now) {
            if (now.stuckShare() < OutcomeTracker.COLLAPSED_FROM) {
                return sinceNanos == NEVER ? this : new Collapse(NEVER, told);
            }
            if (sinceNanos == NEVER) {
                return new Collapse(now.nanos(), told);
            }
            if (told || now.nanos() - sinceNanos < OutcomeTracker.SUSTAINED_NANOS) {
                return this;
            }
            now.tell(
                    Severity.ALARM,
                    "collapse",
                    new MessageArgument.Share(now.stuckShare()),
                    new MessageArgument.Count(now.stuck()),
                    new MessageArgument.Count(now.cluster().crashCount()));
            return new Collapse(sinceNanos, true);
        }
    }

    /** More databases are stuck than volumes, since each needs several. */
    record Databases(long sinceNanos, boolean told) implements Rule {

        private static final double FROM = 0.1;
        private static final double MORE_FROM = 1.5;
        private static final double OVER_BELOW = 0.01;
        private static final int HOLD_BEATS = 30;

        Databases() {
            this(NEVER, false);
        }

        @Override
        public Rule look(RuleContext now) {
            int all = now.cluster().instanceCount();
            double share = all == 0 ? 0 : now.cluster().stuckInstanceCount() / (double) all;
            boolean turns = told ? share < OVER_BELOW : share >= FROM && share >= MORE_FROM * now.stuckShare();
            if (!turns) {
                return sinceNanos == NEVER ? this : new Databases(NEVER, told);
            }
            if (sinceNanos == NEVER) {
                return new Databases(now.nanos(), told);
            }
            if (now.nanos() - sinceNanos < now.beats(HOLD_BEATS)) {
                return this;
            }
            now.tell(
                    told ? Severity.RELIEF : Severity.WARNING,
                    told ? "databases.over" : "databases.stuck",
                    new MessageArgument.Share(share),
                    new MessageArgument.Share(now.stuckShare()),
                    new MessageArgument.Decimal(now.settings().instances().volumesEach()));
            return new Databases(NEVER, !told);
        }
    }

    /** The cluster has recovered: hardly a volume is stuck any more, but for the lost ones. */
    record Recovery(long brokenNanos, long calmNanos) implements Rule {

        private static final int CALM_BEATS = 60;
        private static final double ROUNDING = 1e-9;

        Recovery() {
            this(NEVER, NEVER);
        }

        @Override
        public Rule look(RuleContext now) {
            int lost = now.cluster().volumeCount(VolumeState.LOST);
            int allowed = (int) (now.scenario().recoveredBelow() * now.cluster().volumeCount() + ROUNDING);
            boolean isBroken = now.stuck() - lost > allowed;
            if (isBroken) {
                long since = brokenNanos == NEVER ? now.nanos() : brokenNanos;
                return since == brokenNanos && calmNanos == NEVER ? this : new Recovery(since, NEVER);
            }
            if (brokenNanos == NEVER) {
                return this;
            }
            if (calmNanos == NEVER) {
                return new Recovery(brokenNanos, now.nanos());
            }
            if (now.nanos() - calmNanos < now.beats(CALM_BEATS)) {
                return this;
            }
            now.tell(
                    Severity.RELIEF,
                    lost > 0 ? "recovered.lost" : now.stuck() > 0 ? "recovered" : "recovered.whole",
                    new MessageArgument.Span(calmNanos - brokenNanos),
                    new MessageArgument.Count(now.stuck() - lost),
                    new MessageArgument.Count(lost),
                    new MessageArgument.Share(now.share(lost)));
            return new Recovery();
        }
    }
}
