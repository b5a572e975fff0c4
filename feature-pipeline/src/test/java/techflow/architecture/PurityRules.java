package techflow.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** A pure package answers from its arguments alone. */
final class PurityRules {
    private static final Set<String> HIDDEN_METHODS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.lang.System.getProperties",
            "java.lang.System.in",
            "java.lang.System.out",
            "java.lang.System.err",
            "java.lang.Math.random",
            "java.lang.StrictMath.random",
            "java.util.UUID.randomUUID",
            "java.util.Locale.getDefault",
            "java.util.TimeZone.getDefault",
            "java.time.ZoneId.systemDefault",
            "java.nio.charset.Charset.defaultCharset");

    private PurityRules() {}

    static ArchRule useOnlyTheJdk(Packages in) {
        return classes()
                .that()
                .resideInAnyPackage(in.pure())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(in.pureAnd(
                        in.of("problem"),
                        "org.jspecify..",
                        "java.lang..",
                        "java.math..",
                        "java.nio.charset..",
                        "java.security..",
                        "java.text..",
                        "java.time..",
                        "java.util.."))
                .allowEmptyShould(true);
    }

    static ArchRule hasNoHiddenInput(Packages in) {
        return noClasses()
                .that()
                .resideInAnyPackage(in.pure())
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "it is a clock, a random source or the environment", PurityRules::isHiddenInput))
                .allowEmptyShould(true);
    }

    /** A builder lives within one expression, so it may change. */
    static ArchRule fieldsAreFinal(Packages in) {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(in.pure())
                .and()
                .areDeclaredInClassesThat()
                .doNotHaveSimpleName("Builder")
                .should()
                .beFinal()
                .allowEmptyShould(true);
    }

    private static boolean isHiddenInput(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        return HIDDEN_METHODS.contains(owner + "." + name)
                || (owner.startsWith("java.time.") && name.equals("now"))
                || (owner.equals("java.time.Clock") && (name.startsWith("system") || name.startsWith("tick")))
                || owner.equals("java.util.concurrent.ThreadLocalRandom")
                || (name.equals("<init>")
                        && assignableTo("java.util.random.RandomGenerator").test(access.getTargetOwner()));
    }
}
