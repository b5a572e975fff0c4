package techflow.scoring.settings;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import techflow.scoring.technology.certificate.CertificateRule;
import techflow.scoring.technology.certificate.CertificateSettings;

/** Reads the section {@code certificates}, which may be absent. Empty means that a violation was noted. */
final class CertificatesReader {
    private CertificatesReader() {}

    static Optional<CertificateSettings> read(SettingsNode node) {
        if (!node.isMappingOf("validityYears")) {
            return Optional.empty();
        }
        return node.get("validityYears").flatMap(CertificatesReader::years);
    }

    private static Optional<CertificateSettings> years(SettingsNode node) {
        if (!node.isMappingOf(CertificateRule.values())) {
            return Optional.empty();
        }
        Map<CertificateRule, Integer> years = new EnumMap<>(CertificateRule.class);
        for (CertificateRule rule : CertificateRule.values()) {
            if (node.has(rule.name())) {
                node.get(rule.name()).flatMap(SettingsNode::wholeNumber).ifPresent(count -> years.put(rule, count));
            }
        }
        return node.make(() -> new CertificateSettings(years));
    }
}
