package techflow.scoring.technology.certificate;

import java.util.Optional;

/**
 * What was found of one input of a rule.
 *
 * @param value the number as far as it is known
 * @param text the same in words
 * @param missing what one would have to know to know it, empty when it is known
 */
record Finding(Extent value, Words text, Optional<Words> missing) {
    static Finding known(double value, Words text) {
        return new Finding(Extent.exactly(value), text, Optional.empty());
    }

    static Finding partly(Extent value, Words text, Words missing) {
        return new Finding(value, text, value.isKnown() ? Optional.empty() : Optional.of(missing));
    }

    static Finding unknown(Extent value, Words missing) {
        return new Finding(value, Words.of("未知", "not known"), Optional.of(missing));
    }
}
