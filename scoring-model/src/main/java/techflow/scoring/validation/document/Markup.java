package techflow.scoring.validation.document;

import java.util.Locale;
import techflow.scoring.wording.Bilingual;

/** Text for HTML and SVG. */
final class Markup {
    private Markup() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Both languages, of which style hides one; one text when they are the same. */
    static String span(Bilingual text) {
        return both("span", text);
    }

    /** The same within an SVG text. */
    static String tspan(Bilingual text) {
        return both("tspan", text);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String both(String tag, Bilingual text) {
        if (text.chinese().equals(text.english())) {
            return escape(text.english());
        }
        return "<" + tag + " class=\"zh\" lang=\"zh\">" + escape(text.chinese()) + "</" + tag + "><" + tag
                + " class=\"gap\"> </" + tag + "><" + tag + " class=\"en\" lang=\"en\">" + escape(text.english())
                + "</" + tag + ">";
    }
}
