package planted.api.web;

/** Something of the web to depend on. */
public final class Pages {
    private Pages() {}

    public static void use() {}
}
