package techflow.scoring.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.artifact.ModelManifest;
import techflow.scoring.artifact.ModelManifest.DateRange;
import techflow.scoring.artifact.ModelManifest.Metric;
import techflow.scoring.artifact.Provenance;
import techflow.scoring.model.ScoringModel;
import techflow.scoring.scorecard.Bin;
import techflow.scoring.scorecard.Characteristic;
import techflow.scoring.scorecard.Scorecard;

/** Models and runs as lists of facts, section by section. */
public final class Facts {
    private static final String DATA = "data";

    private final List<Fact> facts = new ArrayList<>();

    private Facts() {}

    /** What a run was given, ran on and gave. */
    public static List<Fact> of(RunRecord run) {
        Facts facts = new Facts();
        facts.add("run", "id", run.id());
        facts.add("run", "started", run.startedAt().toString());
        facts.add("run", "author", run.author());
        run.parent().ifPresent(parent -> facts.add("run", "parent", parent));
        facts.manifest(run.manifest());
        facts.add("machine", "threads", String.valueOf(run.machine().threads()));
        facts.add("machine", "jvm", run.machine().jvm());
        facts.add("machine", "system", run.machine().system());
        facts.add("machine", "processor", run.machine().processor());
        run.seconds()
                .forEach((step, seconds) -> facts.add("seconds", step, String.format(Locale.ROOT, "%.1f", seconds)));
        facts.add("artefact", "sha256", run.artifactSha256());
        return List.copyOf(facts.facts);
    }

    /** What a model is: its manifest, its features and its lines or trees. */
    public static List<Fact> of(ModelArtifact artifact) {
        Facts facts = new Facts();
        facts.manifest(artifact.manifest());
        facts.add("calibration", "intercept", number(artifact.calibrator().intercept()));
        facts.add("calibration", "slope", number(artifact.calibrator().slope()));
        facts.model(artifact.model());
        return List.copyOf(facts.facts);
    }

    private void manifest(ModelManifest manifest) {
        add("model", "model", manifest.modelId() + " " + manifest.version());
        add("model", "trained by", manifest.trainedBy());
        add("model", "seed", String.valueOf(manifest.seed()));
        add("model", "features", manifest.featureSetVersion() + " " + manifest.schemaFingerprint());
        all("settings", manifest.settings());
        data(manifest.data());
        manifest.provenance().ifPresent(this::provenance);
        all("libraries", manifest.libraries());
        manifest.metrics().forEach(metric -> add("metrics", metric.name(), text(metric)));
    }

    private void data(ModelManifest.TrainingData data) {
        add(DATA, "description", data.description());
        add(DATA, "synthetic", String.valueOf(data.synthetic()));
        add(DATA, "training rows", data.rows() + ", bad " + data.bads());
        add(DATA, "training days", text(data.training()));
        data.calibration().ifPresent(range -> add(DATA, "calibration days", text(range)));
        data.holdOut().ifPresent(range -> add(DATA, "hold-out days", text(range)));
    }

    private void provenance(Provenance provenance) {
        Provenance.Data data = provenance.data();
        add(DATA, "as-of days", String.valueOf(data.asOfs().size()));
        add(DATA, "known before", data.knownBefore().toString());
        add(DATA, "label window", data.outcomeMonths() + " months");
        data.exclusions().forEach((reason, rows) -> add(DATA, "left out: " + reason, String.valueOf(rows)));
        data.files().forEach(file -> add(DATA, "file " + file.name(), file.sha256() + ", " + file.rows() + " rows"));
        add("code", "version", provenance.code().describe());
        provenance.configSha256().ifPresent(hash -> add("code", "configuration", hash));
        provenance.binsSha256().ifPresent(hash -> add("code", "bins", hash));
    }

    private void model(ScoringModel model) {
        if (model instanceof Scorecard scorecard) {
            add("lines", "intercept", number(scorecard.intercept()));
            scorecard
                    .characteristics()
                    .forEach(line -> add("lines", line.feature().value(), text(line)));
        } else {
            model.features().forEach(feature -> add("inputs", feature.value(), "used"));
        }
    }

    /** A line of a scorecard: weight, and the WoE of every bin. */
    private static String text(Characteristic line) {
        StringBuilder text = new StringBuilder("weight " + number(line.coefficient()) + ":");
        line.binning().bins().forEach(bin -> text.append(' ').append(text(bin)));
        return text.append(' ').append(text(line.binning().missing())).toString();
    }

    private static String text(Bin bin) {
        String range = switch (bin) {
            case Bin.NumericBin numeric -> "[" + number(numeric.from()) + ", " + number(numeric.to()) + ")";
            case Bin.CategoryBin category -> String.join("/", category.labels());
            case Bin.SpecialBin special -> "= " + special.value();
            case Bin.MissingBin missing -> "missing";
        };
        return range + " " + String.format(Locale.ROOT, "%+.3f", bin.woe());
    }

    private static String text(DateRange range) {
        return range.first() + " – " + range.last();
    }

    /** Value and interval to four digits. */
    static String text(Metric metric) {
        Optional<String> interval =
                metric.low().flatMap(low -> metric.high().map(high -> " [" + number(low) + ", " + number(high) + "]"));
        return number(metric.value()) + interval.orElse("");
    }

    /** Six digits at most, whole numbers as such. */
    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return String.valueOf((long) value);
        }
        return Double.isInfinite(value)
                ? (value > 0 ? "∞" : "-∞")
                : new java.math.BigDecimal(value)
                        .round(new java.math.MathContext(5))
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private void all(String section, Map<String, String> texts) {
        texts.forEach((name, value) -> add(section, name, value));
    }

    private void add(String section, String name, String value) {
        facts.add(new Fact(section, name, value));
    }
}
