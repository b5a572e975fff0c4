package techflow.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import techflow.architecture.ImportRules.ImportRule;

/** A rule that has never been seen to bite proves nothing: each finds every class planted for it. */
class PlantedViolationsTest {
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted");

    private static final Map<String, List<String>> CULPRITS = Map.ofEntries(
            Map.entry("01", List.of("features.parity.KnowsScoring")),
            Map.entry("02a", List.of("scoring.evaluation.KnowsApi", "cli.KnowsApi")),
            Map.entry("02b", List.of("scoring.training.KnowsDatasets")),
            Map.entry("03", List.of("datasets.KnowsScoring")),
            Map.entry("04", List.of("features.signal.UsesFramework", "scoring.score.OpensFile")),
            Map.entry("05", List.of("features.catalog.OpensStore")),
            Map.entry("06", List.of("scoring.training.UsesTribuo")),
            Map.entry("07", List.of("scoring.engine.tribuo.UsesSmile")),
            Map.entry("08", List.of("scoring.training.UsesXgboost")),
            Map.entry("09", List.of("features.engine.local.UsesSpark")),
            Map.entry("09b", List.of("features.store.UsesParquet")),
            Map.entry(
                    "10",
                    List.of(
                            "features.signal.UsesFramework",
                            "scoring.registry.UsesReactor",
                            "scoring.registry.UsesR2dbc")),
            Map.entry("11", List.of("api.application.ReachesTraining")),
            Map.entry("12", List.of("api.application.KnowsWeb")),
            Map.entry(
                    "13",
                    List.of(
                            "features.catalog.PeeksAtClock",
                            "features.catalog.RollsDice",
                            "scoring.policy.ReadsEnvironment")),
            Map.entry("14", List.of("scoring.model.Changes")),
            Map.entry("15", List.of("cli.ThrowsBare")),
            Map.entry("16", List.of("scoring.artifact.Deserializes")),
            Map.entry("17", List.of("scoring.registry.file.Ping", "scoring.registry.postgres.Pong")),
            Map.entry("18", List.of("scoring.registry.file.Ping")));

    static List<ImportRule> rules() {
        return ImportRules.of("planted");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void each_rule_finds_what_was_planted_for_it(ImportRule rule) {
        List<String> details = rule.rule().evaluate(PLANTED).getFailureReport().getDetails();
        String number = rule.name().substring(0, rule.name().indexOf(' '));

        assertThat(CULPRITS).containsKey(number);
        for (String culprit : CULPRITS.getOrDefault(number, List.of())) {
            assertThat(details).as(rule.name()).anyMatch(detail -> detail.contains("planted." + culprit));
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void no_rule_finds_what_is_allowed(ImportRule rule) {
        assertThat(rule.rule().evaluate(PLANTED).getFailureReport().getDetails())
                .as(rule.name())
                .noneMatch(detail -> detail.contains(".Allowed"));
    }

    @Test
    void every_rule_has_a_name_of_its_own() {
        assertThat(rules())
                .extracting(ImportRule::name)
                .hasSize(CULPRITS.size())
                .doesNotHaveDuplicates();
    }
}
