package mirrorstorm.ui.levers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Region;

/**
 * The track of a slider in the colours of a tipping map: the worse the outcome, the darker, with a line where the
 * cluster tips. As long as the slider, but for half a thumb at either end.
 */
final class TintedTrack extends Region {

    private static final double HEIGHT = 8;
    private static final double GROUND_HEIGHT = 4;
    private static final double EDGE_HEIGHT = 14;
    private static final double EDGE_WIDTH = 2;

    /** A stretch of the track around one stop. */
    private record Stretch(double from, double to, List<Region> layers) {}

    /** A place at which the cluster tips. */
    private record Edge(double at, Region line) {}

    private final Region ground = layer("tint-none", 1);
    private final List<Stretch> stretches = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();

    TintedTrack() {
        getStyleClass().add("tinted-track");
        setMouseTransparent(true);
        setVisible(false);
    }

    void show(Optional<Tint> tint) {
        getChildren().setAll(ground);
        stretches.clear();
        edges.clear();
        setVisible(tint.isPresent());
        tint.ifPresent(known -> show(known.stops()));
        requestLayout();
    }

    private void show(List<Tint.Stop> stops) {
        for (int i = 0; i < stops.size(); i++) {
            Tint.Stop stop = stops.get(i);
            double from = i == 0 ? stop.position() : (stops.get(i - 1).position() + stop.position()) / 2;
            double to = i + 1 == stops.size()
                    ? stop.position()
                    : (stop.position() + stops.get(i + 1).position()) / 2;
            // as on the map: from calm to storm, from storm half of the way to the end of everything
            Region calm = layer("tint-calm", 1);
            Region storm = layer("tint-storm", Math.min(1, 2 * stop.share()));
            Region worst = layer("tint-worst", Math.max(0, stop.share() - 0.5));
            stretches.add(new Stretch(from, to, List.of(calm, storm, worst)));
            getChildren().addAll(calm, storm, worst);
        }
        for (int i = 1; i < stops.size(); i++) {
            if (stops.get(i).tipped() != stops.get(i - 1).tipped()) {
                Region line = layer("tint-edge", 1);
                edges.add(new Edge((stops.get(i - 1).position() + stops.get(i).position()) / 2, line));
            }
        }
        edges.forEach(edge -> getChildren().add(edge.line()));
    }

    private static Region layer(String styleClass, double opacity) {
        Region region = new Region();
        region.getStyleClass().add(styleClass);
        region.setOpacity(opacity);
        return region;
    }

    @Override
    protected void layoutChildren() {
        double top = (getHeight() - HEIGHT) / 2;
        ground.resizeRelocate(0, (getHeight() - GROUND_HEIGHT) / 2, getWidth(), GROUND_HEIGHT);
        for (Stretch stretch : stretches) {
            double left = snapPositionX(stretch.from() * getWidth());
            double right = snapPositionX(stretch.to() * getWidth());
            stretch.layers().forEach(layer -> layer.resizeRelocate(left, top, right - left, HEIGHT));
        }
        for (Edge edge : edges) {
            double x = snapPositionX(edge.at() * getWidth() - EDGE_WIDTH / 2);
            edge.line().resizeRelocate(x, (getHeight() - EDGE_HEIGHT) / 2, EDGE_WIDTH, EDGE_HEIGHT);
        }
    }
}
