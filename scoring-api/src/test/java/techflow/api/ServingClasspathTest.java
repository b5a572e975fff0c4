package techflow.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

/** What the service may know of the other modules, and its own packages of one another. */
class ServingClasspathTest {
    private static final JavaClasses API = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("techflow.api");

    @Test
    void the_service_never_reaches_training_evaluation_engines_or_the_command_line() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "techflow.scoring.training..",
                        "techflow.scoring.evaluation..",
                        "techflow.scoring.engine..",
                        "techflow.cli..",
                        "techflow.datasets..",
                        "org.tribuo..",
                        "smile..",
                        "org.flywaydb..",
                        "java.sql..")
                .check(API);
    }

    @Test
    void use_cases_know_no_web_and_no_database() {
        noClasses()
                .that()
                .resideInAnyPackage("techflow.api.application..", "techflow.api.answer..", "techflow.api.serving..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "techflow.api.web..",
                        "techflow.api.page..",
                        "techflow.api.persistence..",
                        "org.springframework..",
                        "io.r2dbc..")
                .check(API);
    }

    @Test
    void packages_form_no_cycle() {
        SlicesRuleDefinition.slices()
                .matching("techflow.api.(*)..")
                .should()
                .beFreeOfCycles()
                .check(API);
    }
}
