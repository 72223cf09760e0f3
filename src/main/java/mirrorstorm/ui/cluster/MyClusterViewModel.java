package mirrorstorm.ui.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.Settings;
import mirrorstorm.model.SettingsPath;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.run.Headroom;
import mirrorstorm.scenario.Lever;
import mirrorstorm.scenario.LeverRange;
import mirrorstorm.scenario.Levers;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ScenarioChecks;
import mirrorstorm.scenario.ScenarioException;
import mirrorstorm.scenario.ValueException;
import mirrorstorm.ui.levers.LeverText;
import mirrorstorm.ui.words.UiMessages;

/**
 * A cluster in eight numbers: whatever is typed is answered at once, by the headroom law or by what is wrong with a
 * number, and when nothing is, it can be run.
 */
public final class MyClusterViewModel {

    /** When the network fails in the run, and for how long: long enough to see the cluster healthy first. */
    private static final Duration TRIGGER_AT = Duration.ofMinutes(10);

    private static final Duration TRIGGER_FOR = Duration.ofMinutes(1);

    /** Racks hold about so many nodes. */
    private static final int NODES_PER_RACK = 20;

    private static final double MIB_PER_GIB = 1024;

    /** One number; its name in the bundle is {@code cluster.field.NAME}. */
    public enum Field {
        NODES("cluster.nodes"),
        VOLUMES("cluster.volumes"),
        SIZE("cluster.volumeGiB"),
        UTILISATION("cluster.utilisation"),
        REPLICAS("cluster.replicas"),
        COPY_RATE("copy.rateMiBps"),
        STREAMS("copy.maxPerNode"),
        ISOLATED("");

        private final String path;

        Field(String path) {
            this.path = path;
        }

        /** What can be typed; the isolated share is no lever, but the strength of a trigger. */
        Lever lever() {
            return path.isEmpty() ? SHARE : Levers.require(path);
        }
    }

    private static final Lever SHARE = new Lever(
            "share",
            Lever.Group.CLUSTER,
            Lever.Kind.SHARE,
            Lever.Timing.AT_START,
            "",
            "",
            new LeverRange(0, 1, 0, 1, LeverRange.Scale.LINEAR),
            0.2,
            "",
            "",
            List.of());

    private final Map<Field, StringProperty> texts = new EnumMap<>(Field.class);
    private final Map<Field, ReadOnlyStringWrapper> problems = new EnumMap<>(Field.class);
    private final BooleanProperty quarantine = new SimpleBooleanProperty(true);
    private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper time = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper stormy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper runnable = new ReadOnlyBooleanWrapper();
    private Optional<Scenario> scenario = Optional.empty();

    /** Begins with a cluster like the one that is open, and with that share of its nodes isolated. */
    public MyClusterViewModel(Settings.Cluster cluster, Settings.Copy copy, double isolated) {
        put(Field.NODES, cluster.nodes());
        put(Field.VOLUMES, cluster.volumes());
        put(Field.SIZE, cluster.volumeGiB());
        put(Field.UTILISATION, cluster.utilisation());
        put(Field.REPLICAS, cluster.replicas());
        put(Field.COPY_RATE, copy.rateMiBps());
        put(Field.STREAMS, copy.maxPerNode());
        put(Field.ISOLATED, isolated);
        quarantine.set(cluster.quarantine());
        quarantine.addListener((property, before, now) -> refresh());
        refresh();
    }

    private void put(Field field, Object value) {
        StringProperty text = new SimpleStringProperty(LeverText.of(field.lever(), value));
        text.addListener((property, before, now) -> refresh());
        texts.put(field, text);
        problems.put(field, new ReadOnlyStringWrapper(""));
    }

