package mirrorstorm.picture;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The one font, Source Sans 3 (SIL Open Font License), from the class path: with a system's font, text would be
 * wider on one machine than on the next.
 */
public final class Fonts {

    /** Where the faces are on the class path, for other toolkits to load. */
    public static final String REGULAR = "/assets/fonts/SourceSans3-Regular.ttf";

    /** As {@link #REGULAR}. */
    public static final String SEMIBOLD = "/assets/fonts/SourceSans3-Semibold.ttf";

    private static final Font REGULAR_FACE = load(REGULAR);
    private static final Font SEMIBOLD_FACE = load(SEMIBOLD);

    /** Scales are told apart to this part of one, so that a window that is being resized makes no end of fonts. */
    private static final double SCALE_STEPS = 32;

    private record Key(TextStyle style, long scaleSteps) {}

    private static final Map<Key, Font> SIZED = new ConcurrentHashMap<>();

    private Fonts() {}

    static Font get(TextStyle style, double scale) {
        return SIZED.computeIfAbsent(new Key(style, Math.round(scale * SCALE_STEPS)), Fonts::sized);
    }

    private static Font sized(Key key) {
        Font face = key.style().isBold() ? SEMIBOLD_FACE : REGULAR_FACE;
        return face.deriveFont((float) (key.style().size() * key.scaleSteps() / SCALE_STEPS));
    }

    private static Font load(String path) {
        try (InputStream in = Fonts.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the font " + path + " is not on the class path");
            }
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("the bundled font " + path + " is broken: " + e.getMessage(), e);
        }
    }
}
