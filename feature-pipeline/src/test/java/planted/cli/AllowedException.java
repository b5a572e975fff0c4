package planted.cli;

/** Breaks no rule: a named exception may call its super constructor. */
public final class AllowedException {
    private AllowedException() {}

    /** A name to act on. */
    static final class Named extends RuntimeException {
        Named() {
            super("named");
        }
    }
}
