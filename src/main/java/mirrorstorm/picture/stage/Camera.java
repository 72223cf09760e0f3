package mirrorstorm.picture.stage;

/**
 * Where a stage is looked at from: a part of the cluster, as wide and high as the stage's own shape. It is told in
 * shares of the cluster as a whole, not in pixels, so that it means the same on every size of screen and picture.
 *
 * @param zoom how many times larger than when all is to be seen, at least 1
 * @param x    the middle of what is seen, a share of the cluster's width from the left
 * @param y    likewise, from the top
 */
public record Camera(double zoom, double x, double y) {

    /** All is to be seen. */
    public static final Camera WHOLE = new Camera(1, 0.5, 0.5);

    /** Zooms that differ by less are the same to the eye. */
    private static final double SAME_ZOOM = 1e-6;

    /** @throws IllegalArgumentException unless the zoom is at least 1 and the middle is finite */
    public Camera {
        if (!(zoom >= 1 && zoom < Double.POSITIVE_INFINITY && Math.abs(x) < 1e9 && Math.abs(y) < 1e9)) {
            throw new IllegalArgumentException("no camera at " + x + ", " + y + " with zoom " + zoom);
        }
    }

    /** Whether all is to be seen. */
    public boolean isWhole() {
        return zoom == 1;
    }

    /** Sees nothing beyond the edges of the cluster: moved as little as that takes. */
    public Camera inside() {
        double half = 0.5 / zoom;
        return new Camera(zoom, clamp(x, half), clamp(y, half));
    }

    private static double clamp(double middle, double half) {
        return Math.max(half, Math.min(1 - half, middle));
    }

    /** The place in the cluster, a share of its width, that is seen at a share of the view's width. */
    public double worldX(double viewX) {
        return x + (viewX - 0.5) / zoom;
    }

    /** As {@link #worldX}, from the top. */
    public double worldY(double viewY) {
        return y + (viewY - 0.5) / zoom;
    }

    /** Where in the view, a share of its width, a place of the cluster is seen; beyond [0, 1] it is not. */
    public double viewX(double worldX) {
        return 0.5 + (worldX - x) * zoom;
    }

    /** As {@link #viewX}, from the top. */
    public double viewY(double worldY) {
        return 0.5 + (worldY - y) * zoom;
    }

    /**
     * Closer by {@code factor}, or further away if that is below 1, with what is seen at a point of the view staying
     * there, as long as no edge of the cluster gets in the way.
     *
     * @param zoomMax the closest that makes sense
     */
    public Camera zoomedAbout(double viewX, double viewY, double factor, double zoomMax) {
        double closer = Math.max(1, Math.min(zoomMax, zoom * factor));
        return new Camera(closer, worldX(viewX) - (viewX - 0.5) / closer, worldY(viewY) - (viewY - 0.5) / closer)
                .inside();
    }

    /** Dragged: what was under the pointer moves with it, by shares of the view. */
    public Camera dragged(double dx, double dy) {
        return new Camera(zoom, x - dx / zoom, y - dy / zoom).inside();
    }

    /**
     * On the way to another camera: the zoom changes by equal factors in equal times, about the one point that is in
     * the same place for both, so that nothing swerves.
     *
     * @param share of the way, in [0, 1]
     */
    public Camera towards(Camera other, double share) {
        if (share >= 1) {
            return other;
        }
        double now = zoom * Math.pow(other.zoom / zoom, share);
        if (Math.abs(other.zoom / zoom - 1) < SAME_ZOOM) {
            return new Camera(Math.max(1, now), x + (other.x - x) * share, y + (other.y - y) * share);
        }
        double fixedX = (other.x * other.zoom - x * zoom) / (other.zoom - zoom);
        double fixedY = (other.y * other.zoom - y * zoom) / (other.zoom - zoom);
        return new Camera(Math.max(1, now), fixedX + (x - fixedX) * zoom / now, fixedY + (y - fixedY) * zoom / now);
    }
}
