package mirrorstorm.model;

/** Told of every change, after it has happened. It must not touch the simulation. */
@FunctionalInterface
public interface StateChangeListener {

    /**
     * One change.
     *
     * @param timeNanos nanoseconds since the start of the run
     * @param subject   a node, a volume, or an intervention, as {@code change} says
     * @param detail    what {@code change} says
     */
    void onChange(long timeNanos, StateChange change, int subject, int detail);
}
