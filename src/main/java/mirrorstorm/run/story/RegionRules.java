package mirrorstorm.run.story;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mirrorstorm.model.RequestKind;
import mirrorstorm.model.Settings;
import mirrorstorm.model.Simulation;

/** What a story tells of the control plane, and of the zones that suffer through it. */
final class RegionRules {

    private static final long NEVER = -1;

    private RegionRules() {}

    /**
     * API calls of the zones fail that have nothing to do with it: when that begins, who holds the threads, when it
     * ends and after what.
     *
     * @param calls  of each zone, when they were last counted
     * @param since  when they began to fail, or {@link #NEVER}
     * @param wasOff whether new volumes were already refused then, or the link cut
     * @param good   when they began to work again, or {@link #NEVER}
     */
    record ApiErrors(double[] calls, double[] failed, long countedNanos, long since, boolean wasOff, long good)
            implements Rule {

        private static final int WINDOW_BEATS = 6;
        private static final double BEGINS_FROM = 0.05;
        private static final double ENDS_BELOW = 0.01;
        private static final int CALLS_MIN = 5;
        private static final int GOOD_BEATS = 30;

        ApiErrors() {
            this(new double[0], new double[0], NEVER, NEVER, false, NEVER);
        }

        @Override
        public Rule look(RuleContext now) {
            Simulation simulation = now.simulation();
            int zones = now.settings().zones().size();
            if (countedNanos != NEVER && now.nanos() - countedNanos < now.beats(WINDOW_BEATS)) {
                return this;
            }
            double[] made = IntStream.range(0, zones)
                    .mapToDouble(simulation.controlPlane()::calls)
                    .toArray();
            double[] broken = IntStream.range(0, zones)
                    .mapToDouble(simulation.controlPlane()::failedCalls)
                    .toArray();
            ApiErrors next = new ApiErrors(made, broken, now.nanos(), since, wasOff, good);
            return countedNanos == NEVER ? next : next.judge(now, this);
        }

        private ApiErrors judge(RuleContext now, ApiErrors before) {
            int affected = now.settings().fullZone();
            double made = 0;
            double broken = 0;
            List<String> suffering = new ArrayList<>();
            for (int zone = 0; zone < calls.length; zone++) {
                double zoneMade = calls[zone] - before.calls[zone];
                double zoneBroken = failed[zone] - before.failed[zone];
                if (zone != affected) {
                    made += zoneMade;
                    broken += zoneBroken;
                    if (zoneBroken >= BEGINS_FROM * zoneMade && zoneBroken >= 1) {
                        suffering.add(now.settings().zones().get(zone).id());
                    }
                }
            }
            if (made < CALLS_MIN) {
                return this;
            }
            double share = broken / made;
            if (since == NEVER && share >= BEGINS_FROM) {
                return begun(now, share, suffering);
            }
            if (since == NEVER || share >= ENDS_BELOW) {
                return good == NEVER ? this : new ApiErrors(calls, failed, countedNanos, since, wasOff, NEVER);
            }
            if (good == NEVER) {
                return new ApiErrors(calls, failed, countedNanos, since, wasOff, now.nanos());
            }
            return now.nanos() - good >= now.beats(GOOD_BEATS) ? ended(now) : this;
        }

        private ApiErrors begun(RuleContext now, double share, List<String> suffering) {
            Settings settings = now.settings();
            now.tell(
                    Severity.ALARM,
                    "api.begins",
                    new MessageArgument.Name(suffering.stream().collect(Collectors.joining(", "))),
                    new MessageArgument.Share(share),
                    new MessageArgument.Count(settings.controlPlane().threads()),
                    holders(now));
            return new ApiErrors(calls, failed, countedNanos, now.nanos(), isOff(now), NEVER);
        }

        /** Who holds the threads, the largest part first. */
        private static MessageArgument.Clauses holders(RuleContext now) {
            int affected = now.settings().fullZone();
            MessageArgument zone = new MessageArgument.Name(
                    now.settings().zones().get(affected).id());
            long creating =
                    Math.round(now.simulation().controlPlane().threadsHeld(affected, RequestKind.CREATE_VOLUME));
            long electing = Math.round(now.simulation().controlPlane().threadsHeld(affected, RequestKind.ELECT));
            List<Message> parts = new ArrayList<>();
            if (creating > 0) {
                parts.add(Message.of("held.creating", new MessageArgument.Count(creating), zone));
            }
            if (electing > 0) {
                parts.add(
                        creating >= electing ? parts.size() : 0,
                        Message.of("held.electing", new MessageArgument.Count(electing)));
            }
            long waiting = now.simulation().controlPlane().waitingCount();
            if (waiting > 0) {
                parts.add(Message.of("held.waiting", new MessageArgument.Count(waiting)));
            }
            return new MessageArgument.Clauses(parts);
        }

        private static boolean isOff(RuleContext now) {
            return now.simulation().controlPlane().isCut() || isRefused(now);
        }

        private static boolean isRefused(RuleContext now) {
            return now.simulation().controlPlane().isDisabled(now.settings().fullZone(), RequestKind.CREATE_VOLUME);
        }

        private ApiErrors ended(RuleContext now) {
            String reason = "because.threads";
            if (now.simulation().controlPlane().isCut()) {
                reason = "because.cut";
            } else if (!wasOff && isRefused(now)) {
                reason = "because.refused";
            }
            MessageArgument zone = new MessageArgument.Name(
                    now.settings().zones().get(now.settings().fullZone()).id());
            now.tell(
                    Severity.RELIEF,
                    "api.ends",
                    new MessageArgument.Span(good - since),
                    new MessageArgument.Clauses(List.of(Message.of(reason, zone))));
            return new ApiErrors(calls, failed, countedNanos, NEVER, false, NEVER);
        }
    }

