package techflow.scoring.engine.xgboost;

import java.time.Duration;
import java.util.Map;

/**
 * How long settings are looked for.
 *
 * @param trials settings that are tried, 1 or more
 * @param atMost no further setting is tried after this time. A search that time has cut short is repeated by the number of
 *     trials it came to, which the model's manifest holds
 * @param members boosters that are averaged: the best so many settings, 1, 2, 4, …
 */
public record SearchBudget(int trials, Duration atMost, int members) {
    /** Time does not matter, so that the same rows and seed give the same model. */
    public static final SearchBudget STANDARD = new SearchBudget(12, Duration.ofDays(1), 4);

    public SearchBudget {
        if (trials < 1 || atMost.isNegative() || Integer.bitCount(members) != 1) {
            throw new IllegalArgumentException("a search needs 1 trial or more, a time and 1, 2, 4, … members, found "
                    + trials + ", " + atMost + " and " + members);
        }
    }

    Map<String, String> asTexts() {
        return Map.of(
                "plan.budget.trials", String.valueOf(trials),
                "plan.budget.atMost", atMost.toString(),
                "plan.budget.members", String.valueOf(members));
    }
}
