package mirrorstorm.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import mirrorstorm.model.Metric;
import mirrorstorm.model.Settings;
import mirrorstorm.model.SettingsPath;

/** Whether a scenario can be run: every value in its range, and no two that contradict each other. */
public final class ScenarioChecks {

    static final int ZONES_MAX = 26;
    static final int TIMELINE_MAX = 100_000;
    static final int MILESTONES_MAX = 1_000;
    static final int NOTES_MAX = 1_000;
    static final int BRANCH_NAME_MAX = 100;

    private static final List<String> CAPS = Levers.all().stream()
            .map(Lever::path)
            .filter(path -> path.endsWith(".cap"))
            .toList();

    /** A least capacity factor is proposed to three digits. */
    private static final double FACTOR_STEPS = 1_000;

    private final Scenario scenario;
    private final ProblemCollector problems;
    private final Map<String, List<String>> elementPaths;

    private ScenarioChecks(Scenario scenario, ProblemCollector problems, Map<String, List<String>> elementPaths) {
        this.scenario = scenario;
        this.problems = problems;
        this.elementPaths = elementPaths;
    }

    /**
     * Checks a scenario that comes from no file, or was changed since it was read.
     *
     * @param origin what the problems name as their file, such as {@code --set}
     * @throws ScenarioException if it cannot be run
     */
    public static void check(String origin, Scenario scenario) throws ScenarioException {
        ProblemCollector problems = new ProblemCollector(origin);
        check(scenario, problems, Map.of());
        problems.throwIfAny();
    }

    /**
     * Adds to {@code problems} whatever keeps the scenario from being run, except where fields were found wrong
     * before.
     *
     * @param elementPaths for each list the paths of its elements, where they are not simply numbered
     */
    static void check(Scenario scenario, ProblemCollector problems, Map<String, List<String>> elementPaths) {
        new ScenarioChecks(scenario, problems, elementPaths).checkAll();
    }

    private void checkAll() {
        checkHead();
        checkLevers();
        checkCaps();
        checkCluster();
        checkZones();
        checkMilestones();
        checkNotes("notes", scenario.notes());
        checkNotes("bookmarks", scenario.bookmarks());
        checkLength("timeline", scenario.timeline(), TIMELINE_MAX);
        new TimelineChecks(scenario, problems, paths("timeline", scenario.timeline())).checkAll();
        checkBranches();
    }

    private void checkBranches() {
        checkLength("branches", scenario.branches(), Scenario.BRANCHES_MAX);
        checkBranchName("branch", scenario.branch());
        List<String> paths = paths("branches", scenario.branches());
        for (int i = 0; i < scenario.branches().size(); i++) {
            SavedBranch branch = scenario.branches().get(i);
            String timeline = paths.get(i) + ".timeline";
            checkBranchName(paths.get(i) + ".name", branch.name());
            checkLength(timeline, branch.timeline(), TIMELINE_MAX);
            new TimelineChecks(scenario.withTimeline(branch.timeline()), problems, paths(timeline, branch.timeline()))
                    .checkAll();
        }
    }

    private void checkBranchName(String path, String name) {
        if (name.length() > BRANCH_NAME_MAX) {
            add(path, "branch.long", BRANCH_NAME_MAX, name.length());
        }
    }

    private void checkHead() {
        if (scenario.schema() != Scenario.SCHEMA) {
            add("schema", "schema.wrong", scenario.schema(), Scenario.SCHEMA);
        }
        checkId("id", scenario.id());
        checkShare("recoveredBelow", scenario.recoveredBelow());
    }

    private void checkLevers() {
        for (Lever lever : Levers.all()) {
            lever.problemWith(scenario.lever(lever.path())).ifPresent(problem -> add(lever.path(), problem));
        }
    }

    /** No backoff waits longer at first than at last. */
    private void checkCaps() {
        Settings settings = scenario.settings();
        for (String cap : caps()) {
            String base = baseOf(cap);
            if (problems.isSound(cap) && problems.isSound(base) && isBelow(settings, cap, base)) {
                String baseText = Durations.format((Duration) SettingsPath.get(settings, base));
                String capText = Durations.format((Duration) SettingsPath.get(settings, cap));
                problems.add(
                        cap, ProblemCollector.text("cap", baseText, capText), ProblemCollector.text("cap.cure", base));
            }
        }
    }

    /** The paths of the longest waits of all backoffs. */
    static List<String> caps() {
        return CAPS;
    }

    /** The path of the first wait that belongs to a longest wait. */
    static String baseOf(String cap) {
        return cap.substring(0, cap.length() - "cap".length()) + "base";
    }