    /** Calls that wait for new volumes, which there is no room for, hold most of the threads. */
    record Hanging(boolean told) implements Rule {

        private static final double FROM = 0.5;
        private static final double AGAIN_BELOW = 0.1;

        Hanging() {
            this(false);
        }

        @Override
        public Rule look(RuleContext now) {
            Settings settings = now.settings();
            int zone = settings.fullZone();
            boolean mayHang =
                    now.simulation().controlPlane().isCut() || now.cluster().openNodeCount() == 0;
            double held = now.simulation().controlPlane().threadsHeld(zone, RequestKind.CREATE_VOLUME);
            int threads = settings.controlPlane().threads();
            if (told) {
                return held < AGAIN_BELOW * threads ? new Hanging(false) : this;
            }
            if (!mayHang || held < FROM * threads) {
                return this;
            }
            now.tell(
                    Severity.WARNING,
                    "hanging",
                    new MessageArgument.Count(Math.round(held)),
                    new MessageArgument.Count(threads),
                    new MessageArgument.Name(settings.zones().get(zone).id()),
                    new MessageArgument.Span(
                            settings.controlPlane().createVolume().timeout().toNanos()));
            return new Hanging(true);
        }
    }

    /** Volumes have their mirror again, but nobody elects them a primary: restored, not usable. */
    record Elections(boolean told, long turnNanos) implements Rule {

        private static final double BEGINS_FROM = 0.01;
        private static final double ENDS_BELOW = 0.001;
        private static final int HOLD_BEATS = 12;

        Elections() {
            this(false, NEVER);
        }

        @Override
        public Rule look(RuleContext now) {
            int awaiting = now.cluster().awaitingElectionCount();
            double share = now.share(awaiting);
            boolean turns = told ? share < ENDS_BELOW : share >= BEGINS_FROM;
            if (!turns) {
                return turnNanos == NEVER ? this : new Elections(told, NEVER);
            }
            if (turnNanos == NEVER) {
                return new Elections(told, now.nanos());
            }
            if (now.nanos() - turnNanos < now.beats(HOLD_BEATS)) {
                return this;
            }
            if (told) {
                now.tell(Severity.RELIEF, "elections.end", new MessageArgument.Count(awaiting));
            } else {
                int waiting = now.simulation().controlPlane().waitingCount();
                String reason = now.simulation().controlPlane().isCut()
                        ? "because.link"
                        : waiting > 0 ? "because.busy" : "because.slow";
                now.tell(
                        Severity.WARNING,
                        "elections.begin",
                        new MessageArgument.Count(awaiting),
                        new MessageArgument.Share(share),
                        new MessageArgument.Clauses(List.of(Message.of(reason, new MessageArgument.Count(waiting)))));
            }
            return new Elections(!told, NEVER);
        }
    }
}
