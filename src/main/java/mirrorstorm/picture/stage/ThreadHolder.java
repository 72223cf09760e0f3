package mirrorstorm.picture.stage;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.Theme;
import mirrorstorm.run.Region;

/**
 * Who holds a thread of the control plane, with the sign for it: told by shape as well as by colour. Threads are drawn
 * in this order, those that are held for nothing first.
 */
public enum ThreadHolder {
    /** A call to create a volume that will fail, but not before its time is out: a full square with a hole. */
    HANGING(Ink.SEARCHING),
    /** An election that waits for a dead node to answer: a triangle. */
    DEAD_ELECTION(Ink.UNREACHABLE),
    /** An election that is being served: half a square. */
    ELECTION(Ink.RESTORING),
    /** Any other call that is being served: a small square. */
    CALL(Ink.MIRRORED),
    /** Nobody: an empty square. */
    FREE(Ink.UP);

    private final Ink ink;

    ThreadHolder(Ink ink) {
        this.ink = ink;
    }

    public Ink ink() {
        return ink;
    }

    /** How many threads they hold now, rounded where it is an expectation. */
    long count(Region region) {
        return switch (this) {
            case HANGING -> Math.round(region.hangingCreates());
            case DEAD_ELECTION -> Math.round(region.deadElections());
            case ELECTION -> Math.round(region.servedElections());
            case CALL -> Math.round(region.servedCreates() + region.otherCalls());
            case FREE -> {
                long held = 0;
                for (ThreadHolder holder : values()) {
                    held += holder == FREE ? 0 : holder.count(region);
                }
                yield Math.max(0, region.threads() - held);
            }
        };
    }

    /** Who holds a thread, counted in the order in which they are drawn. */
    static ThreadHolder of(Region region, int thread) {
        long upTo = 0;
        for (ThreadHolder holder : values()) {
            upTo += holder.count(region);
            if (thread < upTo) {
                return holder;
            }
        }
        return FREE;
    }

    public void paint(Graphics2D g, Rectangle2D square, Theme theme) {
        double x = square.getX();
        double y = square.getY();
        double width = square.getWidth();
        double height = square.getHeight();
        g.setColor(theme.color(ink));
        switch (this) {
            case HANGING -> {
                g.fill(square);
                double hole = width / 3;
                g.setColor(theme.color(Ink.SURFACE));
                g.fill(new Rectangle2D.Double(x + hole, y + hole, width - 2 * hole, height - 2 * hole));
            }
            case DEAD_ELECTION -> {
                Path2D triangle = new Path2D.Double();
                triangle.moveTo(x, y + height);
                triangle.lineTo(x + width / 2, y);
                triangle.lineTo(x + width, y + height);
                triangle.closePath();
                g.fill(triangle);
            }
            case ELECTION -> g.fill(new Rectangle2D.Double(x, y + height / 2, width, height / 2));
            case CALL -> g.fill(new Rectangle2D.Double(x + width / 4, y + height / 4, width / 2, height / 2));
            case FREE -> {
                g.setColor(theme.color(ink, 0.55));
                g.setStroke(Pens.line(1));
                g.draw(new Rectangle2D.Double(x + 0.5, y + 0.5, width - 1, height - 1));
            }
        }
    }
}
