package techflow.features.store.postgres;

/** Where a load stands. */
public enum LoadStatus {
    /** At work, or killed a moment ago. */
    RUNNING,
    /** Every row is accounted for. */
    DONE,
    /** The file was refused; what the counts say was stored stays. */
    FAILED,
    /** Its process ended before it did; the same file again goes on after the last stored row. */
    INTERRUPTED
}
