package techflow.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** All import rules, numbered as in the plan of the house. */
public final class ImportRules {
    private ImportRules() {}

    /**
     * One rule.
     *
     * @param name number and name
     * @param rule what ArchUnit checks
     */
    public record ImportRule(String name, ArchRule rule) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** The rules for the code under a root package, such as {@code techflow}. */
    public static List<ImportRule> of(String root) {
        Packages in = new Packages(root);
        return List.of(
                new ImportRule("01 features know nobody above", LayerRules.featuresKnowNobodyAbove(in)),
                new ImportRule("02a scoring knows no api", LayerRules.scoringKnowsNoApi(in)),
                new ImportRule("02b only the cli knows datasets", LayerRules.onlyTheCliKnowsDatasets(in)),
                new ImportRule("03 datasets know features only", LayerRules.datasetsKnowFeaturesOnly(in)),
                new ImportRule("04 pure packages use the JDK and one another", PurityRules.useOnlyTheJdk(in)),
                new ImportRule("05 a feature sees a snapshot, never a store", LayerRules.featuresSeeNoStore(in)),
                new ImportRule("06 Tribuo only in its adapter", LibraryRules.tribuoOnlyInItsAdapter(in)),
                new ImportRule("07 Smile only in its adapter", LibraryRules.smileOnlyInItsAdapter(in)),
                new ImportRule("08 XGBoost only in its adapter", LibraryRules.xgboostOnlyInItsAdapter(in)),
                new ImportRule("09 Spark only in its adapter", LibraryRules.sparkOnlyInItsAdapter(in)),
                new ImportRule("09b Parquet only in its adapter", LibraryRules.parquetOnlyInItsAdapter(in)),
                new ImportRule("10 Reactor, Spring and R2DBC only in the api", LibraryRules.reactiveOnlyInTheApi(in)),
                new ImportRule("11 the api never reaches training", LayerRules.apiNeverReachesTraining(in)),
                new ImportRule("12 use cases know no web and no persistence", LayerRules.useCasesKnowNoRim(in)),
                new ImportRule("13 no hidden input in pure packages", PurityRules.hasNoHiddenInput(in)),
                new ImportRule("14 fields in pure packages are final", PurityRules.fieldsAreFinal(in)),
                new ImportRule("15 nobody throws a bare RuntimeException", HabitRules.noBareException(in)),
                new ImportRule("16 no Java deserialization", HabitRules.noJavaSerialization(in)),
                new ImportRule("17 no cycles between packages", HabitRules.noCycles(in)),
                new ImportRule("18 every package is @NullMarked", HabitRules.everyPackageIsNullMarked(in)));
    }
}
