package planted.cli;

/** Planted: nobody throws a bare RuntimeException. */
public final class ThrowsBare {
    private ThrowsBare() {}

    static void fail() {
        throw new RuntimeException("nobody can act on this");
    }
}
