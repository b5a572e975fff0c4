package techflow.benchmark;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
    public void run(Path directory, int firms, Path found) throws IOException {
        FeatureCatalog catalog = wholeCatalogue ? StandardCatalog.catalog() : compared();
        List<FeatureName> names =
                ComparedFeatures.NAMES.stream().map(FeatureName::new).toList();
        try (DataOutputStream cells = Cells.to(found)) {
            new LocalFeatureEngine(threads)
                    .compute(
                            new CsvSignalStore(directory),
                            catalog,
                            Spine.everyFirm(List.of(AsOf.startOf(SyntheticPopulation.AS_OF))),
                            vector -> names.forEach(name -> write(vector.number(name), cells)));
        }
    }

    private static void write(double cell, DataOutputStream cells) {
        try {
            cells.writeDouble(cell);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
