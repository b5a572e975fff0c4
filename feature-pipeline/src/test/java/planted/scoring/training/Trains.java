package planted.scoring.training;

/** Something of the training side to depend on. */
public final class Trains {
    private Trains() {}

    public static void use() {}
}
