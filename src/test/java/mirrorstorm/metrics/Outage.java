package mirrorstorm.metrics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mirrorstorm.model.BackoffPolicy;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.Rate;
import mirrorstorm.model.Settings;
import mirrorstorm.model.SettingsPath;
import mirrorstorm.model.Simulation;
import mirrorstorm.model.TargetPolicy;
import mirrorstorm.model.TimedIntervention;

/** Runs whose curves are known exactly: a hundred volumes on two nodes, all of them stuck from here to there. */
final class Outage {

    static final int VOLUMES = 100;

    private static final Settings SETTINGS = with(Settings.DEFAULTS, new Object[][] {
        {"cluster.nodes", 2},
        {"cluster.racks", 2},
        {"cluster.volumes", VOLUMES},
        {"cluster.volumeGiB", 1},
        {"cluster.utilisation", 0.5},
        {"copy.rateMiBps", 10.24},
        {"search.target", TargetPolicy.PREVIOUS_FIRST},
        {"search.resyncTime", Duration.ofSeconds(1)},
        {"search.backoff.policy", BackoffPolicy.NONE},
        {"race.probability", 0.0},
        {"controlPlane.createVolume.rate", new Rate(0)},
        {"controlPlane.other.rate", new Rate(0)}
    });

    private final List<TimedIntervention> plan = new ArrayList<>();

    /** From {@code from} to {@code to} nobody reaches anybody; volumes work again from {@code to} on. */
    Outage stuck(Duration from, Duration to) {
        return then(from, new Intervention.Isolate(new NodeTarget.All(), to.minus(from)));
    }

    Outage then(Duration at, Intervention intervention) {
        plan.add(new TimedIntervention(at.toNanos(), intervention));
        return this;
    }

    Simulation begin() {
        return new Simulation(SETTINGS, 1, 0, EngineKind.ROUNDS, plan);
    }

    /** A cluster without room, of seven nodes; a node that crashes leaves its 28 or 29 volumes stuck for ever. */
    Simulation beginFull() {
        Settings full = with(SETTINGS, new Object[][] {
            {"cluster.nodes", 7},
            {"cluster.racks", 7},
            {"cluster.utilisation", 1.0},
            {"search.target", TargetPolicy.NEW_NODE}
        });
        return new Simulation(full, 1, 0, EngineKind.ROUNDS, plan);
    }

    private static Settings with(Settings settings, Object[][] pathsAndValues) {
        Settings changed = settings;
        for (Object[] each : pathsAndValues) {
            changed = SettingsPath.with(changed, (String) each[0], each[1]);
        }
        return changed;
    }
}
