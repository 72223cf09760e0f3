package mirrorstorm.metrics;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import mirrorstorm.model.Settings;

/** What can be broken, and so what an outcome is about. */
public enum Subject {
    /** The volumes of the zone that is simulated node by node. */
    VOLUMES("Volumes"),
    /** The API calls of the other zones: those of the affected zone fail with it. */
    CALLS("Calls"),
    /** The databases over the volumes. */
    DATABASES("Databases");

    private final String suffix;

    Subject(String suffix) {
        this.suffix = suffix;
    }

    /** How the names of its measures end. */
    public String suffix() {
        return suffix;
    }

    /** Those that there are: always volumes, calls where other zones make any, databases where there are some. */
    public static Set<Subject> of(Settings settings) {
        EnumSet<Subject> subjects = EnumSet.of(VOLUMES);
        Settings.ControlPlane plane = settings.controlPlane();
        double perSecond =
                plane.createVolume().rate().perSecond() + plane.other().rate().perSecond();
        if (settings.zones().size() > 1 && perSecond > 0) {
            subjects.add(CALLS);
        }
        if (settings.instances().count() > 0) {
            subjects.add(DATABASES);
        }
        return Collections.unmodifiableSet(subjects);
    }
}
