package planted.features.store;

/** Something of a store to depend on. */
public final class Rows {
    private Rows() {}

    public static void use() {}
}
