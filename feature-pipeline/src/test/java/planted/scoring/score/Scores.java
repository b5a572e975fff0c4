package planted.scoring.score;

/** Something of the scoring core to depend on. */
public final class Scores {
    private Scores() {}

    public static void use() {}
}
