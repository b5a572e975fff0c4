package techflow.features.signal;

import java.time.LocalDate;

/**
 * A technology certificate (科技资质).
 *
 * @param type which one
 * @param number certificate number
 * @param validFrom first day of validity
 * @param validUntil first day on which it is no longer valid
 */
public record Certificate(
        SignalHeader header, CertificateType type, String number, LocalDate validFrom, LocalDate validUntil)
        implements Signal {
    /** Certificates with public criteria. */
    public enum CertificateType {
        /** 高新技术企业. */
        HIGH_TECH_ENTERPRISE,
        /** 科技型中小企业. */
        TECHNOLOGY_SME,
        /** 创新型中小企业. */
        INNOVATIVE_SME,
        /** 专精特新中小企业. */
        SPECIALISED_SME,
        /** 专精特新"小巨人"企业. */
        LITTLE_GIANT
    }

    @Override
    public String naturalKey() {
        return type.name() + '|' + number;
    }

    @Override
    public SignalKind kind() {
        return SignalKind.CERTIFICATE;
    }
}
