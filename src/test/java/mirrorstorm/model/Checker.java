package mirrorstorm.model;

/** A law of the model, recomputed from scratch from the arrays. It may remember what it saw before. */
interface Checker {

    /** Called after every event. */
    void check(Simulation simulation);

    /** Fails with a message made of its parts, if {@code holds} is false. */
    static void require(boolean holds, String what, int subject, Object... details) {
        if (!holds) {
            StringBuilder message = new StringBuilder(what).append(": ").append(subject);
            for (Object detail : details) {
                message.append(", ").append(detail);
            }
            throw new AssertionError(message);
        }
    }
}