    static boolean isBelow(Settings settings, String cap, String base) {
        Duration capValue = (Duration) SettingsPath.get(settings, cap);
        return capValue.compareTo((Duration) SettingsPath.get(settings, base)) < 0;
    }

    private void checkCluster() {
        Settings.Cluster cluster = scenario.cluster();
        boolean isSound = problems.isSound("cluster.replicas") && problems.isSound("cluster.nodes");
        if (isSound && cluster.replicas() > cluster.nodes()) {
            add("cluster.replicas", "replicas", cluster.nodes(), cluster.replicas());
        }
        checkCapacity(cluster);
    }

    /** What the cluster starts with has to find room in it. */
    private void checkCapacity(Settings.Cluster cluster) {
        boolean isSound = List.of("replicas", "volumes", "utilisation", "capacityFactor").stream()
                .allMatch(field -> problems.isSound("cluster." + field));
        if (isSound && cluster.capacity() < cluster.replicaTotal()) {
            // rounded up, so that what is proposed is enough
            double least = Math.ceil(cluster.utilisation() * FACTOR_STEPS) / FACTOR_STEPS;
            problems.add(
                    "cluster.capacityFactor",
                    ProblemCollector.text("capacity", cluster.capacity(), cluster.replicaTotal()),
                    ProblemCollector.text("capacity.cure", Numbers.text(least)));
        }
    }

    private void checkZones() {
        List<String> paths = paths("zones", scenario.zones());
        checkLength("zones", scenario.zones(), ZONES_MAX);
        Set<String> ids = new HashSet<>();
        List<String> full = new ArrayList<>();
        for (int i = 0; i < scenario.zones().size(); i++) {
            Settings.Zone zone = scenario.zones().get(i);
            checkUnique(paths.get(i) + ".id", zone.id(), ids);
            if (zone.full()) {
                full.add(paths.get(i));
            }
        }
        if (full.isEmpty() && problems.isSound("zones")) {
            problems.add("zones", ProblemCollector.text("zones.none"), ProblemCollector.text("zones.none.cure"));
        }
        for (String path : full.subList(Math.min(1, full.size()), full.size())) {
            problems.add(path + ".full", ProblemCollector.text("zones.full"), ProblemCollector.text("zones.full.cure"));
        }
    }

    private void checkMilestones() {
        List<String> paths = paths("milestones", scenario.milestones());
        checkLength("milestones", scenario.milestones(), MILESTONES_MAX);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < scenario.milestones().size(); i++) {
            Milestone milestone = scenario.milestones().get(i);
            String path = paths.get(i);
            checkUnique(path + ".id", milestone.id(), ids);
            if (Metric.ofKey(milestone.metric()).isEmpty()) {
                List<String> known =
                        Arrays.stream(Metric.values()).map(Metric::key).toList();
                add(path + ".metric", ScalarType.unknown("metric.unknown", milestone.metric(), known));
            }
            if (!(milestone.tolerance() >= 0)) {
                add(path + ".tolerance", "negative", Numbers.text(milestone.tolerance()));
            }
        }
    }

    private void checkNotes(String list, List<Note> notes) {
        List<String> paths = paths(list, notes);
        checkLength(list, notes, NOTES_MAX);
        for (int i = 0; i < notes.size(); i++) {
            if (notes.get(i).text().isBlank()) {
                add(paths.get(i) + ".text", "blank");
            }
        }
    }

    private void checkLength(String path, List<?> list, int max) {
        if (list.size() > max) {
            add(path, "list.long", max, list.size());
        }
    }

    private void checkUnique(String path, String id, Set<String> ids) {
        if (!problems.isSound(path)) {
            return;
        }
        checkId(path, id);
        if (!ids.add(id)) {
            add(path, "id.twice", MessageBundle.clipped(id));
        }
    }

    private void checkId(String path, String id) {
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            problems.add(
                    path,
                    ProblemCollector.text("id.form", MessageBundle.clipped(id)),
                    ProblemCollector.text("id.form.cure"));
        }
    }

    private void checkShare(String path, double share) {
        if (!(share >= 0 && share <= 1)) {
            add(path, "range", "0", "1", Numbers.text(share));
        }
    }

    private void add(String path, ValueException problem) {
        if (problems.isSound(path)) {
            problems.add(path, problem);
        }
    }

    private void add(String path, String key, Object... arguments) {
        if (problems.isSound(path)) {
            problems.add(path, ProblemCollector.text(key, arguments), "");
        }
    }

    private List<String> paths(String list, List<?> elements) {
        return elementPaths.getOrDefault(
                list,
                IntStream.range(0, elements.size())
                        .mapToObj(index -> list + "[" + index + "]")
                        .toList());
    }
}
