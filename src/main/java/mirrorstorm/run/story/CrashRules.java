package mirrorstorm.run.story;

import java.util.Arrays;
import mirrorstorm.metrics.Gauge;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.Metric;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.Settings;
import mirrorstorm.model.VolumeState;

/** What a story tells of crashing nodes, and of what they take with them. */
final class CrashRules {

    private static final long NEVER = -1;

    private CrashRules() {}

    /** Whether nodes have crashed since the last look, but nobody crashed them. */
    private static boolean isRaced(RuleContext now) {
        Settings.Race race = now.settings().race();
        return now.since().nodesInto(NodeState.CRASHED) > 0
                && race.probability() > 0
                && now.simulation().roundCount() > 0
                && !now.simulation().isLeaking(now.since().lastCrashed)
                && now.interventions().stream()
                        .noneMatch(intervention -> intervention.intervention() instanceof Intervention.Outage outage
                                && outage.state() == NodeState.CRASHED);
    }

    /** The race crashes its first node. */
    record FirstCrash() implements Rule {

        @Override
        public Rule look(RuleContext now) {
            if (!isRaced(now)) {
                return this;
            }
            double closedPerSecond =
                    now.probesPerSecond() / Math.max(1, now.cluster().nodeCount(NodeState.UP));
            now.tell(
                    Severity.ALARM,
                    "crash.first",
                    new MessageArgument.Name(Integer.toString(now.since().lastCrashed)),
                    new MessageArgument.Rate(closedPerSecond),
                    new MessageArgument.Span(now.settings().race().window().toNanos()),
                    new MessageArgument.Count(now.since().hit));
            return new Rules.Done();
        }
    }

    /** The first node whose memory has leaked away. */
    record FirstLeak() implements Rule {

        @Override
        public Rule look(RuleContext now) {
            int node = now.since().lastCrashed;
            if (now.since().nodesInto(NodeState.CRASHED) == 0
                    || !now.simulation().isLeaking(node)) {
                return this;
            }
            now.tell(
                    Severity.ALARM,
                    "crash.leak",
                    new MessageArgument.Name(Integer.toString(node)),
                    new MessageArgument.Count(now.since().hit));
            return new Rules.Done();
        }
    }

    /**
     * Crashes come faster, or have ceased. Counts of the last two windows are kept in slices, newest first.
     *
     * @param told crashes in a window when it was last told that they come faster; 0 if they do not
     */
    record CrashRate(int[] slices, long slice, int told, int total) implements Rule {

        private static final int SLICES = 12;
        private static final int SLICE_BEATS = 30;
        private static final int FASTER_FROM = 3;

        CrashRate() {
            this(new int[2 * SLICES], 0, 0, 0);
        }

        @Override
        public Rule look(RuleContext now) {
            int more = now.since().nodesInto(NodeState.CRASHED);
            long current = now.nanos() / now.beats(SLICE_BEATS);
            if (more == 0 && current == slice) {
                return this;
            }
            int[] counts = new int[slices.length];
            int shift = (int) Math.min(counts.length, current - slice);
            System.arraycopy(slices, 0, counts, shift, counts.length - shift);
            counts[0] += more;
            return new CrashRate(counts, current, told, total + more).judge(now);
        }

        private CrashRate judge(RuleContext now) {
            int last = Arrays.stream(slices, 0, SLICES).sum();
            int before = Arrays.stream(slices, SLICES, 2 * SLICES).sum();
            MessageArgument window = new MessageArgument.Span(now.beats(SLICES * SLICE_BEATS));
            if (last >= Math.max(FASTER_FROM, 2 * Math.max(before, told))) {
                now.tell(
                        Severity.ALARM,
                        "crash.faster",
                        new MessageArgument.Count(last),
                        new MessageArgument.Count(before),
                        window,
                        new MessageArgument.Count(total));
                return new CrashRate(slices, slice, last, total);
            }
            if (told > 0 && last == 0) {
                now.tell(Severity.RELIEF, "crash.ceased", window, new MessageArgument.Count(total));
                return new CrashRate(slices, slice, 0, total);
            }
            return this;
        }
    }