    private void refresh() {
        Map<Field, Object> values = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            try {
                values.put(
                        field,
                        LeverText.parse(field.lever(), textProperty(field).get()));
                problem(field).set("");
            } catch (ValueException e) {
                problem(field).set(String.valueOf(e.getMessage()));
            }
        }
        scenario = Optional.empty();
        if (values.size() == Field.values().length) {
            Scenario made = scenario(values);
            try {
                ScenarioChecks.check("", made);
                scenario = Optional.of(made);
            } catch (ScenarioException e) {
                e.problems().forEach(problem -> place(problem.path(), problem.what()));
            }
        }
        runnable.set(scenario.isPresent());
        scenario.ifPresentOrElse(made -> say(made, number(values, Field.ISOLATED)), this::sayNothing);
    }

    private ReadOnlyStringWrapper problem(Field field) {
        return Objects.requireNonNull(problems.get(field));
    }

    private static double number(Map<Field, Object> values, Field field) {
        return ((Number) Objects.requireNonNull(values.get(field))).doubleValue();
    }

    /** What contradicts something else is said where it was typed. */
    private void place(String path, String what) {
        Field where = Field.NODES;
        for (Field field : Field.values()) {
            if (field.path.equals(path)) {
                where = field;
            }
        }
        problem(where).set(what);
    }

    private Scenario scenario(Map<Field, Object> values) {
        int nodes = (int) number(values, Field.NODES);
        double isolated = number(values, Field.ISOLATED);
        Scenario made = Scenario.DEFAULTS;
        for (Map.Entry<Field, Object> each : values.entrySet()) {
            if (!each.getKey().path.isEmpty()) {
                made = made.withLever(each.getKey().path, each.getValue());
            }
        }
        made = made.withLever("cluster.racks", Math.max(Math.min(nodes, 3), nodes / NODES_PER_RACK))
                .withLever("cluster.quarantine", quarantine.get())
                .withTimeline(List.of(new TimedIntervention(
                        TRIGGER_AT.toNanos(), new Intervention.Isolate(new NodeTarget.Share(isolated), TRIGGER_FOR))));
        return named(made, isolated);
    }

    private static Scenario named(Scenario made, double isolated) {
        String summary = UiMessages.text(
                "cluster.summary", UiMessages.count(made.cluster().nodes()), UiMessages.percent(isolated));
        Scenario titled = SettingsPath.with(made, "title", UiMessages.text("cluster.title"));
        return SettingsPath.with(SettingsPath.with(titled, "id", "my-cluster"), "summary", summary);
    }

    // The answer

    private void sayNothing() {
        answer.set(UiMessages.text("cluster.unknown"));
        detail.set("");
        time.set("");
        stormy.set(false);
    }

    private void say(Scenario made, double isolated) {
        Headroom headroom = Headroom.of(made.cluster());
        double safe = headroom.safeShare();
        answer.set(
                safe == 1
                        ? UiMessages.text("cluster.safe.all")
                        : UiMessages.text("cluster.safe", UiMessages.percent(floor(safe))));
        double stuck = headroom.stuckShare(isolated);
        boolean isSafe = isolated <= safe;
        stormy.set(!isSafe);
        List<String> sentences = new ArrayList<>();
        sentences.add(UiMessages.text(
                "cluster.affected",
                UiMessages.percent(isolated),
                UiMessages.percent(headroom.affectedShare(isolated)),
                UiMessages.percent(headroom.roomPerVolume(isolated))));
        if (isSafe) {
            sentences.add(UiMessages.text("cluster.fits"));
        } else {
            sentences.add(UiMessages.text(
                    quarantine.get() ? "cluster.stuck.quarantine" : "cluster.stuck",
                    UiMessages.percent(stuck),
                    UiMessages.about(stuck * made.cluster().volumes()),
                    UiMessages.count(nodesToClear(made.cluster(), stuck))));
        }
        detail.set(String.join(" ", sentences));
        time.set(UiMessages.text("cluster.time", duration(copySeconds(made)), duration(leastSeconds(made, isolated))));
    }

    /** Rounded down: what is promised holds. */
    private static double floor(double share) {
        return Math.floor(share * 1_000) / 1_000;
    }

    /** Empty nodes that hold what has no room. */
    private static long nodesToClear(Settings.Cluster cluster, double stuck) {
        double eachHolds = cluster.replicas() * (double) cluster.volumes() / cluster.utilisation() / cluster.nodes();
        return (long) Math.ceil(stuck * cluster.volumes() / eachHolds);
    }

    private static double copySeconds(Scenario made) {
        return made.cluster().volumeGiB() * MIB_PER_GIB / made.copy().rateMiBps();
    }

    /** If every node that is left takes as many copies as it may, all the time. */
    private static double leastSeconds(Scenario made, double isolated) {
        double copies = Headroom.of(made.cluster()).affectedShare(isolated)
                * made.cluster().volumes();
        double nodes = Math.max(1, (1 - isolated) * made.cluster().nodes());
        double each = Math.ceil(copies / (nodes * made.copy().maxPerNode()));
        return each * copySeconds(made);
    }

    private static String duration(double seconds) {
        if (seconds < 90) {
            return UiMessages.text("cluster.seconds", UiMessages.count(Math.max(1, Math.round(seconds))));
        } else if (seconds < 90 * 60) {
            return UiMessages.text("cluster.minutes", UiMessages.count(Math.round(seconds / 60)));
        } else if (seconds < 48 * 3600) {
            return UiMessages.text("cluster.hours", UiMessages.count(Math.round(seconds / 3600)));
        }
        return UiMessages.text("cluster.days", UiMessages.count(Math.round(seconds / 86_400)));
    }

    // What is shown

    /** What is typed into a field. */
    public StringProperty textProperty(Field field) {
        return required(texts, field);
    }

    /** What is wrong with it; empty if nothing is. */
    public ReadOnlyStringProperty problemProperty(Field field) {
        return required(problems, field).getReadOnlyProperty();
    }

    private static <T> T required(Map<Field, T> map, Field field) {
        T value = map.get(field);
        if (value == null) {
            throw new AssertionError("every field has everything: " + field);
        }
        return value;
    }

    public BooleanProperty quarantineProperty() {
        return quarantine;
    }

    /** The law in one sentence. */
    public ReadOnlyStringProperty answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** What the chosen share does. */
    public ReadOnlyStringProperty detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /** How long mirroring everything again takes at least. */
    public ReadOnlyStringProperty timeProperty() {
        return time.getReadOnlyProperty();
    }

    /** Whether the chosen share leaves volumes without room. */
    public ReadOnlyBooleanProperty stormyProperty() {
        return stormy.getReadOnlyProperty();
    }

    /** Whether nothing is wrong. */
    public ReadOnlyBooleanProperty runnableProperty() {
        return runnable.getReadOnlyProperty();
    }

    /** The cluster as a scenario, whose network fails after ten minutes; empty if something is wrong. */
    public Optional<Scenario> scenario() {
        return scenario;
    }
}
