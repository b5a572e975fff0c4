package techflow.features.catalog;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.signal.Certificate;
import techflow.features.signal.Certificate.CertificateType;
import techflow.features.signal.SignalKind;
import techflow.features.snapshot.Snapshot;

/** 科技资质含量: the points of the certificates that are valid on the as-of day, each type once. Weights are our own. */
final class CertificatePoints {
    /** Every type at once. */
    static final double HIGHEST = 120;

    private CertificatePoints() {}

    static FeatureValue on(Snapshot snapshot) {
        List<Certificate> certificates = snapshot.signals(SignalKind.CERTIFICATE, Certificate.class);
        if (certificates.isEmpty()) {
            return FeatureValue.missing(MissingReason.NO_DATA);
        }
        LocalDate today = snapshot.asOf().date();
        Set<CertificateType> valid = EnumSet.noneOf(CertificateType.class);
        for (Certificate certificate : certificates) {
            if (!certificate.validFrom().isAfter(today)
                    && certificate.validUntil().isAfter(today)) {
                valid.add(certificate.type());
            }
        }
        return FeatureValue.of(
                valid.stream().mapToDouble(CertificatePoints::points).sum());
    }

    private static double points(CertificateType type) {
        return switch (type) {
            case LITTLE_GIANT -> 40;
            case HIGH_TECH_ENTERPRISE -> 30;
            case SPECIALISED_SME -> 25;
            case INNOVATIVE_SME -> 15;
            case TECHNOLOGY_SME -> 10;
        };
    }
}
