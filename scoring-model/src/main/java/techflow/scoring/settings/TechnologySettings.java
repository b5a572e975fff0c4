package techflow.scoring.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureSchema;
import techflow.problem.ModelFault;
import techflow.problem.Violation;
import techflow.scoring.counterfactual.Action;
import techflow.scoring.score.CreditGrade;
import techflow.scoring.technology.InnovationPointsRule;
import techflow.scoring.technology.TechnologyIndex;
import techflow.scoring.technology.WarningRule;
import techflow.scoring.technology.WeightedInnovationPoints;
import techflow.scoring.technology.WeightedTechnologyIndex;
import techflow.scoring.technology.certificate.CertificateRules;
import techflow.scoring.technology.certificate.CertificateSettings;

/** The settings of the 技术流 index and of the innovation points, with the text that they came from. */
public final class TechnologySettings {
    private static final String SHIPPED = "/techflow/technology-index.yaml";
    private static final int HASH_DIGITS = 12;
    private static final SettingsFile FILE = new SettingsFile("technology settings");

    private final String text;
    private final String version;
    private final WeightedTechnologyIndex index;
    private final WeightedInnovationPoints innovationPoints;
    private final Extras extras;

    /** The sections that a file may leave out, as files of the first format do. */
    private record Extras(
            CertificateRules certificates,
            List<WarningRule> warnings,
            List<Action> actions,
            Optional<CreditGrade> cutOff) {}

    private TechnologySettings(
            String text,
            String version,
            WeightedTechnologyIndex index,
            WeightedInnovationPoints innovationPoints,
            Extras extras) {
        this.text = text;
        this.version = version;
        this.index = index;
        this.innovationPoints = innovationPoints;
        this.extras = extras;
    }

    /** The shipped example: our own setting, not an official one. */
    public static TechnologySettings shipped() {
        return read(SettingsFile.shipped(SHIPPED));
    }

    /**
     * Reads settings.
     *
     * @param yaml the whole text of a settings file
     * @throws ModelFault SETTING_INVALID, with every broken rule in its message and one parameter for each
     */
    public static TechnologySettings read(String yaml) {
        List<Violation> violations = new ArrayList<>();
        SettingsNode root = new SettingsNode("", FILE.parse(yaml), violations);
        if (!root.isMappingOf(
                "name", "technologyIndex", "innovationPoints", "certificates", "warnings", "actions", "cutOff")) {
            throw FILE.invalid(violations);
        }
        String version = root.get("name").flatMap(SettingsNode::text).orElse("") + "-" + shortHash(yaml);
        Optional<WeightedTechnologyIndex> index =
                root.get("technologyIndex").flatMap(node -> TechnologyIndexReader.read(node, version));
        Optional<WeightedInnovationPoints> points =
                root.get("innovationPoints").flatMap(node -> InnovationPointsReader.read(node, version));
        Optional<CertificateSettings> certificates = root.has("certificates")
                ? root.get("certificates").flatMap(CertificatesReader::read)
                : Optional.of(CertificateSettings.general());
        Optional<List<WarningRule>> warnings =
                root.has("warnings") ? root.get("warnings").flatMap(WarningsReader::read) : Optional.of(List.of());
        Optional<List<Action>> actions =
                root.has("actions") ? root.get("actions").flatMap(ActionsReader::read) : Optional.of(List.of());
        Optional<CreditGrade> cutOff = root.has("cutOff")
                ? root.get("cutOff").flatMap(node -> node.word(CreditGrade.class))
                : Optional.empty();
        if (!violations.isEmpty()) {
            throw FILE.invalid(violations);
        }
        return new TechnologySettings(
                yaml,
                version,
                index.orElseThrow(),
                points.orElseThrow(),
                new Extras(
                        new CertificateRules(certificates.orElseThrow()),
                        warnings.orElseThrow(),
                        actions.orElseThrow(),
                        cutOff));
    }

    /** The name in the file, a hyphen, and the first 12 hexadecimal digits of the SHA-256 of the text. */
    public String version() {
        return version;
    }

    /** The text that was read. */
    public String text() {
        return text;
    }

    public TechnologyIndex index() {
        return index;
    }

    public InnovationPointsRule innovationPoints() {
        return innovationPoints;
    }

    /** The published rules of certificates. */
    public CertificateRules certificates() {
        return extras.certificates();
    }

    /** The warning rules, in their order; none when the file has no such section. */
    public List<WarningRule> warnings() {
        return extras.warnings();
    }

    /** What firms can do about their own figures; nothing when the file has no such section. */
    public List<Action> actions() {
        return extras.actions();
    }

    /** The worst credit grade that is lent to, against which firms beyond it are explained; empty when the file sets none. */
    public Optional<CreditGrade> cutOff() {
        return extras.cutOff();
    }

    /** Every feature that the settings read, by name. */
    public Set<FeatureName> features() {
        Set<FeatureName> names = new TreeSet<>(index.features());
        names.addAll(innovationPoints.features());
        extras.warnings().forEach(rule -> names.addAll(rule.features()));
        extras.actions().forEach(action -> names.add(action.feature()));
        return names;
    }

    /**
     * Checks once, at start-up, that a catalogue has every feature that the settings read.
     *
     * @throws ModelFault SETTING_INVALID naming every feature that the schema lacks
     */
    public void requireFeaturesIn(FeatureSchema schema) {
        List<Violation> violations = features().stream()
                .filter(name -> schema.position(name).isEmpty())
                .map(name -> new Violation(
                        "feature", "must be in catalogue " + schema.version(), name.value(), "correct the name"))
                .toList();
        if (!violations.isEmpty()) {
            throw FILE.invalid(violations);
        }
    }

    /** The first 12 hexadecimal digits of the SHA-256 of a settings file's text. */
    static String shortHash(String text) {
        return sha256(text).substring(0, HASH_DIGITS);
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
