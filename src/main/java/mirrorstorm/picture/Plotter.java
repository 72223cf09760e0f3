package mirrorstorm.picture;

/** Puts many small marks on a picture: as pixels, which is fast, or as shapes, which can be enlarged. */
public interface Plotter {

    /** A disc. {@code rgb} without alpha; {@code opacity} in [0, 1]. */
    void dot(double x, double y, double radius, int rgb, double opacity);

    /** A filled rectangle, of at least a pixel. */
    void block(double x, double y, double width, double height, int rgb);

    /** A line whose opacity changes evenly from one end to the other. */
    void line(double x0, double y0, double opacity0, double x1, double y1, double opacity1, double width, int rgb);
}
