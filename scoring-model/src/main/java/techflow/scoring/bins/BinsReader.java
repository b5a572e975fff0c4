package techflow.scoring.bins;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import techflow.features.definition.Direction;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.scoring.scorecard.Bin;
import techflow.scoring.scorecard.Bin.Counts;
import techflow.scoring.scorecard.Binning;
import tools.jackson.databind.JsonNode;

/** From a YAML tree to a {@link BinsFile}. Every fault is an IllegalArgumentException that names the place. */
final class BinsReader {
    private final JsonNode root;

    BinsReader(JsonNode root) {
        this.root = root;
    }

    BinsFile file() {
        return new BinsFile(
                text(root, "schema"),
                text(root, "data"),
                items(member(root, "features"), BinsReader::feature),
                optional(root, "lock")
                        .map(lock -> new Lock(text(lock, "by"), instant(lock, "at"), text(lock, "sha256"))));
    }

    private static FeatureBins feature(JsonNode node) {
        FeatureName feature = new FeatureName(text(node, "feature"));
        try {
            Cuts cuts = cuts(node);
            List<FeatureValue> specials = optional(node, "specials")
                    .map(list -> items(list, BinsReader::value))
                    .orElse(List.of());
            return new FeatureBins(
                    feature,
                    text(node, "chinese"),
                    Direction.valueOf(text(node, "direction")),
                    flag(node, "directionWaived"),
                    flag(node, "dropped"),
                    cuts,
                    specials,
                    optional(node, "bins").map(bins -> counted(feature, node, bins, cuts, specials)),
                    optional(node, "edits")
                            .map(edits -> items(edits, BinsReader::edit))
                            .orElse(List.of()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(feature + ": " + e.getMessage(), e);
        }
    }

    private static Cuts cuts(JsonNode node) {
        return optional(node, "groups")
                .<Cuts>map(groups -> new Cuts.Labels(items(groups, group -> items(group, BinsReader::text))))
                .orElseGet(() -> new Cuts.Numbers(items(member(node, "cuts"), BinsReader::number)));
    }

    private static Counted counted(
            FeatureName feature, JsonNode node, JsonNode bins, Cuts cuts, List<FeatureValue> specials) {
        List<JsonNode> each = items(bins, Function.identity());
        List<JsonNode> special = optional(node, "specialBins")
                .map(list -> items(list, Function.identity()))
                .orElse(List.of());
        if (each.size() != cuts.bins() || special.size() != specials.size()) {
            throw new IllegalArgumentException("bins and specialBins must be as many as cuts and specials make, "
                    + cuts.bins() + " and " + specials.size() + ", found " + each.size() + " and " + special.size());
        }
        List<Bin> known = new ArrayList<>();
        for (int i = 0; i < each.size(); i++) {
            known.add(bin(cuts, i, woe(each.get(i)), counts(each.get(i))));
        }
        List<Bin.SpecialBin> apart = new ArrayList<>();
        for (int i = 0; i < special.size(); i++) {
            apart.add(new Bin.SpecialBin(specials.get(i), woe(special.get(i)), counts(special.get(i))));
        }
        JsonNode missing = member(node, "missing");
        return new Counted(
                new Binning(feature, known, new Bin.MissingBin(woe(missing), counts(missing)), apart),
                number(member(node, "informationValue")));
    }

    private static Bin bin(Cuts cuts, int position, double woe, Counts counts) {
        return switch (cuts) {
            case Cuts.Numbers numbers ->
                new Bin.NumericBin(
                        position == 0 ? Double.NEGATIVE_INFINITY : numbers.at().get(position - 1),
                        position == numbers.at().size()
                                ? Double.POSITIVE_INFINITY
                                : numbers.at().get(position),
                        woe,
                        counts);
            case Cuts.Labels labels -> new Bin.CategoryBin(labels.groups().get(position), woe, counts);
        };
    }

    private static Edit edit(JsonNode node) {
        return new Edit(text(node, "by"), instant(node, "at"), text(node, "what"), text(node, "reason"));
    }

    private static FeatureValue value(JsonNode node) {
        if (node.isNumber()) {
            return FeatureValue.of(node.doubleValue());
        }
        return optional(node, "label")
                .<FeatureValue>map(label -> new FeatureValue.Category(text(label)))
                .orElseGet(() -> FeatureValue.missing(MissingReason.valueOf(text(node, "missing"))));
    }

    private static double woe(JsonNode node) {
        return number(member(node, "woe"));
    }

    private static Counts counts(JsonNode node) {
        return new Counts((long) number(member(node, "good")), (long) number(member(node, "bad")));
    }

    private static Instant instant(JsonNode node, String name) {
        try {
            return Instant.parse(text(node, name));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + " must be an instant such as 2026-11-01T00:00:00Z", e);
        }
    }

    private static boolean flag(JsonNode node, String name) {
        return optional(node, name).map(JsonNode::booleanValue).orElse(false);
    }

    private static String text(JsonNode node, String name) {
        return text(member(node, name));
    }

    private static String text(JsonNode node) {
        if (!node.isString()) {
            throw new IllegalArgumentException("must be a text, found " + node);
        }
        return node.stringValue();
    }

    private static double number(JsonNode node) {
        if (!node.isNumber()) {
            throw new IllegalArgumentException("must be a number, found " + node);
        }
        return node.doubleValue();
    }

    private static <T> List<T> items(JsonNode node, Function<JsonNode, T> each) {
        if (!node.isArray()) {
            throw new IllegalArgumentException("must be a list, found " + node);
        }
        List<T> items = new ArrayList<>();
        node.forEach(item -> items.add(each.apply(item)));
        return items;
    }

    private static JsonNode member(JsonNode node, String name) {
        return optional(node, name).orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" must be given"));
    }

    private static Optional<JsonNode> optional(JsonNode node, String name) {
        @Nullable JsonNode child = node.get(name);
        return child == null || child.isNull() ? Optional.empty() : Optional.of(child);
    }
}
