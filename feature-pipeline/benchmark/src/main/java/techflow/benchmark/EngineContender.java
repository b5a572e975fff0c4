package techflow.benchmark;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureName;
import techflow.features.engine.local.LocalFeatureEngine;
import techflow.features.snapshot.AsOf;
import techflow.features.store.Spine;
import techflow.features.store.file.CsvSignalStore;

/** The local engine over the CSV store: every row validated and decoded, snapshots cut, the catalogue computed. */
record EngineContender(boolean wholeCatalogue, int threads) implements Contender {
    @Override
    public double[] run(Path directory, int firms) {
        FeatureCatalog catalog = wholeCatalogue ? StandardCatalog.catalog() : compared();
        List<FeatureName> names = ComparedFeatures.NAMES.stream().map(FeatureName::new).toList();
        double[] found = new double[firms * ComparedFeatures.COUNT];
        Arrays.fill(found, Double.NaN);
        int[] firm = {0};
        new LocalFeatureEngine(threads)
                .compute(
                        new CsvSignalStore(directory),
                        catalog,
                        Spine.everyFirm(List.of(AsOf.startOf(SyntheticPopulation.AS_OF))),
                        vector -> {
                            int at = firm[0]++ * ComparedFeatures.COUNT;
                            for (FeatureName name : names) {
                                found[at++] = vector.number(name);
                            }
                        });
        return found;
    }

    private static FeatureCatalog compared() {
        List<FeatureDefinition> definitions = ComparedFeatures.NAMES.stream()
                .map(name -> StandardCatalog.catalog()
                        .definition(new FeatureName(name))
                        .orElseThrow())
                .toList();
        return new FeatureCatalog("compared", definitions);
    }
}
