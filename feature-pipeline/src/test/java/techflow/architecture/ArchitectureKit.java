package techflow.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import techflow.architecture.ImportRules.ImportRule;

/** Runs every rule on the production classes of the module and of those it depends on; each module extends it. */
public abstract class ArchitectureKit {
    /** Production code only: neither test classes nor a test-jar. */
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/") && !location.contains("-tests.jar"))
            .importPackages("techflow");

    private final String ownPackage;

    /** @param ownPackage a package with production classes of the module, which must be seen */
    protected ArchitectureKit(String ownPackage) {
        this.ownPackage = ownPackage;
    }

    static List<ImportRule> rules() {
        return ImportRules.of("techflow");
    }

    @Test
    void the_modules_production_classes_are_seen_and_no_test_is() {
        assertThat(CLASSES).anyMatch(type -> type.getPackageName().startsWith(ownPackage));
        assertThat(CLASSES)
                .noneMatch(type -> type.getSimpleName().endsWith("Test")
                        || type.getSimpleName().endsWith("Kit"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void nothing_breaks(ImportRule rule) {
        assertThat(rule.rule().evaluate(CLASSES).getFailureReport().getDetails())
                .as(rule.name())
                .isEmpty();
    }
}
