package mirrorstorm.scenario;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.Metric;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.Rate;
import mirrorstorm.model.RequestKind;
import mirrorstorm.model.Settings;
import mirrorstorm.model.SettingsPath;
import mirrorstorm.model.TimedIntervention;

/** Scenarios that can be run, drawn from a seed. Replay one: {@code mvn test -Dseed=42}. */
final class RandomScenario {

    private static final int NODES = 50;
    private static final int RACKS = 5;
    private static final List<String> WORDS = List.of(
            "storm", "\"quoted\"", "back\\slash", "line\nbreak", "\t", "\u0001", "Größe", "嵐", "🌀", "</a>", "");

    private final SplittableRandom random;

    private RandomScenario(long seed) {
        random = new SplittableRandom(seed);
    }

    static LongStream seeds() {
        Long replayed = Long.getLong("seed");
        return replayed != null ? LongStream.of(replayed) : new SplittableRandom(1).longs(300);
    }

    static Scenario of(long seed) {
        return new RandomScenario(seed).scenario();
    }

    private Scenario scenario() {
        Scenario scenario = Scenario.DEFAULTS;
        for (Lever lever : Levers.all()) {
            if (random.nextInt(3) == 0) {
                scenario = scenario.withLever(lever.path(), lever.fromPosition(random.nextDouble()));
            }
        }
        for (String cap : ScenarioChecks.caps()) {
            if (ScenarioChecks.isBelow(scenario.settings(), cap, ScenarioChecks.baseOf(cap))) {
                scenario = scenario.withLever(cap, scenario.lever(ScenarioChecks.baseOf(cap)));
            }
        }
        if (scenario.cluster().capacity() < scenario.cluster().replicaTotal()) { // as an author would be told to
            scenario = scenario.withLever("cluster.capacityFactor", 1.0);
        }
        scenario = scenario.withLever("cluster.nodes", NODES + random.nextInt(NODES));
        scenario = scenario.withLever("cluster.racks", RACKS);
        scenario = SettingsPath.with(scenario, "id", "id-" + random.nextInt(100));
        scenario = SettingsPath.with(scenario, "title", words());
        scenario = SettingsPath.with(scenario, "summary", words());
        scenario = SettingsPath.with(scenario, "origin", origin());
        scenario = SettingsPath.with(scenario, "recoveredBelow", random.nextDouble());
        scenario = SettingsPath.with(scenario, "zones", zones());
        scenario = SettingsPath.with(scenario, "milestones", list(this::milestone));
        scenario = SettingsPath.with(scenario, "notes", list(index -> new Note(time(), "note " + words())));
        scenario = scenario.withBookmarks(list(index -> new Note(time(), "mark " + words())));
        scenario = scenario.withBranches(words(), list(index -> new SavedBranch(words(), timeline())));
        return scenario.withTimeline(timeline());
    }

    private List<TimedIntervention> timeline() {
        return list(index -> new TimedIntervention(time().toNanos(), intervention()));
    }

    private OffsetDateTime origin() {
        ZoneOffset zone = ZoneOffset.ofTotalSeconds(900 * (random.nextInt(97) - 48));
        return OffsetDateTime.ofInstant(java.time.Instant.ofEpochSecond(random.nextInt()), zone);
    }

    private List<Settings.Zone> zones() {
        int count = 1 + random.nextInt(4);
        int full = random.nextInt(count);
        List<Settings.Zone> zones = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            zones.add(new Settings.Zone("zone-" + i, i == full));
        }
        return zones;
    }

    private Milestone milestone(int index) {
        Duration time = time();
        Milestone.When when = random.nextBoolean()
                ? new Milestone.At(time)
                : new Milestone.Within(time, time.plus(time()), pick(Milestone.Statistic.values()));
        String metric = pick(Metric.values()).key();
        return new Milestone("m" + index, when, metric, random.nextDouble(), random.nextDouble(), words());
    }

    private Intervention intervention() {
        InterventionFormat format = InterventionFormat.ALL.get(random.nextInt(InterventionFormat.ALL.size()));
        return format.type() == Intervention.Set.class
                ? set()
                : format.make(format.keys().stream().map(this::value).toList());
    }

    private Object value(InterventionFormat.Key key) {
        return switch (key) {
            case TARGET, TARGET_OR_ALL -> target();
            case FOR, OVER -> maybeZero();
            case COUNT -> 1 + random.nextInt(100);
            case ZONE -> "zone-0";
            case API -> random.nextBoolean() ? RequestKind.CREATE_VOLUME : RequestKind.OTHER;
            case RATE, LEAK_RATE -> new Rate(1 + random.nextInt(9) - random.nextDouble());
            case THROTTLE -> new Rate(random.nextInt(3));
            case SUCCESS_SHARE, SPREAD -> random.nextDouble();
            case LEVER, VALUE -> throw new AssertionError("levers are drawn with their values: " + key);
        };
    }

    private Intervention set() {
        List<Lever> free = Levers.all().stream()
                .filter(Lever::isLive)
                .filter(lever ->
                        !lever.path().endsWith(".base") && !lever.path().endsWith(".cap"))
                .toList();
        Lever lever = free.get(random.nextInt(free.size()));
        return new Intervention.Set(lever.path(), lever.fromPosition(random.nextDouble()));
    }

    private NodeTarget target() {
        return switch (random.nextInt(4)) {
            case 0 -> new NodeTarget.Share(random.nextDouble());
            case 1 -> new NodeTarget.Racks(list(index -> random.nextInt(RACKS), 1));
            case 2 -> new NodeTarget.Nodes(list(index -> random.nextInt(NODES), 1));
            default -> new NodeTarget.All();
        };
    }

    private Duration maybeZero() {
        return random.nextBoolean() ? Duration.ZERO : time();
    }

    /** Mostly round, now and then to the nanosecond. */
    private Duration time() {
        return random.nextInt(4) == 0
                ? Duration.ofNanos(random.nextLong(Duration.ofDays(4).toNanos()))
                : Duration.ofSeconds(random.nextInt(100_000));
    }

    private String words() {
        return String.join(" ", list(index -> WORDS.get(random.nextInt(WORDS.size()))));
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> List<T> list(java.util.function.IntFunction<T> element) {
        return list(element, 0);
    }

    private <T> List<T> list(java.util.function.IntFunction<T> element, int countMin) {
        List<T> list = new ArrayList<>();
        int count = countMin + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            list.add(element.apply(i));
        }
        return list;
    }
}
