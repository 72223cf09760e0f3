package mirrorstorm.picture;

/** A size and weight of the one font. Digits are as wide as each other in all of them. */
public enum TextStyle {
    /** The name of a picture. */
    TITLE(24, true),
    /** A sentence to be read from the last row. */
    HEADING(19, true),
    /** Running text. */
    BODY(14, false),
    /** Words in running text that carry it. */
    STRONG(14, true),
    /** Labels, ticks, sources. */
    SMALL(12, false),
    /** A number to be read on its own. */
    NUMBER(19, true);

    private final float size;
    private final boolean bold;

    TextStyle(float size, boolean bold) {
        this.size = size;
        this.bold = bold;
    }

    /** Height of the font at scale 1, pixels. */
    public float size() {
        return size;
    }

    boolean isBold() {
        return bold;
    }
}
