package mirrorstorm.run.story;

import mirrorstorm.model.Cluster;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.Simulation;

/** What a story tells of the room for new mirrors. */
final class SpaceRules {

    private static final long NEVER = -1;

    private SpaceRules() {}

    /** Searches begin to fail: rarely enough room is left that every second round finds none. */
    record Refusals(boolean told) implements Rule {

        private static final double FAILING_FROM = 0.5;

        Refusals() {
            this(false);
        }

        boolean isDue(Simulation simulation) {
            if (told || simulation.roundCount() == 0) {
                return false;
            }
            Cluster cluster = simulation.cluster();
            int open = cluster.openNodeCount();
            int nodes = cluster.nodeCount();
            // Asked at every change, so the power is left out where even one probe would do.
            boolean mayFail = open > 0 && open <= (1 - FAILING_FROM) * nodes;
            return mayFail && cluster.settings().search().failureProbability(open, nodes) >= FAILING_FROM;
        }

        @Override
        public Rule look(RuleContext now) {
            if (told) {
                return now.stuck() == 0 ? new Refusals(false) : this;
            }
            if (!isDue(now.simulation())) {
                return this;
            }
            now.tell(
                    Severity.WARNING,
                    "refusals",
                    new MessageArgument.Count(now.cluster().openNodeCount()),
                    new MessageArgument.Count(now.cluster().nodeCount()),
                    new MessageArgument.Count(now.settings().search().probes()),
                    new MessageArgument.Share(now.failing()),
                    new MessageArgument.Count(now.simulation().roundCount()));
            return new Refusals(true);
        }
    }

    /** The room is used up, with how much was missing; and that there is room for all who look for it again. */
    record RoomOut(boolean told, long enoughSince) implements Rule {

        private static final int ENOUGH_BEATS = 30;

        RoomOut() {
            this(false, NEVER);
        }

        @Override
        public Rule look(RuleContext now) {
            int searching = now.searching();
            long offered = now.cluster().offeredTotal();
            if (!told) {
                if (offered > 0 || searching == 0) {
                    return this;
                }
                now.tell(
                        now.share(searching) >= 0.01 ? Severity.ALARM : Severity.WARNING,
                        "room.out",
                        new MessageArgument.Count(searching),
                        new MessageArgument.Share(now.share(searching)),
                        new MessageArgument.Share(
                                now.cluster().capacityTotal() == 0
                                        ? 0
                                        : searching / (double) now.cluster().capacityTotal()));
                return new RoomOut(true, NEVER);
            }
            if (offered == 0 || offered < searching) {
                return enoughSince == NEVER ? this : new RoomOut(true, NEVER);
            }
            if (enoughSince == NEVER) {
                return new RoomOut(true, now.nanos());
            }
            if (now.nanos() - enoughSince < now.beats(ENOUGH_BEATS)) {
                return this;
            }
            now.tell(
                    Severity.RELIEF,
                    "room.back",
                    new MessageArgument.Count(offered),
                    new MessageArgument.Count(searching));
            return new RoomOut(false, NEVER);
        }
    }

    /** Quarantine holds back room that others look for. */
    record Quarantine(long sinceNanos) implements Rule {

        Quarantine() {
            this(NEVER);
        }

        @Override
        public Rule look(RuleContext now) {
            int quarantined = now.cluster().quarantinedCount();
            if (sinceNanos == NEVER) {
                boolean isShort = now.searching() > 0 && now.cluster().openNodeCount() == 0;
                return quarantined > 0 && isShort ? told(now, quarantined) : this;
            }
            if (quarantined > 0) {
                return this;
            }
            now.tell(Severity.RELIEF, "quarantine.over", new MessageArgument.Span(now.nanos() - sinceNanos));
            return new Quarantine();
        }

        private Rule told(RuleContext now, int quarantined) {
            long held = heldBack(now.cluster());
            if (held == 0) {
                return this;
            }
            now.tell(
                    Severity.WARNING,
                    held >= now.searching() ? "quarantine.enough" : "quarantine.holds",
                    new MessageArgument.Count(quarantined),
                    new MessageArgument.Count(held),
                    new MessageArgument.Count(now.searching()));
            return new Quarantine(now.nanos());
        }

        /** Free space on quarantined nodes that are up, in whole volumes. */
        private static long heldBack(Cluster cluster) {
            long held = 0;
            for (int node = 0; node < cluster.nodeCount(); node++) {
                if (cluster.isQuarantined(node) && cluster.nodeState(node) == NodeState.UP) {
                    held += cluster.capacity(node) - cluster.used(node);
                }
            }
            return held;
        }
    }

    /** Nodes join, and the stuck share falls. */
    record NewCapacity(int joined, long lastNanos, double stuckBefore, boolean told) implements Rule {

        private static final int WAVE_BEATS = 360;
        private static final double FALL_FROM = 0.2;
        private static final double FALL_MIN = 0.003;

        NewCapacity() {
            this(0, NEVER, 0, false);
        }

        @Override
        public Rule look(RuleContext now) {
            int more = now.since().joined;
            if (more > 0) {
                NewCapacity grown = joined == 0
                        ? new NewCapacity(more, now.nanos(), now.stuckShare(), false)
                        : new NewCapacity(joined + more, now.nanos(), stuckBefore, told);
                return grown.judge(now);
            }
            boolean isOver = joined > 0 && now.nanos() - lastNanos > now.beats(WAVE_BEATS);
            return isOver ? new NewCapacity() : judge(now);
        }

        private NewCapacity judge(RuleContext now) {
            double fall = stuckBefore - now.stuckShare();
            if (joined == 0 || told || fall < Math.max(FALL_FROM * stuckBefore, FALL_MIN)) {
                return this;
            }
            now.tell(
                    Severity.RELIEF,
                    "capacity.works",
                    new MessageArgument.Count(joined),
                    new MessageArgument.Share(stuckBefore),
                    new MessageArgument.Share(now.stuckShare()));
            return new NewCapacity(joined, lastNanos, stuckBefore, true);
        }
    }
}
