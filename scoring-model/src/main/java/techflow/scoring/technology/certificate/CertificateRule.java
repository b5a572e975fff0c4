package techflow.scoring.technology.certificate;

import java.util.Optional;
import techflow.features.signal.Certificate.CertificateType;

/** The published rules that are computed here, in the order in which a reader meets them. */
public enum CertificateRule {
    TECHNOLOGY_SME("科技型中小企业", "Technology SME", CertificateType.TECHNOLOGY_SME),
    INNOVATIVE_SME("创新型中小企业", "Innovative SME", CertificateType.INNOVATIVE_SME),
    HIGH_TECH_ENTERPRISE("高新技术企业", "High-tech enterprise", CertificateType.HIGH_TECH_ENTERPRISE),
    LITTLE_GIANT("专精特新“小巨人”企业", "Specialised \"little giant\"", CertificateType.LITTLE_GIANT),
    HAINING_POINTS("海宁技术创新及运营评价", "Haining innovation points"),
    ANJI_POINTS("安吉科创属性评价", "Anji innovation points");

    private final String chinese;
    private final String english;
    private final Optional<CertificateType> certificate;

    CertificateRule(String chinese, String english, CertificateType certificate) {
        this.chinese = chinese;
        this.english = english;
        this.certificate = Optional.of(certificate);
    }

    CertificateRule(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
        this.certificate = Optional.empty();
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /** The certificate that the rule leads to; empty for a local point rule, which publishes no threshold. */
    public Optional<CertificateType> certificate() {
        return certificate;
    }
}