    /**
     * A crash leads to more than one other, or no longer does; or never did, while crashes go on. Told when it still
     * holds a while later: in the minute of a trigger half of the volumes may search, and that passes before it can
     * act. Looked at more seldom: it asks every node.
     *
     * @param isTurning  whether the last look saw the other side
     * @param isTold     whether it was ever told what a crash leads to
     */
    record LoopGain(boolean isAbove, boolean isTurning, boolean isTold, long askedNanos) implements Rule {

        private static final double ABOVE = 1;
        private static final double BELOW = 0.8;
        private static final double NOTABLE = 0.1;
        private static final int CRASHES_FROM = 3;
        private static final int PAUSE_BEATS = 60;

        LoopGain() {
            this(false, false, false, NEVER);
        }

        @Override
        public Rule look(RuleContext now) {
            if (askedNanos != NEVER && now.nanos() - askedNanos < now.beats(PAUSE_BEATS)) {
                return this;
            }
            double gain = Gauge.read(now.simulation(), Metric.LOOP_GAIN);
            boolean turns = isAbove ? gain < BELOW : gain > ABOVE;
            if (turns && isTurning) {
                tell(now, gain, isAbove ? Severity.RELIEF : Severity.ALARM, isAbove ? "loop.below" : "loop.above");
                return new LoopGain(!isAbove, false, true, now.nanos());
            }
            if (!isTold && !turns && diesOut(now, gain)) {
                tell(now, gain, Severity.NOTE, "loop.small");
                return new LoopGain(false, false, true, now.nanos());
            }
            return new LoopGain(isAbove, turns, isTold, now.nanos());
        }

        /** Crashes go on for want of room, but each leads to less than one other. */
        private static boolean diesOut(RuleContext now, double gain) {
            return gain >= NOTABLE
                    && now.cluster().crashCount() >= CRASHES_FROM
                    && now.searching() > 0
                    && now.cluster().openNodeCount() == 0;
        }

        private static void tell(RuleContext now, double gain, Severity severity, String rule) {
            MessageArgument window = new MessageArgument.Span(
                    now.settings().metrics().loopGainWindow().toNanos());
            now.tell(
                    severity,
                    rule,
                    new MessageArgument.Decimal(gain),
                    window,
                    new MessageArgument.Count(now.searching()));
        }
    }

    /** The first volumes whose only current copy was on a node that is gone. */
    record OutOfReach(boolean told) implements Rule {

        private static final double SHARE_FROM = 0.0005;

        OutOfReach() {
            this(false);
        }

        @Override
        public Rule look(RuleContext now) {
            int unreachable = now.cluster().volumeCount(VolumeState.UNREACHABLE);
            if (told) {
                return unreachable == 0 ? new OutOfReach(false) : this;
            }
            if (unreachable == 0 || now.share(unreachable) < SHARE_FROM) {
                return this;
            }
            int single = now.searching() + now.cluster().volumeCount(VolumeState.COPYING);
            now.tell(
                    Severity.WARNING,
                    "reach.first",
                    new MessageArgument.Count(unreachable),
                    new MessageArgument.Count(single),
                    new MessageArgument.Share(now.share(single)));
            return new OutOfReach(true);
        }
    }

    /** Volumes are lost for good: the first ones, and then each time that they have doubled. */
    record Gone(int told, long toldNanos) implements Rule {

        private static final int PAUSE_BEATS = 60;

        Gone() {
            this(0, NEVER);
        }

        @Override
        public Rule look(RuleContext now) {
            int lost = now.cluster().volumeCount(VolumeState.LOST);
            boolean isDue = told == 0 || now.nanos() - toldNanos >= now.beats(PAUSE_BEATS);
            if (lost == 0 || lost < 2 * told || !isDue) {
                return this;
            }
            now.tell(
                    Severity.ALARM,
                    told == 0 ? "gone.first" : "gone.more",
                    new MessageArgument.Count(lost),
                    new MessageArgument.Share(now.share(lost)));
            return new Gone(lost, now.nanos());
        }
    }
}
