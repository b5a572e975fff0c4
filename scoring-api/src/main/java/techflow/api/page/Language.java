package techflow.api.page;

import java.util.Locale;
import techflow.api.answer.Text;

/** The languages of the pages. */
enum Language {
    ZH(Locale.SIMPLIFIED_CHINESE),
    EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    static Language of(Locale locale) {
        return locale.getLanguage().equals(EN.locale.getLanguage()) ? EN : ZH;
    }

    Locale locale() {
        return locale;
    }

    String of(Text text) {
        return switch (this) {
            case ZH -> text.zh();
            case EN -> text.en();
        };
    }

    String of(String chinese, String english) {
        return of(new Text(chinese, english));
    }
}
