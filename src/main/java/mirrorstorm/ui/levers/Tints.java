package mirrorstorm.ui.levers;

import java.util.List;
import java.util.Optional;
import mirrorstorm.run.sweep.TippingMap;
import mirrorstorm.scenario.Lever;
import mirrorstorm.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** Tints the tracks of the last tipping map's two levers, as long as the run is of the scenario that it is around. */
final class Tints {

    private final LeversViewModel levers;
    private @Nullable TippingMap map;
    private @Nullable Scenario around;
    private @Nullable Scenario open;
    private boolean isOfOpen;
    private List<Object> seen = List.of();

    Tints(LeversViewModel levers) {
        this.levers = levers;
    }

    /**
     * There is another map, or more of it.
     *
     * @param base the scenario that it is around
     */
    void show(TippingMap now, Scenario base) {
        clear();
        map = now;
        around = base;
        compare();
    }

    /** Another run is open. */
    void follow(Scenario scenario) {
        open = scenario;
        compare();
    }

    private void compare() {
        isOfOpen = map != null && around != null && open != null && isAround(around, open, map);
        seen = List.of();
        refresh();
    }

    /** Called whenever a lever may have moved. */
    void refresh() {
        TippingMap known = map;
        if (known == null) {
            return;
        }
        List<Object> now = List.of(valueOf(known.x().lever()), valueOf(known.y().lever()));
        if (!now.equals(seen)) {
            seen = now;
            tint(known, known.x().lever(), now.get(1));
            tint(known, known.y().lever(), now.get(0));
        }
    }

    private Object valueOf(Lever lever) {
        return find(lever).<Object>map(row -> row.valueProperty().get()).orElse("");
    }

    private void tint(TippingMap known, Lever lever, Object otherNow) {
        find(lever).ifPresent(row -> row.tint(isOfOpen ? Tint.of(known, lever, otherNow) : Optional.empty()));
    }

    private void clear() {
        TippingMap known = map;
        if (known != null) {
            for (Lever lever : List.of(known.x().lever(), known.y().lever())) {
                find(lever).ifPresent(row -> row.tint(Optional.empty()));
            }
        }
    }

    private Optional<LeverViewModel> find(Lever lever) {
        return levers.find(lever.path());
    }

    /** Whether scenarios differ in nothing but the two levers of the map, and in when they end. */
    private static boolean isAround(Scenario base, Scenario other, TippingMap map) {
        String x = map.x().lever().path();
        String y = map.y().lever().path();
        return other.withLever(x, base.lever(x))
                .withLever(y, base.lever(y))
                .withHorizon(base.horizon())
                .equals(base);
    }
}
