package mirrorstorm.picture.stage;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.Swatches;
import mirrorstorm.picture.TextStyle;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.text.NumberText;
import mirrorstorm.picture.text.TimeText;
import mirrorstorm.run.Region;
import mirrorstorm.scenario.MessageBundle;

/** Draws what is above the cluster: who holds the control plane's threads, who waits, and how the zones fare. */
final class RegionPainter {

    private static final double CORNER = 8;
    private static final double BASELINE = 14.5;
    private static final double ZONE_PADDING = 7;

    /** A queue of so many fills its bar, which grows with the logarithm. */
    private static final double QUEUE_FULL = 10_000;

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.picture.picture");

    private final Graphics2D g;
    private final StageView view;
    private final Region region;
    private final RegionLayout layout;
    private final Theme theme;
    private final double scale;
    private final Font small;
    private final Font strong;

    RegionPainter(Graphics2D g, StageView view, Theme theme) {
        this.g = g;
        this.view = view;
        this.region = view.snapshot().region();
        this.layout = RegionLayout.of(view);
        this.theme = theme;
        this.scale = view.textScale();
        this.small = theme.font(TextStyle.SMALL, scale);
        this.strong = theme.font(TextStyle.STRONG, scale);
    }

    void paint() {
        paintControlPlane();
        for (int zone = 0; zone < layout.zones().size(); zone++) {
            paintZone(zone, region.zones().get(zone), layout.zones().get(zone));
        }
        paintLoopGain();
    }

    private void paintLoopGain() {
        long windowNanos = view.snapshot().settings().metrics().loopGainWindow().toNanos();
        new LoopGainPainter(g, theme, scale)
                .paint(view.snapshot().loopGain(), TimeText.span(windowNanos), layout.loopGain());
    }

    private void paintPanel(Rectangle2D panel, boolean isPicked) {
        double corner = CORNER * scale;
        RoundRectangle2D shape = new RoundRectangle2D.Double(
                panel.getX(), panel.getY(), panel.getWidth(), panel.getHeight(), corner, corner);
        g.setColor(theme.color(Ink.SURFACE));
        g.fill(shape);
        if (isPicked) {
            g.setColor(theme.color(Ink.SELECTION));
            g.setStroke(Pens.round(2 * scale));
            g.draw(shape);
        }
    }

    // The control plane

    private void paintControlPlane() {
        Rectangle2D panel = layout.controlPlane();
        paintPanel(panel, view.marks().selected() instanceof Pick.ControlPlane);
        double left = layout.squares().getX();
        double baseline = panel.getY() + BASELINE * scale;
        String title = TEXTS.text("region.controlPlane");
        g.setColor(theme.color(Ink.TEXT));
        Pens.text(g, strong, title, left, baseline);
        paintHolders(
                left + Pens.widthOf(strong, title) + 12 * scale, layout.queue().getX() - 8 * scale, baseline);
        int thread = 0;
        for (ThreadHolder holder : ThreadHolder.values()) {
            long upTo = Math.min(layout.threads(), thread + holder.count(region));
            for (; thread < upTo; thread++) {
                holder.paint(g, layout.thread(thread), theme);
            }
        }
        paintQueue(baseline);
        if (view.marks().selected() instanceof Pick.Request request) {
            paintRequest(request.id());
        }
    }

    /** A frame around the thread that the chosen request holds, or around the queue that it waits in. */
    private void paintRequest(long id) {
        int thread = region.requests().threadOf(id);
        Rectangle2D place = thread >= 0 && thread < layout.threads() ? layout.thread(thread) : layout.queue();
        if (thread >= 0 || region.requests().longestWaiting() == id) {
            double reach = 2 * scale;
            g.setColor(theme.color(Ink.SELECTION));
            g.setStroke(Pens.line(2 * scale));
            double height = thread >= 0 ? place.getHeight() : Math.min(place.getHeight(), 12 * scale);
            g.draw(new Rectangle2D.Double(
                    place.getX() - reach, place.getY() - reach, place.getWidth() + 2 * reach, height + 2 * reach));
        }
    }

    /** Each sign with how many threads it stands for, as far as there is room: the legend of the squares. */
    private void paintHolders(double left, double right, double baseline) {
        double x = left;
        double side = Math.rint(9 * scale);
        if (region.isCut()) {
            x = paintWord(TEXTS.text("region.cut"), strong, Ink.REFUSAL, x, right, baseline);
        }
        for (ThreadHolder holder : ThreadHolder.values()) {
            long count = holder.count(region);
            String text = TEXTS.text("region." + holder, NumberText.count(count));
            boolean hasRoom = x + side + 4 * scale + Pens.widthOf(small, text) <= right;
            if (count > 0 && hasRoom) {
                holder.paint(g, new Rectangle2D.Double(Math.rint(x), Math.rint(baseline - side), side, side), theme);
                Ink ink = holder == ThreadHolder.FREE || holder == ThreadHolder.CALL ? Ink.TEXT_MUTED : Ink.TEXT;
                x = paintWord(text, small, ink, x + side + 4 * scale, right, baseline);
            }
        }
    }

    /** Where the next word may begin. */
    private double paintWord(String text, Font font, Ink ink, double x, double right, double baseline) {
        g.setColor(theme.color(ink));
        Pens.text(g, font, Pens.clipped(font, text, right - x), x, baseline);
        return x + Pens.widthOf(font, text) + 10 * scale;
    }

