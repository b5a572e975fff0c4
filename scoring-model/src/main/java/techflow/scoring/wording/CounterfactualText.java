package techflow.scoring.wording;

import java.util.function.Function;
import java.util.stream.Collectors;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureDefinition;
import techflow.scoring.counterfactual.Counterfactual;
import techflow.scoring.counterfactual.Counterfactual.Change;

/** A counterfactual in one sentence. */
public final class CounterfactualText {
    /** When no change was found. */
    public static final Bilingual NONE = new Bilingual(
            "在企业可改善的指标中，未找到三项以内即可升一级的变化",
            "No change of at most three figures within the firm's reach leads to the next better grade");

    private CounterfactualText() {}

    /** What would reach which grade. @param catalog has every feature that changes */
    public static Bilingual of(Counterfactual found, FeatureCatalog catalog) {
        String chinese = join(found, "、", change -> words(change, catalog).chinese());
        String english = join(found, " and ", change -> words(change, catalog).english());
        return new Bilingual(
                "其他不变，若" + chinese + "，模型将评为 " + found.grade() + "（" + found.score() + " 分）",
                "All else equal, with " + english + " the model would give " + found.grade() + " (score "
                        + found.score() + ")");
    }

    /** One change: the name, from, to. */
    public static Bilingual words(Change change, FeatureCatalog catalog) {
        FeatureDefinition definition = catalog.definition(change.feature()).orElseThrow();
        Bilingual label = LabelText.of(definition);
        Bilingual before = ValueText.of(definition, change.before());
        Bilingual after = ValueText.of(definition, change.after());
        return new Bilingual(
                label.chinese() + "由 " + before.chinese() + " 变为 " + after.chinese(),
                label.english() + " from " + before.english() + " to " + after.english());
    }

    private static String join(Counterfactual found, String between, Function<Change, String> words) {
        return found.changes().stream().map(words).collect(Collectors.joining(between));
    }
}
