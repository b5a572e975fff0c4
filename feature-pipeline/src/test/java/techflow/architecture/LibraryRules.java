package techflow.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;

/** A library is imported in one place, so that leaving it is one change. */
final class LibraryRules {
    private LibraryRules() {}

    static ArchRule tribuoOnlyInItsAdapter(Packages in) {
        return only(in, "scoring.engine.tribuo", "org.tribuo..");
    }

    static ArchRule smileOnlyInItsAdapter(Packages in) {
        return only(in, "scoring.engine.smile", "smile..");
    }

    static ArchRule xgboostOnlyInItsAdapter(Packages in) {
        return only(in, "scoring.engine.xgboost", "ml.dmlc..");
    }

    static ArchRule sparkOnlyInItsAdapter(Packages in) {
        return only(in, "features.engine.spark", "org.apache.spark..");
    }

    static ArchRule parquetOnlyInItsAdapter(Packages in) {
        return only(in, "features.store.parquet", "org.apache.parquet..");
    }

    static ArchRule reactiveOnlyInTheApi(Packages in) {
        return only(in, "api", "reactor..", "org.reactivestreams..", "org.springframework..", "io.r2dbc..");
    }

    private static ArchRule only(Packages in, String adapter, String... library) {
        return noClasses()
                .that(resideInAPackage(in.all()).and(not(resideInAPackage(in.of(adapter)))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library)
                .allowEmptyShould(true);
    }
}
