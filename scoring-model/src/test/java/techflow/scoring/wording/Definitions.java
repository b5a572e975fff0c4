package techflow.scoring.wording;

import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureDefinition.Range;
import techflow.features.definition.FeatureFamily;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.Unit;
import techflow.features.signal.SignalKind;

/** Definitions for tests; their functions are never called. */
final class Definitions {
    private Definitions() {}

    static FeatureDefinition numeric(String name, Unit unit, Range range) {
        return numeric(name, "某特征", unit, range);
    }

    static FeatureDefinition numeric(String name, String chineseName, Unit unit, Range range) {
        return builder(name, chineseName).in(unit, range).is(snapshot -> FeatureValue.of(0));
    }

    static FeatureDefinition field() {
        return builder("technology_field", "技术领域")
                .oneOf("NEW_MATERIALS", "BIOMEDICINE")
                .is(snapshot -> new FeatureValue.Category("BIOMEDICINE"));
    }

    private static FeatureDefinition.Builder builder(String name, String chineseName) {
        return FeatureDefinition.feature(name, chineseName, FeatureFamily.PROFILE)
                .describedAs("made up")
                .noDirection("made up")
                .missingMeans("made up")
                .source("made up")
                .reads(SignalKind.ENTERPRISE_PROFILE);
    }
}
