package techflow.features.definition;

import java.util.List;
import java.util.Optional;
import techflow.features.snapshot.Snapshot;

/** An ordered list of feature definitions under a version. Batch, Spark and the API call the same {@link #compute}. */
public final class FeatureCatalog {
    private final List<FeatureDefinition> definitions;
    private final FeatureSchema schema;

    /** @throws IllegalArgumentException when two definitions have one name */
    public FeatureCatalog(String version, List<FeatureDefinition> definitions) {
        this.definitions = List.copyOf(definitions);
        this.schema = new FeatureSchema(
                version,
                definitions.stream()
                        .map(d -> new FeatureSchema.Column(d.name(), d.unit(), d.labels()))
                        .toList());
    }

    public List<FeatureDefinition> definitions() {
        return definitions;
    }

    public FeatureSchema schema() {
        return schema;
    }

    public Optional<FeatureDefinition> definition(FeatureName name) {
        return schema.position(name).map(definitions::get);
    }

    /** All features of the snapshot, in the order of the schema. */
    public FeatureVector compute(Snapshot snapshot) {
        FeatureValue[] values = new FeatureValue[definitions.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = definitions.get(i).valueOn(snapshot);
        }
        return new FeatureVector(snapshot.enterprise(), snapshot.asOf(), schema, List.of(values));
    }
}
