package mirrorstorm.model;

/** How much of the truth a status page tells. */
public enum StatusDetail {
    /** Nothing. */
    SILENT,
    /** That something is wrong and being worked on: no cause, no number. */
    VAGUE,
    /** What is wrong, where and why, with numbers. */
    SPECIFIC
}
