package techflow.datasets.dictionary;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureFamily;
import techflow.features.definition.Unit;

/** The part of the features. */
final class FeatureDictionary {
    private FeatureDictionary() {}

    static String markdown(FeatureCatalog catalog) {
        StringBuilder text = new StringBuilder("# Features · 特征\n\n");
        text.append(catalog.definitions().size())
                .append(" features of catalogue ")
                .append(catalog.schema().version())
                .append(", schema fingerprint `")
                .append(catalog.schema().fingerprint())
                .append("`. A missing value is never zero; what it means stands with each feature.\n");
        for (FeatureFamily family : FeatureFamily.values()) {
            List<FeatureDefinition> members = catalog.definitions().stream()
                    .filter(one -> one.family() == family)
                    .toList();
            if (!members.isEmpty()) {
                text.append(section(family, members));
            }
        }
        return text.toString();
    }

    private static String section(FeatureFamily family, List<FeatureDefinition> members) {
        MarkdownTable table = new MarkdownTable(
                "feature", "中文", "what it is", "unit", "values", "effect on risk", "missing means", "source", "reads");
        for (FeatureDefinition one : members) {
            table.row(
                    one.name().value(),
                    one.chineseName(),
                    one.description(),
                    one.unit() == Unit.CATEGORY ? "category" : one.unit().name().toLowerCase(Locale.ROOT),
                    values(one),
                    direction(one),
                    one.missingMeans(),
                    one.source(),
                    one.reads().stream().map(kind -> kind.fileStem()).sorted().collect(Collectors.joining(", ")));
        }
        return "\n## " + family.english() + " · " + family.chinese() + "\n\n" + table.text();
    }

    private static String values(FeatureDefinition one) {
        if (one.unit() == Unit.CATEGORY) {
            return String.join(", ", one.labels());
        }
        String low = bound(one.range().low());
        String high = bound(one.range().high());
        if (low.isEmpty()) {
            return high.isEmpty() ? "any" : "up to " + high;
        }
        return high.isEmpty() ? low + " and above" : low + " to " + high;
    }

    private static String bound(double value) {
        if (Double.isInfinite(value)) {
            return "";
        }
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    private static String direction(FeatureDefinition one) {
        String word = switch (one.direction()) {
            case SAFER_WHEN_HIGHER -> "safer when higher";
            case RISKIER_WHEN_HIGHER -> "riskier when higher";
            case NONE -> "none declared";
        };
        return word + ": " + one.directionReason();
    }
}
