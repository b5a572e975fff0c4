package planted.scoring.registry.file;

import planted.scoring.registry.postgres.Pong;

/** Planted: no cycles between packages. */
public final class Ping {
    private Ping() {}

    public static void use() {
        Pong.use();
    }
}
