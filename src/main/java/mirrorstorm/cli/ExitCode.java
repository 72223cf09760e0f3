package mirrorstorm.cli;

/** What the program tells whoever called it. */
final class ExitCode {

    /** Done. */
    static final int DONE = 0;

    /** Done, and what {@code --expect} asked about is not so. */
    static final int EXPECTATION_FALSE = 1;

    /** Something in the input has to be put right first. */
    static final int BAD_INPUT = 2;

    /** The program is at fault. */
    static final int OUR_FAULT = 3;

    private ExitCode() {}
}
