package techflow.features.store.vector;

import java.util.List;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.Missing;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.FeatureVector;

/** The reasons of a vector's missing values as a text, one character per feature. */
final class MissingReasons {
    static final String COLUMN = "missing_reasons";
    static final char PRESENT = '.';

    private MissingReasons() {}

    static String of(FeatureVector vector) {
        List<FeatureValue> values = vector.values();
        char[] reasons = new char[values.size()];
        for (int i = 0; i < reasons.length; i++) {
            reasons[i] = values.get(i) instanceof Missing missing ? letter(missing.reason()) : PRESENT;
        }
        return new String(reasons);
    }

    static char letter(MissingReason reason) {
        return switch (reason) {
            case NO_DATA -> 'N';
            case NOT_ENOUGH_HISTORY -> 'H';
            case NOT_DISCLOSED -> 'D';
            case UNDEFINED -> 'U';
        };
    }

    /** @throws IllegalArgumentException for a letter that stands for nothing */
    static MissingReason reason(char letter) {
        for (MissingReason reason : MissingReason.values()) {
            if (letter(reason) == letter) {
                return reason;
            }
        }
        throw new IllegalArgumentException("missing_reasons knows . N H D U, found " + letter);
    }
}
