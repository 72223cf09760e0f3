package mirrorstorm.ui.levers;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import mirrorstorm.scenario.Lever;

/** In which order groups of levers are shown. */
public final class LeverGroups {

    /** All of them, the most telling first. */
    public static final List<Lever.Group> ALL = ordered();

    private LeverGroups() {}

    private static List<Lever.Group> ordered() {
        List<Lever.Group> first = List.of(
                Lever.Group.BACKOFF,
                Lever.Group.SEARCH,
                Lever.Group.RACE,
                Lever.Group.CAPACITY,
                Lever.Group.COPY,
                Lever.Group.CONTROL_PLANE);
        Set<Lever.Group> rest = EnumSet.allOf(Lever.Group.class);
        first.forEach(rest::remove);
        List<Lever.Group> all = new ArrayList<>(first);
        all.addAll(rest);
        return List.copyOf(all);
    }
}
