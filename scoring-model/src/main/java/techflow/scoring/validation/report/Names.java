package techflow.scoring.validation.report;

import java.util.List;
import java.util.stream.Collectors;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureName;
import techflow.scoring.validation.ValidationReport;
import techflow.scoring.validation.document.Cell;
import techflow.scoring.wording.Bilingual;
import techflow.scoring.wording.LabelText;

/** Features by their names for people. */
final class Names {
    private Names() {}

    static Bilingual of(FeatureDefinition definition) {
        return LabelText.of(definition);
    }

    static Cell cell(ValidationReport report, FeatureName feature) {
        return Cell.words(of(report.subject().definition(feature)));
    }

    /** A list of names, with the usual comma of each language. */
    static Bilingual list(ValidationReport report, List<FeatureName> features) {
        List<Bilingual> names =
                features.stream().map(f -> of(report.subject().definition(f))).toList();
        return new Bilingual(
                names.stream().map(Bilingual::chinese).collect(Collectors.joining("、")),
                names.stream().map(Bilingual::english).collect(Collectors.joining("; ")));
    }
}
