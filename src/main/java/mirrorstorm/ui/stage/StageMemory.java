package mirrorstorm.ui.stage;

import mirrorstorm.picture.Theme;
import mirrorstorm.picture.stage.Camera;
import mirrorstorm.picture.stage.StageLayout;
import mirrorstorm.picture.stage.StagePainter;
import mirrorstorm.run.Snapshot;
import org.jspecify.annotations.Nullable;

/** Layout and painter of a stage from one picture to the next, as long as they fit. Lives on the painter's thread. */
final class StageMemory {

    private @Nullable StagePainter painter;
    private @Nullable Theme theme;
    private @Nullable StageLayout layout;
    private @Nullable StageLayout seen;
    private @Nullable StageLayout seenOf;

    /**
     * A layout of the snapshot's cluster for an image of this size, pixels, as the camera sees it: the same object as
     * long as nothing moves, by which a painter knows that nothing does.
     */
    public StageLayout layoutFor(Snapshot snapshot, double width, double height, double textScale, Camera camera) {
        StageLayout whole = wholeFor(snapshot, width, height, textScale);
        StageLayout known = seen;
        if (known != null && seenOf == whole && known.camera().equals(camera)) {
            return known;
        }
        StageLayout made = whole.seenBy(camera);
        seen = made;
        seenOf = whole;
        return made;
    }

    private StageLayout wholeFor(Snapshot snapshot, double width, double height, double textScale) {
        StageLayout known = layout;
        if (known != null && known.fits(snapshot, width, height, textScale)) {
            return known;
        }
        StageLayout made = StageLayout.of(snapshot, width, height, textScale);
        layout = made;
        return made;
    }

    /** A painter of this look: the same one, which knows what it painted last, until the look changes. */
    public StagePainter painterFor(Theme wanted) {
        StagePainter known = painter;
        if (known != null && wanted.equals(theme)) {
            return known;
        }
        StagePainter made = new StagePainter(wanted);
        painter = made;
        theme = wanted;
        return made;
    }
}
