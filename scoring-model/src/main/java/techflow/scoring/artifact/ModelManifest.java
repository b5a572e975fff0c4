package techflow.scoring.artifact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a model is and where it comes from.
 *
 * @param modelId name of the model line, such as {@code tech-flow-pd}
 * @param version version within the line
 * @param createdAt when training ended
 * @param trainedBy the person or job that trained it
 * @param featureSetVersion version of the feature schema
 * @param schemaFingerprint fingerprint of the feature schema, 64 hexadecimal digits
 * @param data what it was trained on
 * @param seed seed of every random choice
 * @param settings hyper-parameters by name, ordered by name
 * @param libraries versions of what trained it, ordered by name
 * @param metrics what evaluation found
 * @param provenance how it came to be, empty for a model that was not trained by {@code techflow train}
 */
public record ModelManifest(
        String modelId,
        String version,
        Instant createdAt,
        String trainedBy,
        String featureSetVersion,
        String schemaFingerprint,
        TrainingData data,
        long seed,
        Map<String, String> settings,
        Map<String, String> libraries,
        List<Metric> metrics,
        Optional<Provenance> provenance) {
    public ModelManifest {
        requireText("model id", modelId);
        requireText("version", version);
        requireText("trained by", trainedBy);
        settings = java.util.Collections.unmodifiableMap(new TreeMap<>(settings));
        libraries = java.util.Collections.unmodifiableMap(new TreeMap<>(libraries));
        metrics = List.copyOf(metrics);
    }

    /** A model of which it is not kept how it came to be. */
    public ModelManifest(
            String modelId,
            String version,
            Instant createdAt,
            String trainedBy,
            String featureSetVersion,
            String schemaFingerprint,
            TrainingData data,
            long seed,
            Map<String, String> settings,
            Map<String, String> libraries,
            List<Metric> metrics) {
        this(
                modelId,
                version,
                createdAt,
                trainedBy,
                featureSetVersion,
                schemaFingerprint,
                data,
                seed,
                settings,
                libraries,
                metrics,
                Optional.empty());
    }

    /**
     * The training data.
     *
     * @param description what it is, for people
     * @param synthetic true when any of it was made up
     * @param rows training rows
     * @param bads bad training rows
     * @param training as-of days of the training rows
     * @param calibration as-of days of the calibration rows, empty when calibrated on out-of-fold scores
     * @param holdOut as-of days of the out-of-time hold-out, empty when there is none
     */
    public record TrainingData(
            String description,
            boolean synthetic,
            long rows,
            long bads,
            DateRange training,
            Optional<DateRange> calibration,
            Optional<DateRange> holdOut) {
        public TrainingData {
            requireText("description of the data", description);
            if (rows < 1 || bads < 0 || bads > rows) {
                throw new IllegalArgumentException("bads must lie in 0 to rows, found " + bads + " of " + rows);
            }
        }

        /** Share of bad training rows, in [0, 1]. */
        public double baseRate() {
            return (double) bads / rows;
        }
    }

    /** Days from first to last, both included. */
    public record DateRange(LocalDate first, LocalDate last) {
        public DateRange {
            if (last.isBefore(first)) {
                throw new IllegalArgumentException(
                        "a range must not end before it begins, found " + first + ", " + last);
            }
        }
    }

    /**
     * One figure with its 95 % confidence interval.
     *
     * @param name such as {@code holdout.auc}
     * @param value the estimate
     * @param low lower end, empty when no interval was computed
     * @param high upper end, likewise
     */
    public record Metric(String name, double value, Optional<Double> low, Optional<Double> high) {
        public Metric {
            requireText("name of the metric", name);
        }
    }

    /** A metric by name, empty when evaluation did not compute it. */
    public Optional<Metric> metric(String name) {
        return metrics.stream().filter(m -> m.name().equals(name)).findFirst();
    }

    private static void requireText(String what, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a manifest needs a " + what + ", found none");
        }
    }
}
