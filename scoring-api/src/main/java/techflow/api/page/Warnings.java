package techflow.api.page;

import java.util.ArrayList;
import java.util.List;
import techflow.api.answer.Text;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureVector;
import techflow.problem.ModelFault;
import techflow.scoring.artifact.VectorJson;

/**
 * What an officer must see before any praise: hard facts, told when above zero, and signs of data dressed up for the
 * application, told above a limit of our own as a question to the firm, never as a proof.
 */
final class Warnings {
    private static final List<Flag> FLAGS = List.of(
            fact("registry_closed"),
            fact("dishonest_cases_open"),
            fact("serious_listed"),
            fact("enforced_cases_open"),
            fact("abnormal_listed"),
            fact("equity_frozen"),
            fact("assets_frozen"),
            fact("defendant_cases_open"),
            fact("penalties_standing"),
            fact("tax_inspections_open"),
            fact("tax_arrears_months_12m"),
            fact("social_insurance_arrears_months_12m"),
            fact("housing_fund_arrears_months_12m"),
            fact("utility_unpaid_overdue"),
            fact("utility_shutdown_months_12m"),
            fact("patent_disputes_open"),
            new Flag("low_value_patent_burst", 5),
            new Flag("bought_patents_before_certificate", 2),
            new Flag("circular_invoice_share", 0.3),
            new Flag("electricity_sales_gap", 0.5));

    /** A feature that is told when it is above a limit. */
    private record Flag(String feature, double limit) {}

    private static Flag fact(String feature) {
        return new Flag(feature, 0);
    }

    private Warnings() {}

    /** Empty also when the inputs were logged with another feature set than this build's. */
    static List<String> of(String inputs, FeatureCatalog catalog, Language language) {
        FeatureVector vector;
        try {
            vector = VectorJson.read(inputs, catalog.schema());
        } catch (ModelFault otherFeatureSet) {
            return List.of(language.of(
                    "该报告基于旧版指标集，预警项请按当时口径另行核对",
                    "This report uses an earlier feature set; check the warning flags separately"));
        }
        List<String> warnings = new ArrayList<>();
        for (Flag flag : FLAGS) {
            FeatureName name = new FeatureName(flag.feature());
            catalog.definition(name)
                    .filter(definition -> vector.number(name) > flag.limit())
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
