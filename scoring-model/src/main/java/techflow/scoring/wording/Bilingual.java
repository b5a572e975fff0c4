package techflow.scoring.wording;

/**
 * One text in two languages.
 *
 * @param chinese in Chinese
 * @param english in English
 */
public record Bilingual(String chinese, String english) {
    /** A text that is the same in both. */
    static Bilingual same(String text) {
        return new Bilingual(text, text);
    }
}
