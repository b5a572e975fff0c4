package techflow.features.peer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureSchema;
import techflow.features.definition.FeatureVector;
import techflow.features.snapshot.AsOf;

/**
 * How the firms of a population stood at one instant: by group and feature, the distribution of the values. Immutable;
 * two tables are the same exactly when their {@link #id()} is.
 */
public final class PeerTable {
    /** Below this many known values a group tells nothing. */
    public static final int SMALLEST_GROUP = 30;

    private final PeerTableHead head;
    private final Map<PeerGroup, Map<FeatureName, Distribution>> groups;
    private final String id;

    PeerTable(PeerTableHead head, Map<PeerGroup, Map<FeatureName, Distribution>> groups) {
        this.head = head;
        Map<PeerGroup, Map<FeatureName, Distribution>> sorted = new TreeMap<>();
        groups.forEach((group, features) -> sorted.put(group, new TreeMap<>(features)));
        this.groups = Collections.unmodifiableMap(sorted);
        this.id = sha256();
    }

    /**
     * Reads the canonical text.
     *
     * @throws techflow.problem.ModelFault ARTIFACT_CORRUPT when it is not the text of a table
     */
    public static PeerTable read(String text) {
        return PeerTableText.read(text);
    }

    /** The canonical text: the same table gives the same text, and reading it gives the same bits. */
    public String text() {
        StringBuilder text = new StringBuilder();
        PeerTableText.write(this, line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** SHA-256 of the canonical text, 64 hexadecimal digits. */
    public String id() {
        return id;
    }

    /** Nothing known at or after this instant is in the table. */
    public AsOf asOf() {
        return head.asOf();
    }

    /** Version of the feature set whose values it ranks. */
    public String featureSet() {
        return head.featureSet();
    }

    /** Fingerprint of that feature set's schema. */
    public String schemaFingerprint() {
        return head.fingerprint();
    }

    /** Firms with master data at the instant. */
    public int firms() {
        return head.firms();
    }

    /** Groups of which at least one feature is told. */
    public int groups() {
        return groups.size();
    }

    /** Where a value stands in the finest group of the ladder that has enough values, empty when none has. */
    public Optional<PeerStanding> standing(PeerGroup finest, FeatureName feature, double value) {
        for (PeerGroup group : finest.ladder()) {
            Distribution distribution = groups.getOrDefault(group, Map.of()).get(feature);
            if (distribution != null) {
                return Optional.of(new PeerStanding(group, distribution.count(), distribution.percentile(value)));
            }
        }
        return Optional.empty();
    }

    PeerTableHead head() {
        return head;
    }

    Map<PeerGroup, Map<FeatureName, Distribution>> distributions() {
        return groups;
    }

    private String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            PeerTableText.write(this, line -> {
                digest.update(line.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) '\n');
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PeerTable table && table.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "peer table as of %s (%s, %d firms, %d groups, %s)"
                .formatted(asOf(), featureSet(), firms(), groups(), id.substring(0, 12));
    }

    /**
     * Collects the firms of one instant, in any order. One thread at a time; {@link PeerStaging#table} makes it. About
     * {@code 16 + 8 × features} bytes a firm.
     */
    public static final class Builder {
        private final AsOf asOf;
        private final FeatureSchema schema;
        private final PeerStaging staging;
        private final int smallestGroup;
        private final List<FeatureName> features;
        private final Map<PeerGroup, List<double[]>> rows = new HashMap<>();

        Builder(AsOf asOf, FeatureSchema schema, PeerStaging staging, int smallestGroup) {
            this.asOf = asOf;
            this.schema = schema;
            this.staging = staging;
            this.smallestGroup = smallestGroup;
            this.features = staging.ranked();
        }

        /**
         * Adds one firm; a firm without master data belongs to no group and does not count.
         *
         * @param staged a vector of {@link PeerStaging#catalog()}
         * @throws IllegalArgumentException when it has another schema or instant
         */
        public void add(FeatureVector staged) {
            if (!staged.asOf().equals(asOf)) {
                throw new IllegalArgumentException(
                        "a peer table as of " + asOf + " must not count a firm as of " + staged.asOf());
            }
            staging.group(staged)
                    .ifPresent(group -> rows.computeIfAbsent(group, one -> new ArrayList<>())
                            .add(features.stream().mapToDouble(staged::number).toArray()));
        }

        public PeerTable build() {
            Map<PeerGroup, List<List<double[]>>> members = new HashMap<>();
            rows.forEach((finest, firms) -> finest.ladder()
                    .forEach(group -> members.computeIfAbsent(group, one -> new ArrayList<>())
                            .add(firms)));
            Map<PeerGroup, Map<FeatureName, Distribution>> groups = new HashMap<>();
            members.forEach((group, firms) -> {
                Map<FeatureName, Distribution> told = distributions(firms);
                if (!told.isEmpty()) {
                    groups.put(group, told);
                }
            });
            int firms = rows.values().stream().mapToInt(List::size).sum();
            return new PeerTable(
                    new PeerTableHead(asOf, schema.version(), schema.fingerprint(), smallestGroup, firms), groups);
        }

        private Map<FeatureName, Distribution> distributions(List<List<double[]>> firms) {
            Map<FeatureName, Distribution> told = new HashMap<>();
            for (int i = 0; i < features.size(); i++) {
                int column = i;
                double[] known = firms.stream()
                        .flatMap(List::stream)
                        .mapToDouble(row -> row[column])
                        .filter(value -> !Double.isNaN(value))
                        .toArray();
                if (known.length >= smallestGroup) {
                    Arrays.sort(known);
                    told.put(features.get(i), Distribution.of(known));
                }
            }
            return told;
        }
    }
}
