package mirrorstorm.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.Rate;
import mirrorstorm.model.RequestKind;
import mirrorstorm.model.Settings;
import mirrorstorm.model.SettingsPath;
import mirrorstorm.model.TimedIntervention;

/** Whether everything that a timeline asks for can be done when its time comes. */
final class TimelineChecks {

    /** Most nodes that may ever join in one run. */
    static final int NODES_MAX = 200_000;

    /** Longest time that anything may last: the longest horizon. */
    private static final Duration LASTING_MAX = Duration.ofDays(365);

    private final Scenario scenario;
    private final ProblemCollector problems;
    private final List<String> paths;
    private Settings settings;
    private long nodeCount;

    /** @param paths of the entries, in order */
    TimelineChecks(Scenario scenario, ProblemCollector problems, List<String> paths) {
        this.scenario = scenario;
        this.problems = problems;
        this.paths = paths;
        settings = scenario.settings();
        nodeCount = scenario.cluster().nodes();
    }

    void checkAll() {
        List<TimedIntervention> timeline = scenario.timeline();
        List<Integer> setsNow = new ArrayList<>();
        for (int i = 0; i < timeline.size(); i++) {
            checkEntry(paths.get(i), timeline.get(i).intervention(), i, setsNow);
            boolean isLastOfItsTime = i + 1 == timeline.size()
                    || timeline.get(i + 1).timeNanos() > timeline.get(i).timeNanos();
            if (isLastOfItsTime) {
                checkCaps(setsNow);
                setsNow.clear();
            }
        }
    }

    private void checkEntry(String path, Intervention intervention, int index, List<Integer> setsNow) {
        InterventionFormat format = InterventionFormat.of(intervention);
        for (InterventionFormat.Key key : format.keys()) {
            Object value = format.valueOf(key, intervention);
            switch (key) {
                case TARGET, TARGET_OR_ALL -> checkTarget(path, (NodeTarget) value);
                case FOR, OVER -> checkLasting(path + "." + key.text(), (Duration) value);
                case COUNT -> checkCount(path + "." + key.text(), (int) value);
                case ZONE -> checkZone(path + "." + key.text(), (String) value);
                case API -> checkApi(path + "." + key.text(), (RequestKind) value);
                case RATE, LEAK_RATE -> checkRate(path + "." + key.text(), (Rate) value);
                case SUCCESS_SHARE, SPREAD -> checkShare(path + "." + key.text(), (double) value);
                case THROTTLE, LEVER, VALUE -> {}
            }
        }
        if (intervention instanceof Intervention.Set set && checkSet(path, set)) {
            settings = SettingsPath.with(settings, set.lever(), set.value());
            setsNow.add(index);
        }
    }

    private void checkTarget(String path, NodeTarget target) {
        if (target instanceof NodeTarget.Share share) {
            checkShare(path + ".share", share.share());
        } else if (target instanceof NodeTarget.Racks racks) {
            long rackCount = Math.min(settings.cluster().racks(), nodeCount);
            checkNumbers(path + ".rack", racks.racks(), rackCount, "rack");
        } else if (target instanceof NodeTarget.Nodes nodes) {
            checkNumbers(path + ".nodes", nodes.nodes(), nodeCount, "node");
        }
    }

    private void checkNumbers(String path, List<Integer> numbers, long count, String what) {
        if (numbers.isEmpty()) {
            add(path, ProblemCollector.text("target.empty"));
        }
        for (int i = 0; i < numbers.size(); i++) {
            int number = numbers.get(i);
            if (number < 0 || number >= count) {
                String element = numbers.size() == 1 ? path : path + "[" + i + "]";
                add(element, ProblemCollector.text("target.unknown." + what, number, count - 1));
            }
        }
    }

    private void checkShare(String path, double share) {
        if (!(share >= 0 && share <= 1)) {
            add(path, ProblemCollector.text("range", "0", "1", Numbers.text(share)));
        }
    }

    private void checkZone(String path, String zone) {
        List<String> ids = scenario.zones().stream().map(Settings.Zone::id).toList();
        if (!ids.contains(zone) && problems.isSound(path)) {
            problems.add(path, ScalarType.unknown("zone.unknown", zone, ids));
        }
    }

    private void checkApi(String path, RequestKind api) {
        if (api == RequestKind.ELECT && problems.isSound(path)) {
            problems.add(path, ProblemCollector.text("api.elect"), ProblemCollector.text("api.elect.cure"));
        }
    }

    private void checkRate(String path, Rate rate) {
        if (rate.perSecond() == 0) {
            add(path, ProblemCollector.text("rate.zero"));
        }
    }

    private void checkLasting(String path, Duration lasting) {
        if (lasting.compareTo(LASTING_MAX) > 0) {
            String max = Durations.format(LASTING_MAX);
            add(path, ProblemCollector.text("range", "0s", max, Durations.format(lasting)));
        }
    }

    private void checkCount(String path, int count) {
        if (count < 1) {
            add(path, ProblemCollector.text("count.small", count));
            return;
        }
        nodeCount += count;
        if (nodeCount > NODES_MAX) {
            add(path, ProblemCollector.text("nodes.many", NODES_MAX, nodeCount));
        }
    }

    private boolean checkSet(String path, Intervention.Set set) {
        Optional<Lever> lever = Levers.find(set.lever());
        String leverPath = path + "." + InterventionFormat.Key.LEVER.text();
        if (lever.isEmpty()) {
            add(leverPath, ProblemCollector.text("lever.unknown", set.lever()));
            return false;
        }
        if (!lever.get().isLive()) {
            problems.add(
                    leverPath,
                    ProblemCollector.text("lever.atStart", set.lever()),
                    ProblemCollector.text("lever.atStart.cure"));
            return false;
        }
        Optional<ValueException> problem = lever.get().problemWith(set.value());
        problem.ifPresent(found -> problems.add(path + "." + InterventionFormat.Key.VALUE.text(), found));
        return problem.isEmpty();
    }

    /** What was set at one moment must not leave a backoff whose first wait is longer than its longest. */
    private void checkCaps(List<Integer> setsNow) {
        for (int index : setsNow) {
            Intervention.Set set =
                    (Intervention.Set) scenario.timeline().get(index).intervention();
            for (String cap : ScenarioChecks.caps()) {
                String base = ScenarioChecks.baseOf(cap);
                boolean concerns = set.lever().equals(cap) || set.lever().equals(base);
                if (concerns && ScenarioChecks.isBelow(settings, cap, base)) {
                    String what = ProblemCollector.text("cap.live", cap, text(cap), base, text(base));
                    problems.add(paths.get(index) + "." + InterventionFormat.Key.VALUE.text(), what, "");
                }
            }
        }
    }

    private String text(String path) {
        return ScalarType.format(SettingsPath.get(settings, path));
    }

    /** An entry that stands for several is told of once. */
    private void add(String path, String what) {
        if (problems.isSound(path)) {
            problems.add(path, what, "");
        }
    }
}
