package techflow.api.security;

import java.util.Arrays;
import java.util.Optional;

/** What a token was issued for; the words stand in its scope claim. */
public enum Scope {
    SCORE_CREATE("score:create"),
    SCORE_READ("score:read"),
    ENTERPRISE_READ("enterprise:read"),
    AUTHORISATION_READ("authorisation:read"),
    AUTHORISATION_WRITE("authorisation:write"),
    OBJECTION_READ("objection:read"),
    OBJECTION_WRITE("objection:write"),
    SIGNAL_WRITE("signal:write"),
    MODEL_READ("model:read"),
    MODEL_INFER("model:infer"),
    AUDIT_READ("audit:read"),
    METRICS_READ("metrics:read"),
    KEY_MANAGE("key:manage");

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    /** As it stands in a token. */
    public String word() {
        return word;
    }

    /** Empty for a word that means nothing here: tokens carry scopes of other services too. */
    public static Optional<Scope> of(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
    }
}
