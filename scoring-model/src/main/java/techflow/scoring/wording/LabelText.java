package techflow.scoring.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureName;

/** The name of a feature for people: the catalogue's in Chinese, one made from the feature's name in English. */
public final class LabelText {
    private static final Pattern SPAN = Pattern.compile("([0-9]+)([my])");
    private static final String POINTS_PREFIX = "innovation_";
    private static final Map<String, String> WORDS = Map.of("rd", "R&D", "ip", "IP", "pct", "PCT", "vat", "VAT");

    private LabelText() {}

    public static Bilingual of(FeatureDefinition definition) {
        return new Bilingual(definition.chineseName(), english(definition.name()));
    }

    /** {@code invoice_sales_12m} → "Invoice sales, 12 months"; {@code innovation_rd_expense} → "Innovation points: R&D expense". */
    static String english(FeatureName name) {
        String text = name.value();
        return text.startsWith(POINTS_PREFIX)
                ? "Innovation points: " + words(text.substring(POINTS_PREFIX.length()))
                : words(text);
    }

    private static String words(String snakeCase) {
        List<String> words = new ArrayList<>();
        String span = "";
        for (String word : snakeCase.split("_", -1)) {
            Matcher length = SPAN.matcher(word);
            if (length.matches()) {
                span = ", " + length.group(1) + (length.group(2).equals("m") ? " months" : " years");
            } else {
                words.add(WORDS.getOrDefault(word, word));
            }
        }
        String joined = String.join(" ", words);
        return Character.toUpperCase(joined.charAt(0)) + joined.substring(1) + span;
    }
}