    private void paintQueue(double baseline) {
        Rectangle2D area = layout.queue();
        boolean waits = region.waiting() > 0;
        g.setColor(theme.color(waits ? Ink.TEXT : Ink.TEXT_MUTED));
        String text =
                waits ? TEXTS.text("region.waiting", NumberText.count(region.waiting())) : TEXTS.text("region.noQueue");
        Font font = waits ? strong : small;
        Pens.text(g, font, Pens.clipped(font, text, area.getWidth()), area.getX(), baseline);
        double share = Math.min(1, Math.log10(1.0 + region.waiting()) / Math.log10(1 + QUEUE_FULL));
        double height = Math.min(area.getHeight(), 12 * scale);
        double y = Math.rint(area.getY());
        g.setColor(theme.color(Ink.GRID));
        g.fill(new Rectangle2D.Double(area.getX(), y, area.getWidth(), height));
        if (waits) {
            double width = Math.max(2, area.getWidth() * share);
            g.setPaint(Swatches.waiting(theme, scale));
            // the queue stands before the threads: it grows away from them
            g.fill(new Rectangle2D.Double(area.getX(), y, width, height));
        }
    }

    // Zones

    private void paintZone(int index, Region.Zone zone, Rectangle2D box) {
        boolean isPicked = view.marks().selected() instanceof Pick.Zone picked && picked.zone() == index;
        if (zone.isFull()) {
            paintNotch(box);
        }
        paintPanel(box, isPicked);
        double padding = ZONE_PADDING * scale;
        double left = box.getX() + padding;
        double room = box.getWidth() - 2 * padding;
        double refusal = refusalWidth(zone);
        g.setColor(theme.color(Ink.TEXT));
        double baseline = box.getY() + BASELINE * scale;
        Font nameFont = zone.isFull() ? strong : small;
        Pens.text(g, nameFont, Pens.clipped(nameFont, zoneName(zone), room - refusal), left, baseline);
        if (refusal > 0) {
            paintRefusal(box.getMaxX() - padding - 6 * scale, baseline - 4.5 * scale);
        }
        boolean isBad = zone.errorShare() >= 0.005;
        Font font = isBad ? strong : small;
        String text = errors(zone.errorShare(), isBad, font, room);
        g.setColor(theme.color(isBad ? Ink.TEXT : Ink.TEXT_MUTED));
        Pens.text(g, font, Pens.clipped(font, text, room), left, box.getY() + 30 * scale);
        double y = Math.rint(box.getY() + 35.5 * scale);
        double height = Math.rint(5 * scale);
        g.setColor(theme.color(Ink.GRID));
        g.fill(new Rectangle2D.Double(left, y, room, height));
        if (isBad) {
            g.setPaint(Swatches.failing(theme, scale));
            g.fill(new Rectangle2D.Double(left, y, Math.max(1, room * zone.errorShare()), height));
        }
    }

    /** In words or, where they have no room, the number alone. */
    private static String errors(double share, boolean isBad, Font font, double room) {
        String number = Double.isNaN(share)
                ? "\u2013"
                : share >= 0.0995 ? Math.round(100 * share) + " %" : NumberText.percent(isBad ? share : 0);
        String whole = Double.isNaN(share)
                ? TEXTS.text("region.noCalls")
                : isBad ? TEXTS.text("region.errors", number) : TEXTS.text("region.noErrors");
        return Pens.widthOf(font, whole) <= room ? whole : number;
    }

    /** All names whole or, where one has no room, each without what all have in common: the end tells them apart. */
    private String zoneName(Region.Zone zone) {
        return zone.id().substring(areNamesWhole() ? 0 : commonLength());
    }

    private boolean areNamesWhole() {
        for (int zone = 0; zone < layout.zones().size(); zone++) {
            Region.Zone each = region.zones().get(zone);
            double room = layout.zones().get(zone).getWidth() - 2 * ZONE_PADDING * scale - refusalWidth(each);
            if (Pens.widthOf(each.isFull() ? strong : small, each.id()) > room) {
                return false;
            }
        }
        return true;
    }

    /** How long the common beginning of all names is, up to and with a hyphen. */
    private int commonLength() {
        String first = region.zones().get(0).id();
        int length = first.length();
        for (Region.Zone zone : region.zones()) {
            String id = zone.id();
            int same = 0;
            while (same < Math.min(length, id.length()) && id.charAt(same) == first.charAt(same)) {
                same++;
            }
            length = same;
        }
        return first.lastIndexOf('-', Math.min(length, first.length()) - 1) + 1;
    }

    private double refusalWidth(Region.Zone zone) {
        return zone.refusesCreates() || zone.refusesOthers() ? 16 * scale : 0;
    }

    /** From the box of the zone that is simulated down to its nodes. */
    private void paintNotch(Rectangle2D box) {
        Path2D notch = new Path2D.Double();
        double half = 7 * scale;
        double top = box.getMaxY() - scale;
        notch.moveTo(box.getCenterX() - half, top);
        notch.lineTo(box.getCenterX() + half, top);
        notch.lineTo(box.getCenterX(), top + half);
        notch.closePath();
        g.setColor(theme.color(Ink.SURFACE));
        g.fill(notch);
    }

    private void paintRefusal(double x, double y) {
        double radius = 5.5 * scale;
        g.setColor(theme.color(Ink.REFUSAL));
        g.setStroke(Pens.line(1.8 * scale));
        g.draw(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
        double reach = radius * 0.7;
        g.draw(new Line2D.Double(x - reach, y - reach, x + reach, y + reach));
    }
}
