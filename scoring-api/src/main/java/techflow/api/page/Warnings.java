package techflow.api.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import techflow.api.answer.ScoreAnswer;
import techflow.api.answer.Text;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureVector;
import techflow.problem.ModelFault;
import techflow.scoring.artifact.VectorJson;

/** What an officer must see before any praise: hard facts above zero, then the warnings that the answer carries. */
final class Warnings {
    private static final List<String> FLAGS = List.of(
            "registry_closed",
            "dishonest_cases_open",
            "serious_listed",
            "enforced_cases_open",
            "abnormal_listed",
            "equity_frozen",
            "assets_frozen",
            "defendant_cases_open",
            "penalties_standing",
            "tax_inspections_open",
            "tax_arrears_months_12m",
            "social_insurance_arrears_months_12m",
            "housing_fund_arrears_months_12m",
            "utility_unpaid_overdue",
            "utility_shutdown_months_12m",
            "patent_disputes_open");

    private Warnings() {}

    /** Empty also when the inputs were logged with another feature set than this build's. */
    static List<String> of(String inputs, ScoreAnswer answer, FeatureCatalog catalog, Language language) {
        List<String> warnings = new ArrayList<>(flags(inputs, catalog, language));
        @Nullable List<ScoreAnswer.Reason> ruled = answer.warnings();
        if (ruled != null) {
            ruled.forEach(one -> warnings.add(
                    sentence(language.of(one.text())) + language.of("（", " (") + one.code() + language.of("）", ")")));
        }
        return warnings;
    }

    private static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static List<String> flags(String inputs, FeatureCatalog catalog, Language language) {
        FeatureVector vector;
        try {
            vector = VectorJson.read(inputs, catalog.schema());
        } catch (ModelFault otherFeatureSet) {
            return List.of(language.of(
                    "该报告基于旧版指标集，预警项请按当时口径另行核对",
                    "This report uses an earlier feature set; check the warning flags separately"));
        }
        List<String> warnings = new ArrayList<>();
        for (String flag : FLAGS) {
            FeatureName name = new FeatureName(flag);
            catalog.definition(name)
                    .filter(definition -> vector.number(name) > 0)
                    .ifPresent(definition -> {
                        Text label = Text.name(definition);
                        FeatureValue value = vector.value(name);
                        warnings.add(language.of(label)
                                + language.of("：", ": ")
                                + language.of(Text.value(definition, value)));
                    });
        }
        return warnings;
    }
}
