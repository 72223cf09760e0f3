package mirrorstorm.model;

/**
 * What decides whether an intervention can change a node.
 *
 * @param isLeaking     whether it leaks memory, or will once it is restarted
 * @param isQuarantined whether it offers no space because it was declared failed
 */
public record NodeCondition(NodeState state, boolean isLeaking, boolean isQuarantined) {}
