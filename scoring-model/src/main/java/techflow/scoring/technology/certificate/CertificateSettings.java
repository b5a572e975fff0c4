package techflow.scoring.technology.certificate;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the computation takes from general knowledge and not from a cited text; a setting, so that it can be corrected.
 *
 * @param validityYears years of validity by rule, each above 0; a rule may be absent
 */
public record CertificateSettings(Map<CertificateRule, Integer> validityYears) {
    public CertificateSettings {
        validityYears.forEach((rule, years) -> {
            if (years < 1) {
                throw new IllegalArgumentException(
                        "a validity must be at least 1 year, found " + years + " of " + rule);
            }
        });
        validityYears = validityYears.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(validityYears));
    }

    /** What is generally held: 高企, 创新型中小企业 and 小巨人 three years, 科技型中小企业 one. */
    public static CertificateSettings general() {
        return new CertificateSettings(Map.of(
                CertificateRule.TECHNOLOGY_SME, 1,
                CertificateRule.INNOVATIVE_SME, 3,
                CertificateRule.HIGH_TECH_ENTERPRISE, 3,
                CertificateRule.LITTLE_GIANT, 3));
    }

    OptionalInt yearsOf(CertificateRule rule) {
        return Optional.ofNullable(validityYears.get(rule)).map(OptionalInt::of).orElse(OptionalInt.empty());
    }
}
