package techflow.features.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import techflow.features.snapshot.Snapshot;

/**
 * An ordered list of feature definitions under a version. Batch, Spark and the API call the same {@link #compute}.
 *
 * <p>Ranks among peers are missing with NO_DATA until the catalogue is bound with {@link #against}; the schema is the
 * same bound or not.
 */
public final class FeatureCatalog {
    private final List<FeatureDefinition> definitions;
    private final FeatureSchema schema;
    private final Optional<PeerReference> peers;

    /** @throws IllegalArgumentException when two definitions have one name, or a rank is of no numeric feature here */
    public FeatureCatalog(String version, List<FeatureDefinition> definitions) {
        this.definitions = List.copyOf(definitions);
        this.schema = new FeatureSchema(
                version,
                definitions.stream()
                        .map(d -> new FeatureSchema.Column(d.name(), d.unit(), d.labels()))
                        .toList());
        this.peers = Optional.empty();
        definitions.forEach(this::requireBase);
    }

    private FeatureCatalog(FeatureCatalog unbound, PeerReference peers) {
        this.definitions = unbound.definitions;
        this.schema = unbound.schema;
        this.peers = Optional.of(peers).filter(reference -> !reference.isEmpty());
    }

    /**
     * The same catalogue with its ranks told by a reference.
     *
     * @throws techflow.problem.ModelFault SCHEMA_MISMATCH when the reference was made with other features
     */
    public FeatureCatalog against(PeerReference reference) {
        reference.requireMadeFor(schema);
        return new FeatureCatalog(this, reference);
    }

    public List<FeatureDefinition> definitions() {
        return definitions;
    }

    public FeatureSchema schema() {
        return schema;
    }

    /** What ranks are told by, empty when the catalogue is not bound. */
    public Optional<PeerReference> peers() {
        return peers;
    }

    public Optional<FeatureDefinition> definition(FeatureName name) {
        return schema.position(name).map(definitions::get);
    }

    /** The features of which some definition is the rank among peers. */
    public Set<FeatureName> ranked() {
        return definitions.stream()
                .flatMap(definition -> definition.rankOf().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All features of the snapshot, in the order of the schema. */
    public FeatureVector compute(Snapshot snapshot) {
        FeatureValue[] values = new FeatureValue[definitions.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = definitions.get(i).valueOn(snapshot);
        }
        FeatureVector own = new FeatureVector(snapshot.enterprise(), snapshot.asOf(), schema, List.of(values));
        return peers.map(reference -> ranked(own, reference.ranking(snapshot, own)))
                .orElse(own);
    }

    /** The vector with every rank told anew by the ranking; the features of the firm alone stay as they are. */
    public FeatureVector ranked(FeatureVector own, PeerReference.Ranking ranking) {
        List<FeatureValue> values = new ArrayList<>(own.values());
        for (int i = 0; i < definitions.size(); i++) {
            FeatureDefinition definition = definitions.get(i);
            Optional<FeatureName> base = definition.rankOf();
            if (base.isPresent()) {
                values.set(i, definition.allowed(rank(own.value(base.get()), base.get(), ranking)));
            }
        }
        return new FeatureVector(own.enterprise(), own.asOf(), schema, values);
    }

    private static FeatureValue rank(FeatureValue value, FeatureName base, PeerReference.Ranking ranking) {
        return switch (value) {
            case FeatureValue.Numeric numeric -> ranking.rank(base, numeric.value());
            case FeatureValue.Category category ->
                throw new IllegalStateException(base + " is a category and has no rank");
            case FeatureValue.Missing missing -> missing;
        };
    }

    private void requireBase(FeatureDefinition rank) {
        boolean known = rank.rankOf()
                .map(base -> definition(base)
                        .filter(d -> d.rankOf().isEmpty() && d.unit() != Unit.CATEGORY)
                        .isPresent())
                .orElse(true);
        if (!known) {
            throw new IllegalArgumentException(
                    rank.name() + " must rank a numeric feature of this catalogue, found " + rank.rankOf());
        }
    }
}
