package techflow.scoring.validation.document;

import java.util.Optional;
import java.util.OptionalDouble;
import techflow.scoring.evaluation.Estimate;
import techflow.scoring.wording.Bilingual;

/** A cell of a table. */
public sealed interface Cell {
    Tone tone();

    /** Words. */
    record Words(Bilingual text, Tone tone) implements Cell {}

    /** A number; NaN is shown as not available. */
    record Number(double value, Form form, Tone tone) implements Cell {}

    /** An estimate with its 95 % interval. */
    record Range(Estimate estimate, Form form, Tone tone) implements Cell {}

    /** Nothing to say. */
    record Empty() implements Cell {
        @Override
        public Tone tone() {
            return Tone.PLAIN;
        }
    }

    static Cell words(Bilingual text) {
        return new Words(text, Tone.PLAIN);
    }

    static Cell words(String chinese, String english) {
        return new Words(new Bilingual(chinese, english), Tone.PLAIN);
    }

    static Cell words(String same) {
        return words(same, same);
    }

    static Cell count(double value) {
        return new Number(value, Form.COUNT, Tone.PLAIN);
    }

    static Cell number(double value, Form form) {
        return new Number(value, form, Tone.PLAIN);
    }

    static Cell number(OptionalDouble value, Form form) {
        return value.isPresent() ? number(value.getAsDouble(), form) : new Empty();
    }

    static Cell range(Estimate estimate, Form form) {
        return new Range(estimate, form, Tone.PLAIN);
    }

    static Cell range(Optional<Estimate> estimate, Form form) {
        return estimate.map(found -> range(found, form)).orElseGet(Empty::new);
    }
}
