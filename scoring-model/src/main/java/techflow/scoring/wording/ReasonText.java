package techflow.scoring.wording;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.scoring.score.Contribution;

/**
 * A reason in words.
 *
 * @param code stable code of the reason, see {@link #code}
 * @param text one sentence
 */
public record ReasonText(String code, Bilingual text) {
    private static final Pattern GRADE_MEAN = Pattern.compile("GRADE_(R[0-9]+)_MEAN");

    /**
     * The reason that a contribution gives.
     *
     * @param contribution what a feature adds
     * @param definition the definition of that feature
     * @param reference name of the firms that it is compared with, such as {@code GRADE_R3_MEAN}
     */
    public static ReasonText of(Contribution contribution, FeatureDefinition definition, String reference) {
        if (!contribution.feature().equals(definition.name())) {
            throw new IllegalArgumentException(
                    "the definition must be of " + contribution.feature() + ", found " + definition.name());
        }
        Bilingual label = LabelText.of(definition);
        Bilingual value = ValueText.of(definition, contribution.value());
        Bilingual typical = ValueText.of(definition, contribution.reference());
        Bilingual whom = reference(reference);
        Bilingual points = points(contribution.points());
        boolean missing = contribution.value() instanceof FeatureValue.Missing;
        return new ReasonText(
                code(contribution.feature()),
                new Bilingual(
                        label.chinese() + (missing ? "：" : " ") + value.chinese() + "，参照 " + typical.chinese() + "（"
                                + whom.chinese() + "），" + points.chinese(),
                        label.english() + (missing ? ": " : " ") + value.english()
                                + (missing ? ", against " : " against ") + typical.english() + " at " + whom.english()
                                + ": " + points.english()));
    }

    /** The stable code of a feature's reason: {@code R-} and the feature's name in capitals. */
    public static String code(FeatureName feature) {
        return "R-" + feature.value().toUpperCase(Locale.ROOT);
    }

    /** Whom a score is compared with, in words. */
    public static Bilingual reference(String name) {
        Matcher grade = GRADE_MEAN.matcher(name);
        return grade.matches()
                ? new Bilingual(grade.group(1) + "级企业", "firms of grade " + grade.group(1))
                : new Bilingual("参照企业 " + name, "the reference firms " + name);
    }

    private static Bilingual points(double points) {
        long whole = Math.round(Math.abs(points));
        if (whole == 0) {
            return new Bilingual("影响不足1分", "less than 1 point");
        }
        String english = whole + (whole == 1 ? " point " : " points ");
        return points < 0
                ? new Bilingual("低 " + whole + " 分", english + "lost")
                : new Bilingual("高 " + whole + " 分", english + "gained");
    }
}
