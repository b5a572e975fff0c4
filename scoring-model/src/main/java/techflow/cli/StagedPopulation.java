package techflow.cli;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureVector;
import techflow.features.peer.PeerStaging;
import techflow.features.peer.PeerTable;
import techflow.features.peer.PeerTables;
import techflow.features.signal.EnterpriseId;
import techflow.features.snapshot.AsOf;
import techflow.features.store.Spine;
import techflow.scoring.training.TrainingSet;

/** A population at several instants from one pass over its signals: a peer table of each, and the rows to train on. */
final class StagedPopulation {
    private final FeatureCatalog catalog;
    private final PeerStaging staging;
    private final Map<AsOf, PeerTable.Builder> tables = new TreeMap<>();
    private final TrainingSet.Builder labelled;

    StagedPopulation(FeatureCatalog catalog, List<AsOf> times) {
        this.catalog = catalog;
        this.staging = new PeerStaging(catalog);
        this.labelled = TrainingSet.of(staging.catalog().schema());
        times.forEach(asOf -> tables.put(asOf, staging.table(asOf)));
    }

    /** What the engine computes for {@link #add}. */
    FeatureCatalog catalog() {
        return staging.catalog();
    }

    /** Every firm at every instant. */
    Spine spine(Collection<EnterpriseId> firms) {
        return Spine.of(firms.stream()
                .flatMap(firm -> tables.keySet().stream().map(asOf -> new Spine.Point(firm, asOf)))
                .toList());
    }

    /** @param bad the outcome, empty when the row counts as a peer and is not trained on */
    void add(FeatureVector staged, Optional<Boolean> bad) {
        Objects.requireNonNull(tables.get(staged.asOf())).add(staged);
        if (bad.isPresent() && staged.completeness() > 0) { // not registered yet: nobody could have asked
            labelled.add(staged, bad.get());
        }
    }

    /** A vector of {@link #catalog} ranked by the table that counts at its instant. */
    FeatureVector completed(FeatureVector staged, PeerTables ranks) {
        return staging.completed(staged, ranks);
    }

    PeerTables tables() {
        return PeerTables.of(
                tables.values().stream().map(PeerTable.Builder::build).toList());
    }

    /** The labelled rows, each ranked by the table of its own instant. */
    TrainingSet trainingSet(PeerTables ranks) {
        TrainingSet rows = labelled.build();
        TrainingSet.Builder set = TrainingSet.of(catalog.schema());
        IntStream.range(0, rows.size()).forEach(row -> set.add(completed(rows.vector(row), ranks), rows.bad(row)));
        return set.build();
    }
}
