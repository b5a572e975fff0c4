package techflow.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;

/** Arrows point downward only. */
final class LayerRules {
    private LayerRules() {}

    static ArchRule featuresKnowNobodyAbove(Packages in) {
        return none(in.anyOf("features", "problem"), in.anyOf("scoring", "datasets", "cli", "api"));
    }

    static ArchRule scoringKnowsNoApi(Packages in) {
        return none(in.anyOf("scoring", "cli", "datasets"), in.anyOf("api"));
    }

    static ArchRule onlyTheCliKnowsDatasets(Packages in) {
        return noClasses()
                .that(resideInAPackage(in.all()).and(not(resideInAnyPackage(in.anyOf("cli", "datasets")))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(in.of("datasets"))
                .allowEmptyShould(true);
    }

    static ArchRule datasetsKnowFeaturesOnly(Packages in) {
        return noClasses()
                .that()
                .resideInAPackage(in.of("datasets"))
                .should()
                .dependOnClassesThat(resideInAPackage(in.all())
                        .and(not(resideInAnyPackage(in.anyOf("datasets", "features", "problem")))))
                .allowEmptyShould(true);
    }

    static ArchRule featuresSeeNoStore(Packages in) {
        return none(
                in.anyOf(
                        "features.catalog",
                        "features.aggregate",
                        "features.definition",
                        "features.snapshot",
                        "features.peer"),
                in.anyOf("features.store", "features.engine", "features.parity"));
    }

    static ArchRule apiNeverReachesTraining(Packages in) {
        return none(
                in.anyOf("api"),
                in.anyOf("scoring.training", "scoring.evaluation", "scoring.engine", "cli", "datasets"));
    }

    static ArchRule useCasesKnowNoRim(Packages in) {
        return none(in.anyOf("api.application"), in.anyOf("api.web", "api.page", "api.persistence", "api.security"));
    }

    private static ArchRule none(String[] from, String... to) {
        return noClasses()
                .that()
                .resideInAnyPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(to)
                .allowEmptyShould(true);
    }
}
