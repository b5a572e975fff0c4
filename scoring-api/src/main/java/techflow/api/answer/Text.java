package techflow.api.answer;

import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureValue;
import techflow.features.signal.SignalKind;
import techflow.scoring.wording.Bilingual;
import techflow.scoring.wording.LabelText;
import techflow.scoring.wording.ValueText;

/**
 * A text for people.
 *
 * @param zh in Chinese
 * @param en in English
 */
public record Text(String zh, String en) {
    /** The same text as it goes into JSON. */
    public static Text of(Bilingual text) {
        return new Text(text.chinese(), text.english());
    }

    /** The name of a kind of signal. */
    public static Text name(SignalKind kind) {
        String english = kind == SignalKind.CONTRIBUTION_MONTH
                ? "social insurance and housing fund"
                : kind.fileStem().replace('_', ' ');
        return new Text(kind.chineseName(), english);
    }

    /** The name of a feature. */
    public static Text name(FeatureDefinition definition) {
        return of(LabelText.of(definition));
    }

    /** A value of a feature with its unit, or why it is missing. */
    public static Text value(FeatureDefinition definition, FeatureValue value) {
        return of(ValueText.of(definition, value));
    }
}
