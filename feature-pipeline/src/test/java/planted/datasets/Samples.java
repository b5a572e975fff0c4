package planted.datasets;

/** Something of the datasets to depend on. */
public final class Samples {
    private Samples() {}

    public static void use() {}
}
