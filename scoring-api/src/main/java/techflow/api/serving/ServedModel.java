package techflow.api.serving;

import java.util.List;
import techflow.features.definition.FeatureCatalog;
import techflow.scoring.counterfactual.Action;
import techflow.scoring.model.ModelRef;
import techflow.scoring.model.ScoringPipeline;
import techflow.scoring.technology.WarningRule;
import techflow.scoring.technology.certificate.CertificateRules;

/**
 * A model that has verified itself and may answer.
 *
 * @param ref which one
 * @param alias the alias it bears
 * @param pipeline the whole of scoring
 * @param catalog the features it reads; its schema is the pipeline's
 * @param settings the technology settings it runs with
 */
public record ServedModel(
        ModelRef ref, String alias, ScoringPipeline pipeline, FeatureCatalog catalog, Settings settings) {
    /** Technology settings by version, their text, and the rules in them that need no model. */
    public record Settings(
            String version,
            String text,
            CertificateRules certificates,
            List<WarningRule> warnings,
            List<Action> actions) {
        public Settings {
            warnings = List.copyOf(warnings);
            actions = List.copyOf(actions);
        }
    }
}
