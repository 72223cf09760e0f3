package mirrorstorm.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mirrorstorm.model.Metric;
import mirrorstorm.model.RandomCase;
import mirrorstorm.model.Settings;
import mirrorstorm.model.SettingsPath;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.scenario.Milestone;
import mirrorstorm.scenario.Scenario;

/** Scenarios made in code, for tests. */
final class Cases {

    private Cases() {}

    /** A scenario of these settings, in which this happens. */
    static Scenario scenario(Settings settings, Duration horizon, List<TimedIntervention> timeline) {
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
    static Scenario random(RandomCase random, long seed, Duration horizon) {
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
}
