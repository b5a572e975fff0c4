package techflow.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureSchema;
import techflow.features.definition.FeatureValue;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.EnterpriseProfile;
import techflow.features.snapshot.AsOf;
import techflow.features.store.SignalStore;
import techflow.scoring.training.TrainingSet;
import techflow.scoring.validation.Segmentation;
import techflow.scoring.wording.Bilingual;
import techflow.scoring.wording.ValueText;

/** The ways to part firms that the data allows: by what master data and features tell. */
final class KnownSegments {
    private static final FeatureName FIELD = new FeatureName("technology_field");
    private static final FeatureName STAGE = new FeatureName("enterprise_stage");
    private static final FeatureName CAPITAL = new FeatureName("registered_capital");
    private static final double SMALL = 5e6;
    private static final double MIDDLE = 2e7;
    private static final double LARGE = 1e8;

    private final Map<EnterpriseId, List<EnterpriseProfile>> profiles = new HashMap<>();
    private final FeatureSchema schema;
    private final Function<FeatureName, FeatureDefinition> definitions;

    KnownSegments(SignalStore store, FeatureSchema schema, Function<FeatureName, FeatureDefinition> definitions) {
        this.schema = schema;
        this.definitions = definitions;
        try (var histories = store.histories()) {
            histories.forEach(history -> history.signals().forEach(signal -> {
                if (signal instanceof EnterpriseProfile profile) {
                    profiles.computeIfAbsent(history.enterprise(), firm -> new ArrayList<>())
                            .add(profile);
                }
            }));
        }
    }

    /** Those that say anything. */
    List<Segmentation> all() {
        List<Segmentation> all = new ArrayList<>();
        if (!profiles.isEmpty()) {
            all.add(Segmentation.byFirm(
                    "industry",
                    new Bilingual("行业（GB/T 4754 大类）", "Industry, GB/T 4754 division"),
                    false,
                    (firm, asOf) -> profile(firm, asOf).map(p -> new Bilingual(p.industry(), p.industry()))));
            all.add(Segmentation.byFirm(
                    "region",
                    new Bilingual("地区", "Region"),
                    true,
                    (firm, asOf) -> profile(firm, asOf).map(p -> Provinces.name(p.province()))));
            addCategory(all, "field", new Bilingual("技术领域", "Technology field"), FIELD);
            addCategory(all, "stage", new Bilingual("发展阶段", "Stage"), STAGE);
            addSize(all);
        }
        return all;
    }

    /** As it was known then. */
    private Optional<EnterpriseProfile> profile(EnterpriseId firm, AsOf asOf) {
        return profiles.getOrDefault(firm, List.of()).stream()
                .filter(one -> one.knownAt().isBefore(asOf.instant()))
                .max(java.util.Comparator.comparing(EnterpriseProfile::knownAt));
    }

    private void addCategory(List<Segmentation> all, String key, Bilingual name, FeatureName feature) {
        if (schema.position(feature).isPresent()) {
            all.add(new Segmentation(key, name, false, (rows, row) -> category(rows, row, feature)));
        }
    }

    private Optional<Bilingual> category(TrainingSet rows, int row, FeatureName feature) {
        FeatureValue value = rows.value(row, rows.position(feature));
        return value instanceof FeatureValue.Category
                ? Optional.of(ValueText.of(definitions.apply(feature), value))
                : Optional.empty();
    }

    private void addSize(List<Segmentation> all) {
        if (schema.position(CAPITAL).isPresent()) {
            all.add(new Segmentation(
                    "size",
                    new Bilingual("规模（注册资本）", "Size, by registered capital"),
                    true,
                    (rows, row) -> size(rows.value(row, rows.position(CAPITAL)))));
        }
    }

    private static Optional<Bilingual> size(FeatureValue value) {
        if (!(value instanceof FeatureValue.Numeric capital)) {
            return Optional.empty();
        }
        double yuan = capital.value();
        if (yuan < SMALL) {
            return Optional.of(new Bilingual("500万元以下", "below RMB 5 million"));
        }
        if (yuan < MIDDLE) {
            return Optional.of(new Bilingual("500万–2000万元", "RMB 5–20 million"));
        }
        return Optional.of(
                yuan < LARGE
                        ? new Bilingual("2000万–1亿元", "RMB 20–100 million")
                        : new Bilingual("1亿元以上", "RMB 100 million or more"));
    }
}
