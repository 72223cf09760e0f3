package mirrorstorm.scenario;

import static mirrorstorm.scenario.Lever.Timing.AT_START;
import static mirrorstorm.scenario.Lever.Timing.LIVE;
import static mirrorstorm.scenario.LeverRange.Scale.LINEAR;
import static mirrorstorm.scenario.LeverRange.Scale.LOGARITHMIC;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mirrorstorm.model.Rate;
import mirrorstorm.model.SettingsPath;
import mirrorstorm.scenario.Lever.Group;
import mirrorstorm.scenario.Lever.Kind;
import mirrorstorm.scenario.Lever.Timing;

/**
 * The registry of levers: the one source of what can be set, in which range, with which default and meaning. Types
 * and defaults are those of {@link Scenario#DEFAULTS}; titles, units, help and sources are in the resource bundle
 * {@code mirrorstorm/scenario/levers.properties}, for a later second language.
 */
public final class Levers {

    private static final double MINUTE = 60;
    private static final double HOUR = 60 * MINUTE;
    private static final double DAY = 24 * HOUR;

    /** Largest number that every reader of JSON takes exactly. */
    private static final double SEED_MAX = (1L << 53) - 1;

    private static final Map<String, Lever> BY_PATH = new LinkedHashMap<>();

    static {
        search();
        backoff("search.backoff", Group.BACKOFF);
        race();
        capacity();
        copy();
        elections();
        controlPlane();
        calls();
        cluster();
        statusPage();
        run();
    }

    private Levers() {}

    /** All levers, those of one group together. */
    public static List<Lever> all() {
        return List.copyOf(BY_PATH.values());
    }

    /** The lever at {@code path}. */
    public static Optional<Lever> find(String path) {
        return Optional.ofNullable(BY_PATH.get(path));
    }

    /** The lever at {@code path}, which exists. */
    public static Lever require(String path) {
        return find(path).orElseThrow(() -> new IllegalArgumentException("there is no lever " + path));
    }

    /**
     * The lever that somebody wrote.
     *
     * @throws ValueException if there is none; suggests the nearest
     */
    public static Lever named(String path) throws ValueException {
        Optional<Lever> lever = find(path);
        if (lever.isEmpty()) {
            List<String> endings = endingWith(path);
            throw ScalarType.unknown("lever.unknown", path, endings.isEmpty() ? BY_PATH.keySet() : endings);
        }
        return lever.get();
    }

    /** The paths of the levers whose last names are {@code name}, for somebody who left out the first ones. */
    static List<String> endingWith(String name) {
        return BY_PATH.keySet().stream()
                .filter(path -> path.endsWith("." + name))
                .toList();
    }

    private static void search() {
        log("search.probes", Group.SEARCH, LIVE, 1, 1_000, 1, 200);
        log("search.roundTime", Group.SEARCH, LIVE, 0.001, HOUR, 0.01, 10 * MINUTE);
        plain("search.target", Group.SEARCH, LIVE);
        log("search.resyncTime", Group.SEARCH, LIVE, 0.001, HOUR, 0.1, 10 * MINUTE);
        log("search.reconnectGrace", Group.SEARCH, LIVE, 0, DAY, 1, 2 * HOUR);
    }

    private static void backoff(String path, Group group) {
        plain(path + ".policy", group, LIVE);
        log(path + ".base", group, LIVE, 0.001, DAY, 0.01, HOUR);
        log(path + ".cap", group, LIVE, 0.001, DAY, 0.1, HOUR);
    }

    private static void race() {
        log("race.probability", Group.RACE, LIVE, 0, 1, 1e-11, 1e-7);
        log("race.window", Group.RACE, LIVE, 0, MINUTE, 0.001, 10);
    }

    private static void capacity() {
        linear("cluster.utilisation", Group.CAPACITY, AT_START, 0.05, 1);
        linear("cluster.fullRatio", Group.CAPACITY, LIVE, 0.05, 1);
        linear("cluster.capacityFactor", Group.CAPACITY, LIVE, 0.5, 2);
        plain("cluster.quarantine", Group.CAPACITY, LIVE);
    }

    private static void copy() {
        log("copy.rateMiBps", Group.COPY, LIVE, 0.001, 100_000, 1, 1_000);
        log("copy.maxPerNode", Group.COPY, LIVE, 1, 1_000, 1, 64);
    }

    private static void elections() {
        backoff("election.retry", Group.CONTROL_PLANE);
        log("controlPlane.elect.serviceTime", Group.CONTROL_PLANE, LIVE, 1e-6, HOUR, 0.001, MINUTE);
        log("controlPlane.elect.deadTimeout", Group.CONTROL_PLANE, LIVE, 0.001, DAY, 0.1, HOUR);
    }

    private static void controlPlane() {
        log("controlPlane.threads", Group.CONTROL_PLANE, LIVE, 1, 100_000, 1, 1_000);
        plain("controlPlane.scope", Group.CONTROL_PLANE, LIVE);
        log("controlPlane.queueLimit", Group.CONTROL_PLANE, LIVE, 0, 1_000_000, 1, 10_000);
        plain("controlPlane.shedding", Group.CONTROL_PLANE, LIVE);
        log("controlPlane.bulkhead", Group.CONTROL_PLANE, LIVE, 0, 100_000, 1, 1_000);
        log("controlPlane.clientTimeout", Group.CONTROL_PLANE, LIVE, 0.001, DAY, 0.1, HOUR);
        linear("controlPlane.clientRetry.attempts", Group.CONTROL_PLANE, LIVE, 0, 100, 0, 10);
        backoff("controlPlane.clientRetry", Group.CONTROL_PLANE);
    }

