package techflow.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.FeatureVector;
import techflow.features.signal.EnterpriseId;
import techflow.features.snapshot.AsOf;
import techflow.scoring.testing.SmallWorld;
import techflow.scoring.training.FeatureProfile.Distribution;

class FeatureScreenTest {
    private static final int ROWS = 2000;
    private static final FeatureScreen SCREEN = new FeatureScreen(TrainingSettings.STANDARD.binning());

    /** Two thousand rows: cash from 1 to 2000, every second of the first 800 bad and every twentieth of the rest, the field of every fourth not known. */
    @Test
    void coverage_distribution_and_labels_are_those_of_the_rows() {
        List<FeatureProfile> profiles = SCREEN.profiles(set(true), SmallWorld.CATALOG.definitions());

        FeatureProfile cash = profiles.getFirst();
        assertThat(cash.rows()).isEqualTo(ROWS);
        assertThat(cash.coverage()).isEqualTo(1);
        Distribution of = cash.distribution().orElseThrow();
        assertThat(List.of(of.min(), of.p5(), of.p50(), of.p95(), of.max()))
                .containsExactly(1.0, 100.0, 1000.0, 1900.0, 2000.0);
        assertThat(of.histogram().stream().mapToInt(Integer::intValue).sum()).isEqualTo(ROWS);

        FeatureProfile field = profile(profiles, "field");
        assertThat(field.missing()).containsExactly(Map.entry(MissingReason.NO_DATA, 500));
        assertThat(field.coverage()).isEqualTo(0.75);
        assertThat(field.labels()).containsExactly(Map.entry("bio", 1500));
        assertThat(field.distribution()).isEmpty();
    }

    @Test
    void a_feature_that_separates_has_information_and_a_constant_has_none() {
        List<FeatureProfile> profiles = SCREEN.profiles(set(true), SmallWorld.CATALOG.definitions());
        assertThat(profiles.getFirst().informationValue().orElseThrow()).isGreaterThan(0.5);
        assertThat(profile(profiles, "constant").informationValue()).hasValue(0);
    }

    @Test
    void without_a_default_there_is_no_information_value() {
        assertThat(SCREEN.profiles(set(false), SmallWorld.CATALOG.definitions()))
                .allMatch(profile -> profile.informationValue().isEmpty());
    }

    private static FeatureProfile profile(List<FeatureProfile> profiles, String name) {
        return profiles.stream()
                .filter(one -> one.definition().name().value().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static TrainingSet set(boolean withDefaults) {
        TrainingSet.Builder set = TrainingSet.of(SmallWorld.SCHEMA);
        for (int i = 1; i <= ROWS; i++) {
            int row = i;
            List<FeatureValue> values = SmallWorld.CATALOG.definitions().stream()
                    .map(definition -> value(definition, row))
                    .toList();
            set.add(
                    new FeatureVector(
                            EnterpriseId.placeholder("%08d".formatted(i)),
                            AsOf.startOf(LocalDate.of(2025, 1, 1)),
                            SmallWorld.SCHEMA,
                            values),
                    withDefaults && (i <= 800 ? i % 2 == 0 : i % 20 == 0));
        }
        return set.build();
    }

    private static FeatureValue value(FeatureDefinition definition, int row) {
        return switch (definition.name().value()) {
            case "cash_ratio" -> FeatureValue.of(row);
            case "field" ->
                row % 4 == 0 ? FeatureValue.missing(MissingReason.NO_DATA) : new FeatureValue.Category("bio");
            default -> FeatureValue.of(1);
        };
    }
}
