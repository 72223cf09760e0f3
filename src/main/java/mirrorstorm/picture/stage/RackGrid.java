package mirrorstorm.picture.stage;

import org.jspecify.annotations.Nullable;

/**
 * How racks, and the cells in a rack, are set in columns and rows. All racks are alike. Lengths are whole pixels
 * wherever a cell has at least two, so that cells are equal and a large cluster shows no moire.
 *
 * @param pitchX     from the left edge of a cell to that of the next
 * @param cellGap    part of the pitch that is not cell
 * @param padding    between a rack's edge and its cells, at least
 * @param spareX     what a rack is wider than it would have to be
 * @param labelHeight above the cells of a rack; 0 if racks are too small to be labelled
 * @param stepX      from the left edge of a rack to that of the next
 * @param left       left edge of the first rack
 */
record RackGrid(
        int rackColumns,
        int rackRows,
        int cellColumns,
        int cellRows,
        double pitchX,
        double pitchY,
        double cellGap,
        double padding,
        double labelHeight,
        double spareX,
        double spareY,
        double stepX,
        double stepY,
        double left,
        double top) {

    /** A cell is at most this much wider than high. */
    private static final double WIDER_MAX = 1.6;

    /** A cell is at most this much higher than wide. */
    private static final double HIGHER_MAX = 1.15;

    /** Space between racks may grow this much to use what is left over. */
    private static final double GAP_GROWTH_MAX = 2.5;

    /** Racks whose sides are shorter than this on average have no label; at text scale 1. */
    private static final double LABELLED_FROM = 90;

    /** Racks grow by at most this share of a cell. */
    private static final double SPARE_MAX = 0.6;

    private static final double LABEL_HEIGHT = 17;
    private static final double GAP_MAX = 14;
    private static final double PADDING_MAX = 7;

    /**
     * The grid with the largest cells.
     *
     * @param racks how many, &gt;= 1
     * @param slots cells in each, &gt;= 1
     */
    static RackGrid fitting(int racks, int slots, double x, double y, double width, double height, double scale) {
        double rackSide = Math.sqrt(width * height / racks);
        double cellSide = Math.sqrt(width * height / racks / slots);
        double gap = Math.max(Math.min(2, cellSide / 3), Math.min(GAP_MAX * scale, Math.rint(rackSide * 0.06)));
        double padding = Math.max(Math.min(1, cellSide / 4), Math.min(PADDING_MAX * scale, Math.rint(rackSide * 0.03)));
        double label = rackSide >= LABELLED_FROM * scale ? Math.rint(LABEL_HEIGHT * scale) : 0;
        RackGrid decorated = largest(racks, slots, width, height, gap, padding, label);
        RackGrid best = decorated != null ? decorated : largest(racks, slots, width, height, 0, 0, 0);
        if (best == null) {
            throw new IllegalArgumentException("no room for a cluster in " + width + " x " + height);
        }
        return best.placed(x, y, width, height);
    }

    /** The grid with the largest cells, or null if that much decoration leaves no room for any. */
    private static @Nullable RackGrid largest(
            int racks, int slots, double width, double height, double gap, double padding, double label) {
        RackGrid best = null;
        double most = 0;
        for (int columns = 1; columns <= racks; columns++) {
            int rows = ceilDiv(racks, columns);
            double insideX = (width - (columns - 1) * gap) / columns - 2 * padding;
            double insideY = (height - (rows - 1) * gap) / rows - 2 * padding - label;
            for (int cellColumns = 1; cellColumns <= slots; cellColumns++) {
                int cellRows = ceilDiv(slots, cellColumns);
                double pitchX = whole(Math.min(insideX / cellColumns, WIDER_MAX * insideY / cellRows));
                double pitchY = whole(Math.min(insideY / cellRows, HIGHER_MAX * pitchX));
                double value =
                        pitchX * pitchY * tidiness(racks, columns * rows) * tidiness(slots, cellColumns * cellRows);
                if (pitchX > 0 && pitchY > 0 && value > most) {
                    most = value;
                    best = plain(columns, rows, cellColumns, cellRows, pitchX, pitchY, gap, padding, label);
                }
            }
        }
        return best;
    }

    /** Less than one if places stay empty: slightly smaller cells look better than a gap in the last row. */
    private static double tidiness(int taken, int places) {
        return Math.sqrt(taken / (double) places);
    }

    private static RackGrid plain(
            int columns,
            int rows,
            int cellColumns,
            int cellRows,
            double pitchX,
            double pitchY,
            double gap,
            double padding,
            double label) {
        return new RackGrid(
                columns, rows, cellColumns, cellRows, pitchX, pitchY, 0, padding, label, 0, 0, gap, gap, 0, 0);
    }

    /** With what is left over used for gaps, and the whole in the middle. */
    private RackGrid placed(double x, double y, double width, double height) {
        double stepXNow = step(rackWidth(), rackColumns, stepX, width);
        double stepYNow = step(rackHeight(), rackRows, stepY, height);
        double usedX = (rackColumns - 1) * stepXNow + rackWidth();
        double usedY = (rackRows - 1) * stepYNow + rackHeight();
        double spareXNow = spare(width - usedX, rackColumns, pitchX);
        double spareYNow = spare(height - usedY, rackRows, pitchY);
        return new RackGrid(
                rackColumns,
                rackRows,
                cellColumns,
                cellRows,
                pitchX,
                pitchY,
                cellGap(Math.min(pitchX, pitchY)),
                padding,
                labelHeight,
                spareXNow,
                spareYNow,
                stepXNow + spareXNow,
                stepYNow + spareYNow,
                Math.rint(x + (width - usedX - rackColumns * spareXNow) / 2),
                Math.rint(y + (height - usedY - rackRows * spareYNow) / 2));
    }

    /** What is left over makes racks larger, but not by as much as a cell: that would look like a place for one. */
    private static double spare(double left, int racks, double pitch) {
        return pitch >= 2 ? Math.max(0, Math.floor(Math.min(left / racks, pitch * SPARE_MAX))) : 0;
    }

    private static double step(double side, int count, double gap, double length) {
        double spare = count > 1 ? (length - count * side - (count - 1) * gap) / (count - 1) : 0;
        double grown = gap + Math.max(0, Math.min(spare, gap * (GAP_GROWTH_MAX - 1)));
        return side + (side >= 2 ? Math.floor(grown) : grown);
    }

    /** Space between cells of a pitch, pixels. */
    static double cellGap(double pitch) {
        double gap = pitch >= 90 ? 6 : pitch >= 40 ? 4 : pitch >= 22 ? 3 : pitch >= 14 ? 2 : 1;
        return pitch >= 3 ? gap : 0;
    }

    private static double whole(double pitch) {
        return pitch >= 2 ? Math.floor(pitch) : pitch;
    }

    private static int ceilDiv(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }

    double rackWidth() {
        return cellColumns * pitchX - cellGap + 2 * padding + spareX;
    }

    double rackHeight() {
        return cellRows * pitchY - cellGap + 2 * padding + labelHeight + spareY;
    }

    double rackX(int rack) {
        return left + rack % rackColumns * stepX;
    }

    double rackY(int rack) {
        int row = rack / rackColumns;
        return top + row * stepY;
    }

    double cellX(int rack, int slot) {
        return rackX(rack) + padding + Math.floor(spareX / 2) + slot % cellColumns * pitchX;
    }

    double cellY(int rack, int slot) {
        int row = slot / cellColumns;
        return rackY(rack) + padding + labelHeight + Math.floor(spareY / 2) + row * pitchY;
    }

    /** The rack at a point, or -1. */
    int rackAt(double x, double y, int racks) {
        int column = (int) Math.floor((x - left) / stepX);
        int row = (int) Math.floor((y - top) / stepY);
        int rack = row * rackColumns + column;
        boolean isInside = column >= 0
                && column < rackColumns
                && row >= 0
                && rack < racks
                && x < rackX(rack) + rackWidth()
                && y < rackY(rack) + rackHeight();
        return isInside ? rack : -1;
    }

    /** The place in a rack at a point, or -1; the gap right of and below a cell belongs to it. */
    int slotAt(int rack, double x, double y) {
        int column = (int) Math.floor((x - cellX(rack, 0)) / pitchX);
        int row = (int) Math.floor((y - cellY(rack, 0)) / pitchY);
        return column >= 0 && column < cellColumns && row >= 0 && row < cellRows ? row * cellColumns + column : -1;
    }
}
