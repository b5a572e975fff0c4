package techflow.scoring.technology;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureSchema;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.FeatureVector;
import techflow.features.definition.Unit;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.SignalHeader;
import techflow.features.signal.TechnologyField;
import techflow.features.snapshot.AsOf;

/** Builds vectors for tests: every feature not said is missing. */
public final class Vectors {
    private final Map<FeatureName, FeatureValue> values = new LinkedHashMap<>();

    public Vectors(Collection<FeatureName> features) {
        features.forEach(name -> values.put(name, FeatureValue.missing(MissingReason.NO_DATA)));
        values.put(FieldWeights.FIELD, FeatureValue.missing(MissingReason.NO_DATA));
    }

    public static Vectors of(String... features) {
        return new Vectors(List.of(features).stream().map(FeatureName::new).toList());
    }

    public Vectors with(String feature, double value) {
        return with(feature, FeatureValue.of(value));
    }

    public Vectors with(String feature, FeatureValue value) {
        values.put(new FeatureName(feature), value);
        return this;
    }

    public Vectors field(TechnologyField field) {
        return with(FieldWeights.FIELD.value(), new FeatureValue.Category(field.name()));
    }

    public FeatureVector vector() {
        List<FeatureSchema.Column> columns = new ArrayList<>();
        for (FeatureName name : values.keySet()) {
            columns.add(
                    name.equals(FieldWeights.FIELD)
                            ? new FeatureSchema.Column(name, Unit.CATEGORY, List.of("a label"))
                            : new FeatureSchema.Column(name, Unit.COUNT, List.of()));
        }
        return new FeatureVector(
                EnterpriseId.placeholder("00000001"),
                new AsOf(LocalDate.of(2026, 11, 1)
                        .atStartOfDay(SignalHeader.CHINA)
                        .toInstant()),
                new FeatureSchema("test", columns),
                List.copyOf(values.values()));
    }
}
