package techflow.datasets.synthetic;

/** Whether a source tells anything about a firm. */
public enum Coverage {
    /** The firm's records arrive. */
    DISCLOSED,
    /** The firm has such records, but they are withheld or cannot be matched: missing. */
    WITHHELD,
    /** There is nothing to tell: no gas or heat is connected. */
    NOT_CONNECTED
}
