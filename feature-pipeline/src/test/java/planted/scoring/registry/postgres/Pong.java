package planted.scoring.registry.postgres;

import planted.scoring.registry.file.Ping;

/** Planted: no cycles between packages. */
public final class Pong {
    private Pong() {}

    public static void use() {
        Ping.use();
    }
}
