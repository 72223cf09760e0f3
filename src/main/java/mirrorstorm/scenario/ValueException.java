package mirrorstorm.scenario;

/** Says why a value that somebody wrote cannot be used, and what would be right. The message has both. */
public final class ValueException extends Exception {

    private final String what;
    private final String cure;

    /**
     * @param what what is wrong, as the end of a sentence that starts with the name of the field
     * @param cure what would be right; may be empty
     */
    public ValueException(String what, String cure) {
        super(cure.isEmpty() ? what : what + "; " + cure);
        this.what = what;
        this.cure = cure;
    }

    /** What is wrong, as the end of a sentence that starts with the name of the field. */
    public String what() {
        return what;
    }

    /** What would be right; empty if {@link #what()} says so already. */
    public String cure() {
        return cure;
    }
}
