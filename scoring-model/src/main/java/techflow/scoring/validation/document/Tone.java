package techflow.scoring.validation.document;

/** What a number or a line means for whoever decides; always shown by a sign too, never by colour alone. */
public enum Tone {
    PLAIN(""),
    GOOD("✓"),
    CAREFUL("△"),
    BAD("✗");

    private final String sign;

    Tone(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }
}
