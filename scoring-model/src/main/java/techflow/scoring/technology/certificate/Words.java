package techflow.scoring.technology.certificate;

/**
 * One text in two languages.
 *
 * @param chinese in Chinese
 * @param english in English
 */
public record Words(String chinese, String english) {
    static Words of(String chinese, String english) {
        return new Words(chinese, english);
    }

    /** A text that is the same in both. */
    static Words same(String text) {
        return new Words(text, text);
    }

    Words and(Words other) {
        return new Words(chinese + "；" + other.chinese, english + "; " + other.english);
    }
}
