package techflow.scoring.registry;

import java.util.Locale;

/** A role that at most one model bears at a time. */
public enum ModelAlias {
    /** The model that answers. */
    CHAMPION,
    /** The model that is compared with it. */
    CHALLENGER,
    /** The model that scores beside the champion, unheard: its answers are logged and given to nobody. */
    SHADOW;

    /** How ledgers, answers and metrics write it: {@code champion}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a word that is no alias */
    public static ModelAlias ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
