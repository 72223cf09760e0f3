package mirrorstorm.picture.stage;

import java.awt.geom.Rectangle2D;

/**
 * What goes where on a stage, from top to bottom.
 *
 * @param headline the sentence about the cluster; without height if there is no room for one
 * @param region   the control plane, the zones and the loop gain; without height if there is no room for them
 * @param body     the cluster
 */
record StageAreas(Rectangle2D headline, Rectangle2D region, Rectangle2D body) {

    private static final double HEADLINE_HEIGHT = 48;
    private static final double HEADLINE_GAP = 12;

    /** Smaller stages, thumbnails for instance, have no headline; at text scale 1. */
    private static final double HEADLINE_FROM_WIDTH = 360;

    private static final double HEADLINE_FROM_HEIGHT = 110;

    private static final double REGION_HEIGHT = 46;
    private static final double REGION_GAP = 8;

    /** Smaller stages have no region; at text scale 1. */
    private static final double REGION_FROM_WIDTH = 540;

    private static final double REGION_FROM_HEIGHT = 230;
    private static final double SIDE_MIN = 0.5;

    static StageAreas of(double width, double height, double textScale, double margin) {
        boolean hasHeadline = width >= HEADLINE_FROM_WIDTH * textScale && height >= HEADLINE_FROM_HEIGHT * textScale;
        double top = hasHeadline ? margin + HEADLINE_HEIGHT * textScale : 0;
        Rectangle2D headline = new Rectangle2D.Double(margin, margin, width - 2 * margin, Math.max(0, top - margin));
        double below = hasHeadline ? top + HEADLINE_GAP * textScale : margin;
        boolean hasRegion = width >= REGION_FROM_WIDTH * textScale && height >= REGION_FROM_HEIGHT * textScale;
        double regionHeight = hasRegion ? Math.rint(REGION_HEIGHT * textScale) : 0;
        Rectangle2D region = new Rectangle2D.Double(margin, Math.rint(below), width - 2 * margin, regionHeight);
        double above = hasRegion ? region.getMaxY() + REGION_GAP * textScale : below;
        double bodyWidth = Math.max(SIDE_MIN, width - 2 * margin);
        double bodyHeight = Math.max(SIDE_MIN, height - above - margin);
        return new StageAreas(headline, region, new Rectangle2D.Double(margin, above, bodyWidth, bodyHeight));
    }
}