    private static void calls() {
        log("controlPlane.createVolume.rate", Group.CONTROL_PLANE, LIVE, 0, 10_000, 0.01, 100);
        log("controlPlane.createVolume.serviceTime", Group.CONTROL_PLANE, LIVE, 1e-6, HOUR, 0.001, MINUTE);
        log("controlPlane.createVolume.timeout", Group.CONTROL_PLANE, LIVE, 0.001, DAY, 1, HOUR);
        log("controlPlane.other.rate", Group.CONTROL_PLANE, LIVE, 0, 10_000, 0.01, 100);
        log("controlPlane.other.serviceTime", Group.CONTROL_PLANE, LIVE, 1e-6, HOUR, 0.001, MINUTE);
    }

    private static void cluster() {
        log("cluster.nodes", Group.CLUSTER, AT_START, 2, 100_000, 4, 10_000);
        log("cluster.racks", Group.CLUSTER, AT_START, 1, 10_000, 1, 500);
        log("cluster.volumes", Group.CLUSTER, AT_START, 1, 10_000_000, 10, 1_000_000);
        linear("cluster.replicas", Group.CLUSTER, AT_START, 2, 3);
        log("cluster.volumeGiB", Group.CLUSTER, AT_START, 1, 65_536, 1, 16_384);
        log("instances.count", Group.CLUSTER, AT_START, 0, 1_000_000, 1, 100_000);
        linear("instances.volumesEach", Group.CLUSTER, AT_START, 1, 100, 1, 20);
        log("instances.multiZone", Group.CLUSTER, AT_START, 0, 1_000_000, 1, 100_000);
        linear("instances.failOverFault", Group.CLUSTER, AT_START, 0, 1);
    }

    private static void statusPage() {
        log("statusPage.delay", Group.STATUS_PAGE, LIVE, 0, DAY, MINUTE, 4 * HOUR);
        plain("statusPage.detail", Group.STATUS_PAGE, LIVE);
    }

    private static void run() {
        linear("seed", Group.RUN, AT_START, 0, SEED_MAX);
        log("metrics.loopGainWindow", Group.RUN, LIVE, 1, 30 * DAY, MINUTE, 2 * DAY);
        linear("metrics.callsRecoveredBelow", Group.RUN, AT_START, 0, 1);
        linear("metrics.databasesRecoveredBelow", Group.RUN, AT_START, 0, 1);
        log("horizon", Group.RUN, AT_START, 1, 365 * DAY, 10 * MINUTE, 14 * DAY);
    }

    private static void plain(String path, Group group, Timing timing) {
        Object value = SettingsPath.get(Scenario.DEFAULTS, path);
        double last =
                value instanceof Enum<?> choice ? choice.getDeclaringClass().getEnumConstants().length - 1 : 1;
        linear(path, group, timing, 0, last);
    }

    private static void linear(String path, Group group, Timing timing, double min, double max) {
        linear(path, group, timing, min, max, min, max);
    }

    private static void linear(
            String path, Group group, Timing timing, double min, double max, double sliderMin, double sliderMax) {
        add(path, group, timing, new LeverRange(min, max, sliderMin, sliderMax, LINEAR));
    }

    private static void log(
            String path, Group group, Timing timing, double min, double max, double sliderMin, double sliderMax) {
        add(path, group, timing, new LeverRange(min, max, sliderMin, sliderMax, LOGARITHMIC));
    }

    private static void add(String path, Group group, Timing timing, LeverRange range) {
        MessageBundle texts = LeverTexts.TEXTS;
        Object value = SettingsPath.get(Scenario.DEFAULTS, path);
        BY_PATH.put(
                path,
                new Lever(
                        path,
                        group,
                        kind(value, range),
                        timing,
                        texts.text(path + ".title"),
                        texts.find(path + ".unit").orElse(""),
                        range,
                        value,
                        texts.text(path + ".help"),
                        texts.text(path + ".source"),
                        choices(value)));
    }

    private static Kind kind(Object value, LeverRange range) {
        if (value instanceof Duration) {
            return Kind.DURATION;
        } else if (value instanceof Rate) {
            return Kind.RATE;
        } else if (value instanceof Boolean) {
            return Kind.SWITCH;
        } else if (value instanceof Enum<?>) {
            return Kind.CHOICE;
        } else if (value instanceof Double) {
            boolean isShare = range.scale() == LINEAR && range.max() == 1;
            return isShare ? Kind.SHARE : Kind.NUMBER;
        }
        return Kind.COUNT;
    }

    private static List<Lever.Choice> choices(Object value) {
        if (!(value instanceof Enum<?> chosen)) {
            return List.of();
        }
        return Arrays.stream(chosen.getDeclaringClass().getEnumConstants())
                .map(each -> (Enum<?>) each)
                .map(each -> new Lever.Choice(each, ScalarType.kebab(each), LeverTexts.choiceTitle(each)))
                .toList();
    }
}
