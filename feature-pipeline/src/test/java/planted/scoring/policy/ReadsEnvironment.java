package planted.scoring.policy;

/** Planted: no hidden environment in pure packages. */
public final class ReadsEnvironment {
    private ReadsEnvironment() {}

    static String home() {
        return System.getProperty("user.home", "");
    }
}
