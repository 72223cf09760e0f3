package mirrorstorm.model;

/** Whom one pool of control plane threads serves. */
public enum ControlPlaneScope {
    /** All zones of the region share one pool: 2011. */
    REGIONAL,
    /** Each zone has a pool of its own: the remedy. */
    PER_ZONE
}
