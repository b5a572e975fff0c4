package techflow.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** Habits that hold everywhere. */
final class HabitRules {
    private static final Set<String> BARE =
            Set.of("java.lang.RuntimeException", "java.lang.Exception", "java.lang.Error", "java.lang.Throwable");

    private HabitRules() {}

    static ArchRule noBareException(Packages in) {
        return noClasses()
                .that()
                .resideInAPackage(in.all())
                .should()
                .callConstructorWhere(
                        DescribedPredicate.describe("it makes an exception without a name", HabitRules::makesBare))
                .allowEmptyShould(true);
    }

    static ArchRule noJavaSerialization(Packages in) {
        return noClasses()
                .that()
                .resideInAPackage(in.all())
                .should()
                .dependOnClassesThat(assignableTo("java.io.ObjectInput")
                        .or(assignableTo("java.io.ObjectOutput"))
                        .or(assignableTo("java.beans.XMLDecoder"))
                        .as("read or write Java serialization"))
                .allowEmptyShould(true);
    }

    static ArchRule noCycles(Packages in) {
        return slices().matching(in.root() + ".(**)").should().beFreeOfCycles().allowEmptyShould(true);
    }

    static ArchRule everyPackageIsNullMarked(Packages in) {
        return classes()
                .that()
                .resideInAPackage(in.all())
                .should(new InNullMarkedPackage())
                .allowEmptyShould(true);
    }

    /** A subclass calling its super constructor makes an exception with a name. */
    private static boolean makesBare(JavaCall<?> call) {
        JavaClass made = call.getTargetOwner();
        return BARE.contains(made.getName()) && !call.getOriginOwner().isAssignableTo(made.getName());
    }

    private static final class InNullMarkedPackage extends ArchCondition<JavaClass> {
        InNullMarkedPackage() {
            super("stand in a package whose package-info is @NullMarked");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
            events.add(new SimpleConditionEvent(
                    type,
                    marked,
                    "package %s of %s is %s@NullMarked"
                            .formatted(type.getPackageName(), type.getName(), marked ? "" : "not ")));
        }
    }
}
