package mirrorstorm.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import mirrorstorm.model.VolumeState;

/** Areas in the colour and pattern of a state: the same in the bar, the charts and the legend. */
public final class Swatches {

    /** The order in which volumes are stacked: what is stuck first, so that its edge reads off the axis. */
    public static final List<VolumeState> STACK = List.of(
            VolumeState.LOST,
            VolumeState.UNREACHABLE,
            VolumeState.RESTORING,
            VolumeState.SEARCHING,
            VolumeState.COPYING,
            VolumeState.MIRRORED);

    private record Key(Theme theme, VolumeState state, long scaleSteps) {}

    private static final double WELL_TINT = 0.45;
    private static final double SCALE_STEPS = 8;
    private static final Map<Key, Paint> PAINTS = new ConcurrentHashMap<>();

    private Swatches() {}

    /** Colour and pattern of volumes in a state. */
    static Paint of(VolumeState state, Theme theme, double scale) {
        return PAINTS.computeIfAbsent(new Key(theme, state, Math.round(scale * SCALE_STEPS)), Swatches::newPaint);
    }

    private static Paint newPaint(Key key) {
        Color ground = key.theme().color(Ink.of(key.state()));
        Color mark = mark(key.theme(), Ink.of(key.state()));
        Pattern pattern = Pattern.of(key.state());
        return pattern == Pattern.NONE
                ? ground
                : new PatternPaint(pattern, ground, mark, key.scaleSteps() / SCALE_STEPS);
    }

    /** Requests that wait. */
    public static Paint waiting(Theme theme, double scale) {
        return new PatternPaint(Pattern.STRIPES, theme.color(Ink.SEARCHING), mark(theme, Ink.SEARCHING), scale);
    }

    /** Calls that fail. */
    public static Paint failing(Theme theme, double scale) {
        return new PatternPaint(Pattern.BACK_STRIPES, theme.color(Ink.REFUSAL), mark(theme, Ink.REFUSAL), scale);
    }

    private static Color mark(Theme theme, Ink ink) {
        return Colors.mix(theme.color(ink), theme.color(Ink.BACKGROUND), theme.isDark() ? 0.5 : 0.42);
    }

    /** As {@link #of}, for a layer of a chart: where all is well it is only a tint, and the rest stands out. */
    public static Paint ofLayer(VolumeState state, Theme theme, double scale) {
        return state == VolumeState.MIRRORED
                ? Colors.mix(theme.color(Ink.SURFACE), theme.color(Ink.MIRRORED), WELL_TINT)
                : of(state, theme, scale);
    }

    public static void area(Graphics2D g, VolumeState state, Rectangle2D area, Theme theme, double scale) {
        g.setPaint(of(state, theme, scale));
        g.fill(area);
    }

    /** A small square in the colour of an ink, with its pattern if it is a volume state's. */
    public static void chip(Graphics2D g, Ink ink, Rectangle2D square, Theme theme, double scale) {
        g.setPaint(theme.color(ink));
        for (VolumeState state : VolumeState.values()) {
            if (Ink.of(state) == ink) {
                g.setPaint(of(state, theme, scale));
            }
        }
        g.fill(square);
    }
}
