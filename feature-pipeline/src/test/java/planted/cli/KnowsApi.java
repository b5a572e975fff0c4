package planted.cli;

import planted.api.web.Pages;

/** Planted: scoring knows no api. */
public final class KnowsApi {
    private KnowsApi() {}

    static void use() {
        Pages.use();
    }
}
