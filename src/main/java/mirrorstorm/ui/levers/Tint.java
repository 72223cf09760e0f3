package mirrorstorm.ui.levers;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import mirrorstorm.export.StudyPicture;
import mirrorstorm.picture.text.MeasureText;
import mirrorstorm.run.sweep.Axis;
import mirrorstorm.run.sweep.TippingMap;
import mirrorstorm.scenario.Lever;
import mirrorstorm.ui.words.UiMessages;

/**
 * What the last tipping map foresees along the track of a lever, where the map's other lever stands now.
 *
 * @param stops from left to right
 * @param text  the same in words
 */
public record Tint(List<Stop> stops, String text) {

    /**
     * A value that was tried.
     *
     * @param position on the track, [0, 1]
     * @param share    of the worst outcome on the map, [0, 1]
     * @param tipped   whether the outcome is at or beyond the level at which the map draws its line
     */
    public record Stop(double position, double share, boolean tipped) {}

    public Tint {
        stops = List.copyOf(stops);
    }

    /** The tint of a lever; empty if the map is not about it, or not about where the other lever stands. */
    static Optional<Tint> of(TippingMap map, Lever lever, Object otherNow) {
        boolean isAcross = map.x().lever().equals(lever);
        if (!isAcross && !map.y().lever().equals(lever)) {
            return Optional.empty();
        }
        Axis axis = isAcross ? map.x() : map.y();
        Axis other = isAcross ? map.y() : map.x();
        OptionalInt place = nearest(other, otherNow);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        double worst = map.medians().stream()
                .flatMap(List::stream)
                .filter(value -> !Double.isNaN(value))
                .mapToDouble(value -> value)
                .max()
                .orElse(0);
        double level = StudyPicture.level(map.measure());
        List<Stop> stops = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (int i = 0; i < axis.values().size(); i++) {
            double median = isAcross
                    ? map.medians().get(place.getAsInt()).get(i)
                    : map.medians().get(i).get(place.getAsInt());
            if (!Double.isNaN(median)) {
                Object value = axis.values().get(i);
                stops.add(new Stop(lever.toPosition(value), worst > 0 ? median / worst : 0, median >= level));
                told.add(UiMessages.text(
                        "lever.tint.at", LeverText.of(lever, value), MeasureText.value(map.measure(), median)));
            }
        }
        if (stops.isEmpty()) {
            return Optional.empty();
        }
        String at = LeverText.of(other.lever(), other.values().get(place.getAsInt()));
        String text = UiMessages.text(
                "lever.tint",
                MeasureText.title(map.measure()),
                other.lever().title(),
                at,
                summary(told),
                MeasureText.value(map.measure(), level));
        return Optional.of(new Tint(stops, text));
    }

    /** The first, the middle and the last. */
    private static String summary(List<String> told) {
        if (told.size() <= 3) {
            return String.join(", ", told);
        }
        return String.join(", ", told.get(0), told.get(told.size() / 2), told.get(told.size() - 1));
    }

    /** Which value of an axis a lever is at, or nearest to as far as it is between them. */
    private static OptionalInt nearest(Axis axis, Object value) {
        int exact = axis.values().indexOf(value);
        boolean isNumber =
                axis.lever().kind() != Lever.Kind.CHOICE && axis.lever().kind() != Lever.Kind.SWITCH;
        if (exact >= 0 || !isNumber) {
            return exact >= 0 ? OptionalInt.of(exact) : OptionalInt.empty();
        }
        double here = axis.lever().toPosition(value);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < axis.values().size(); i++) {
            double position =
                    axis.lever().toPosition(Objects.requireNonNull(axis.values().get(i)));
            low = Math.min(low, position);
            high = Math.max(high, position);
            if (Math.abs(position - here) < least) {
                least = Math.abs(position - here);
                nearest = i;
            }
        }
        return here < low || here > high ? OptionalInt.empty() : OptionalInt.of(nearest);
    }
}
