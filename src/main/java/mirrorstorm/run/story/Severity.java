package mirrorstorm.run.story;

/** How bad the news is. */
public enum Severity {
    /** Neither good nor bad. */
    NOTE,
    /** Something gets worse. */
    WARNING,
    /** Something gets bad for many. */
    ALARM,
    /** Something gets better. */
    RELIEF
}
