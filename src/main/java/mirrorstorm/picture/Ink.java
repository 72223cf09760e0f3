package mirrorstorm.picture;

import java.util.Locale;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.VolumeState;

/** A colour by what it means. {@link Theme} says which colour that is; {@link Pattern} says what goes with it. */
public enum Ink {
    /** Behind everything. */
    BACKGROUND,
    /** A panel: a rack, a chart. */
    SURFACE,
    /** A panel on a panel, such as the card under the pointer. */
    SURFACE_RAISED,
    /** The edge of a panel. */
    BORDER,
    /** What is to be read. */
    TEXT,
    /** What may be read. */
    TEXT_MUTED,
    /** What can be touched. */
    ACCENT,
    /** The lines of a chart. */
    GRID,

    /** Volumes by state. */
    MIRRORED,
    SEARCHING,
    COPYING,
    UNREACHABLE,
    RESTORING,
    LOST,

    /** Nodes by state: the edge of a cell, a line in a chart. */
    UP,
    ISOLATED,
    CRASHED,
    DESTROYED,
    /** Stripes over a node that offers no space. */
    QUARANTINE,

    /** The part of a node that is taken, and the part that is not. */
    USED_SPACE,
    FREE_SPACE,
    /** The body of a crashed node; its cross is {@link #CRASHED}. */
    DEAD_SPACE,

    /** A request for space on its way out, and refused on its way back. */
    PROBE,
    REFUSAL,
    /** A request that found space, and the copy that follows. */
    CLAIM,
    COPY_STREAM,

    /** Marks on the time axis. */
    TRIGGER_FLAG,
    OPERATOR_FLAG,
    CRASH_FLAG,
    /** What the real cluster showed. */
    MILESTONE,
    /** The present moment. */
    NOW,

    /** Variants that are compared, in order. */
    VARIANT_A,
    VARIANT_B,
    VARIANT_C,
    VARIANT_D,

    /** Around what is selected, and around what has the keyboard. */
    SELECTION,
    FOCUS;

    /** The colour of volumes in a state. */
    public static Ink of(VolumeState state) {
        return switch (state) {
            case MIRRORED -> MIRRORED;
            case SEARCHING -> SEARCHING;
            case COPYING -> COPYING;
            case UNREACHABLE -> UNREACHABLE;
            case RESTORING -> RESTORING;
            case LOST -> LOST;
        };
    }

    /** The colour of nodes in a state. */
    public static Ink of(NodeState state) {
        return switch (state) {
            case UP -> UP;
            case ISOLATED -> ISOLATED;
            case CRASHED -> CRASHED;
            case DESTROYED -> DESTROYED;
        };
    }

    /** Its name in style sheets, such as {@code -ms-text-muted}. */
    String cssName() {
        return "-ms-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
