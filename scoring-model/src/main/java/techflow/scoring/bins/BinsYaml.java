package techflow.scoring.bins;

import java.math.BigDecimal;
import java.util.List;
import techflow.features.definition.FeatureValue;
import techflow.problem.ModelFault;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;
import techflow.scoring.scorecard.Bin;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** A {@link BinsFile} as YAML: the same bins give the same text. */
public final class BinsYaml {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .build();

    private BinsYaml() {}

    public static String write(BinsFile file) {
        ObjectNode root = YAML.createObjectNode();
        root.put("schema", file.schema()).put("data", file.data());
        ArrayNode features = root.putArray("features");
        file.features().forEach(one -> features.add(feature(one)));
        file.lock()
                .ifPresent(lock -> root.putObject("lock")
                        .put("by", lock.by())
                        .put("at", lock.at().toString())
                        .put("sha256", lock.sha256()));
        return YAML.writeValueAsString(root);
    }

    /**
     * Reads a file and checks its lock.
     *
     * @throws ModelFault SETTING_INVALID when the text breaks a rule, or the content is not what was locked
     */
    public static BinsFile read(String yaml) {
        try {
            return new BinsReader(YAML.readTree(yaml)).file().requireUntouched();
        } catch (JacksonException | IllegalArgumentException e) {
            throw new ModelFault(
                    ProblemCode.SETTING_INVALID,
                    "The text must be a bins file as techflow bins fit writes it: " + e.getMessage(),
                    e,
                    Parameter.safe("file", "bins"));
        }
    }

    private static ObjectNode feature(FeatureBins bins) {
        ObjectNode json = YAML.createObjectNode();
        json.put("feature", bins.feature().value())
                .put("chinese", bins.chineseName())
                .put("direction", bins.direction().name());
        if (bins.directionWaived()) {
            json.put("directionWaived", true);
        }
        if (bins.dropped()) {
            json.put("dropped", true);
        }
        cuts(json, bins.cuts());
        if (!bins.specials().isEmpty()) {
            ArrayNode specials = json.putArray("specials");
            bins.specials().forEach(special -> specials.add(value(special)));
        }
        bins.counted().ifPresent(counted -> counted(json, counted));
        if (!bins.edits().isEmpty()) {
            ArrayNode edits = json.putArray("edits");
            bins.edits()
                    .forEach(edit -> edits.addObject()
                            .put("by", edit.by())
                            .put("at", edit.at().toString())
                            .put("what", edit.what())
                            .put("reason", edit.reason()));
        }
        return json;
    }

    private static void cuts(ObjectNode json, Cuts cuts) {
        switch (cuts) {
            case Cuts.Numbers numbers -> {
                ArrayNode at = json.putArray("cuts");
                numbers.at().forEach(cut -> at.add(number(cut)));
            }
            case Cuts.Labels labels -> {
                ArrayNode groups = json.putArray("groups");
                labels.groups().forEach(group -> {
                    ArrayNode one = groups.addArray();
                    group.forEach(one::add);
                });
            }
        }
    }

    private static void counted(ObjectNode json, Counted counted) {
        json.set("informationValue", YAML.getNodeFactory().numberNode(number(counted.informationValue())));
        bins(json.putArray("bins"), counted.binning().bins());
        if (!counted.binning().specials().isEmpty()) {
            bins(json.putArray("specialBins"), counted.binning().specials());
        }
        json.set("missing", bin(counted.binning().missing()));
    }

    private static void bins(ArrayNode array, List<? extends Bin> bins) {
        bins.forEach(bin -> array.add(bin(bin)));
    }

    private static ObjectNode bin(Bin bin) {
        ObjectNode json = YAML.createObjectNode();
        json.put("good", bin.counts().good()).put("bad", bin.counts().bad());
        json.set("woe", YAML.getNodeFactory().numberNode(number(bin.woe())));
        return json;
    }

    private static JsonNode value(FeatureValue value) {
        return switch (value) {
            case FeatureValue.Numeric numeric -> YAML.getNodeFactory().numberNode(number(numeric.value()));
            case FeatureValue.Category category -> YAML.createObjectNode().put("label", category.label());
            case FeatureValue.Missing missing ->
                YAML.createObjectNode().put("missing", missing.reason().name());
        };
    }

    /** As people write it: 5, not 5.0 or 5E0; every bit comes back. */
    private static BigDecimal number(double value) {
        BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }
}
