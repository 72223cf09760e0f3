package mirrorstorm.ui.export;

import mirrorstorm.export.PictureExport;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.figure.FigureView;

/**
 * How a picture is to be.
 *
 * @param width  of what is on the screen, pixels at 1x, as is {@code height}
 * @param screen the theme on the screen
 */
public record PictureChoice(Part part, Format format, Ground ground, int width, int height, Theme screen) {

    private static final int WIDTH_4K = 3840;

    /** What of the screen. */
    public enum Part {
        BOTH,
        STAGE,
        CHARTS;

        /** How a sheet calls it. */
        FigureView.Parts parts() {
            return switch (this) {
                case BOTH -> FigureView.Parts.STACKED;
                case STAGE -> FigureView.Parts.STAGE;
                case CHARTS -> FigureView.Parts.CHARTS;
            };
        }
    }

    /** As which file, and how large. */
    public enum Format {
        PNG_1X,
        PNG_2X,
        PNG_4K,
        SVG;

        /** How such a file's name ends. */
        public String ending() {
            return this == SVG ? ".svg" : ".png";
        }
    }

    /** On which ground. */
    public enum Ground {
        SCREEN,
        LIGHT,
        DARK
    }

    /** At least a pixel, and not more than a picture may have. */
    public PictureChoice {
        width = Math.max(1, Math.min(PictureExport.SIDE_MAX / 2, width));
        height = Math.max(1, Math.min(PictureExport.SIDE_MAX / 2, height));
    }

    /** Pixels for one of the screen. */
    private double scale() {
        return switch (format) {
            case PNG_2X -> 2;
            case PNG_4K -> (double) WIDTH_4K / width;
            default -> 1;
        };
    }

    /** Of the picture, pixels. */
    public int pictureWidth() {
        return side(width);
    }

    /** Of the picture, pixels. */
    public int pictureHeight() {
        return side(height);
    }

    private int side(int onScreen) {
        return (int) Math.max(1, Math.min(PictureExport.SIDE_MAX, Math.round(onScreen * scale())));
    }

    /** What is chosen, of this sheet. */
    public FigureView of(FigureView sheet) {
        return sheet.withParts(part.parts());
    }

    /** In these colours. */
    public Theme theme() {
        return switch (ground) {
            case SCREEN -> screen;
            case LIGHT -> Theme.LIGHT;
            case DARK -> Theme.DARK;
        };
    }
}
