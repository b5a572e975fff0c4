package techflow.features.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import techflow.features.PeerWorld;
import techflow.features.RandomHistories;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureVector;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.snapshot.AsOf;
import techflow.features.snapshot.Snapshot;

class CatalogOracleTest {
    private static final int HISTORIES = 320;
    private static final int TIMES = 4;
    private static final long SEED = 20_261_101;

    private final FeatureCatalog catalog = PeerWorld.world().catalog();
    private final NaivePeers naivePeers = new NaivePeers();

    @Test
    void every_feature_equals_the_naive_oracle_on_random_histories() {
        RandomHistories random = new RandomHistories(SEED);
        for (int i = 0; i < HISTORIES; i++) {
            EnterpriseId enterprise = random.enterprise();
            List<Signal> history = PeerWorld.grouped(random.history(enterprise));
            for (int t = 0; t < TIMES; t++) {
                compare(enterprise, random.asOf(), history, "seed " + SEED + ", history " + i);
            }
        }
    }

    private void compare(EnterpriseId enterprise, AsOf asOf, List<Signal> history, String where) {
        FeatureVector vector = catalog.compute(Snapshot.cut(enterprise, asOf, history));
        Map<String, FeatureValue> expected =
                naivePeers.with(NaiveOracle.answers(asOf.instant(), history), asOf.instant(), history);
        for (FeatureDefinition definition : catalog.definitions()) {
            String name = definition.name().value();
            FeatureValue answer = Objects.requireNonNull(expected.get(name), name);
            FeatureValue found = vector.value(definition.name());
            assertThat(agree(answer, found))
                    .as("%s at %s, %s: expected %s, found %s", where, asOf, name, answer, found)
                    .isTrue();
        }
    }

    private static boolean agree(FeatureValue expected, FeatureValue found) {
        return (expected instanceof FeatureValue.Numeric one && found instanceof FeatureValue.Numeric other)
                ? Math.abs(one.value() - other.value()) <= 1e-12 * Math.max(1, Math.abs(one.value()))
                : expected.equals(found);
    }

    /** Otherwise the comparison above would prove little. */
    @Test
    void the_random_histories_make_every_feature_known_and_missing_and_of_many_values() {
        Map<String, Map<FeatureValue, Integer>> seen = new HashMap<>();
        RandomHistories random = new RandomHistories(SEED);
        for (int i = 0; i < HISTORIES; i++) {
            EnterpriseId enterprise = random.enterprise();
            FeatureVector vector = catalog.compute(
                    Snapshot.cut(enterprise, random.asOf(), PeerWorld.grouped(random.history(enterprise))));
            for (FeatureDefinition definition : catalog.definitions()) {
                seen.computeIfAbsent(definition.name().value(), name -> new HashMap<>())
                        .merge(vector.value(definition.name()), 1, Integer::sum);
            }
        }
        seen.forEach((name, values) -> {
            long known = values.keySet().stream()
                    .filter(value -> !(value instanceof FeatureValue.Missing))
                    .count();
            assertThat(known).as(name + " distinct values").isGreaterThanOrEqualTo(2);
            assertThat(values.keySet()).as(name).anyMatch(value -> value instanceof FeatureValue.Missing);
        });
    }
}
