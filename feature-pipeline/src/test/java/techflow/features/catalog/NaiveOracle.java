package techflow.features.catalog;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import techflow.features.definition.FeatureValue;
import techflow.features.signal.Signal;

/**
 * The catalogue written a second time from the descriptions alone, as slowly and plainly as possible: its own cut of the
 * raw history, its own windows, one loop for each question. It shares no code with the features but the records they read.
 */
final class NaiveOracle {
    private NaiveOracle() {}

    static Map<String, FeatureValue> answers(Instant asOf, Collection<Signal> history) {
        Map<String, FeatureValue> answers = new LinkedHashMap<>();
        answers.putAll(new NaiveTechnology(asOf, history).say());
        answers.putAll(new NaivePatents(asOf, history).say());
        answers.putAll(new NaivePatentValue(asOf, history).say());
        answers.putAll(new NaiveOfficialPoints(asOf, history).say());
        answers.putAll(new NaiveMoney(asOf, history).say());
        answers.putAll(new NaiveFlows(asOf, history).say());
        answers.putAll(new NaiveUse(asOf, history).say());
        answers.putAll(new NaiveConduct(asOf, history).say());
        answers.putAll(new NaiveInteractions(asOf, history, answers).say());
        answers.putAll(new NaiveIntegrity(asOf, history, answers).say());
        return answers;
    }
}
