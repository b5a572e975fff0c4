package planted.api.application;

import planted.api.web.Pages;

/** Planted: use cases know no web and no persistence. */
public final class KnowsWeb {
    private KnowsWeb() {}

    static void use() {
        Pages.use();
    }
}
