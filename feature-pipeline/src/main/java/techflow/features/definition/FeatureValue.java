package techflow.features.definition;

/** The value of a feature: a finite number, a category, or missing with a reason. Missing is never zero. */
public sealed interface FeatureValue {
    /** A finite number in the unit of its definition. */
    record Numeric(double value) implements FeatureValue {
        public Numeric {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a feature value must be finite, found " + value);
            }
            value = value + 0.0; // -0.0 becomes 0.0: one value, one bit pattern
        }
    }

    /** One of the labels that the definition lists. */
    record Category(String label) implements FeatureValue {}

    /** Not known, with the reason. */
    record Missing(MissingReason reason) implements FeatureValue {}

    /** Why a value is missing; models may treat the reasons alike, people may not. */
    enum MissingReason {
        /** The source has told nothing about this firm. */
        NO_DATA,
        /** The source tells of the firm, but not within the window, or too little to compute. */
        NOT_ENOUGH_HISTORY,
        /** The firm does not disclose the figure. */
        NOT_DISCLOSED,
        /** The question has no answer, such as a ratio to zero. */
        UNDEFINED
    }

    static FeatureValue of(double value) {
        return new Numeric(value);
    }

    static FeatureValue missing(MissingReason reason) {
        return new Missing(reason);
    }
}
