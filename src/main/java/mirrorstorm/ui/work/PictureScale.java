package mirrorstorm.ui.work;

/** How large text is in a picture that fills a window: it grows with the window, for whoever sits at the back. */
public final class PictureScale {

    /** A picture of that size has text as large as the window's. */
    private static final double WIDTH = 1000;

    private static final double HEIGHT = 640;

    /** More would make a poster of three words. */
    private static final double MOST = 2;

    private PictureScale() {}

    /**
     * The factor for a picture of that size, units of the window.
     *
     * @param textScale size of text that is wanted in the window
     */
    public static double of(double width, double height, double textScale) {
        double larger = Math.min(width / WIDTH, height / HEIGHT);
        return textScale * Math.max(1, Math.min(MOST, larger / textScale));
    }
}
