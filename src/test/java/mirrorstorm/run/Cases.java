package mirrorstorm.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.Metric;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.RandomCase;
import mirrorstorm.model.Settings;
import mirrorstorm.model.SettingsPath;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.scenario.Milestone;
import mirrorstorm.scenario.Scenario;

/** Scenarios made in code, for tests. */
public final class Cases {

    private Cases() {}

    /** A scenario of these settings, in which this happens. */
    public static Scenario scenario(Settings settings, Duration horizon, List<TimedIntervention> timeline) {
        Scenario scenario = Scenario.DEFAULTS.withHorizon(horizon).withTimeline(timeline);
        scenario = SettingsPath.with(scenario, "cluster", settings.cluster());
        scenario = SettingsPath.with(scenario, "search", settings.search());
        scenario = SettingsPath.with(scenario, "race", settings.race());
        scenario = SettingsPath.with(scenario, "copy", settings.copy());
        scenario = SettingsPath.with(scenario, "zones", settings.zones());
        scenario = SettingsPath.with(scenario, "instances", settings.instances());
        scenario = SettingsPath.with(scenario, "election", settings.election());
        return SettingsPath.with(scenario, "controlPlane", settings.controlPlane());
    }

    /** A random small storm with milestones of every kind and metric. */
    public static Scenario random(RandomCase random, long seed, Duration horizon) {
        Scenario scenario = scenario(random.settings(), horizon, random.plan(random.whole(0, 6), horizon));
        List<Milestone> milestones = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Metric metric = Metric.values()[random.whole(0, Metric.values().length - 1)];
            Duration from = Duration.ofSeconds(random.whole(0, (int) horizon.toSeconds()));
            Duration to = from.plusSeconds(random.whole(0, 60));
            Milestone.Statistic statistic = Milestone.Statistic.values()[random.whole(0, 2)];
            Milestone.When when =
                    random.chance(0.6) ? new Milestone.At(from) : new Milestone.Within(from, to, statistic);
            milestones.add(new Milestone("m" + i, when, metric.key(), 0, 0, ""));
        }
        return SettingsPath.with(scenario, "milestones", milestones).withSeed(seed);
    }

    /** A storm of 60 nodes that a second tells: 30 % of them are isolated after five minutes, room is short. */
    public static Scenario smallStorm(Duration horizon) {
        Settings settings = SettingsPath.with(Settings.DEFAULTS, "cluster.nodes", 60);
        settings = SettingsPath.with(settings, "cluster.volumes", 1_200);
        settings = SettingsPath.with(settings, "cluster.utilisation", 0.85);
        settings = SettingsPath.with(settings, "race.probability", 1e-10);
        settings = SettingsPath.with(settings, "copy.rateMiBps", 100.0);
        TimedIntervention trigger = new TimedIntervention(
                Duration.ofMinutes(5).toNanos(),
                new Intervention.Isolate(new NodeTarget.Share(0.3), Duration.ofMinutes(1)));
        TimedIntervention rescue = new TimedIntervention(
                Duration.ofMinutes(90).toNanos(), new Intervention.AddNodes(30, Duration.ofMinutes(30)));
        return scenario(settings, horizon, List.of(trigger, rescue));
    }
}
