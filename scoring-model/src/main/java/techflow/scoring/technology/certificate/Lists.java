package techflow.scoring.technology.certificate;

import java.util.Map;
import java.util.Optional;
import techflow.features.signal.Certificate.CertificateType;
import techflow.features.signal.RegistryEvent;
import techflow.features.signal.RegistryEvent.RegistryEventType;
import techflow.features.signal.SignalKind;
import techflow.scoring.technology.certificate.CertificateAssessment.Holding;
import techflow.scoring.technology.certificate.Requirement.Kind;

/** Conditions that the public registers answer: certificates held and lists that a firm stands on. */
final class Lists {
    private static final Map<RegistryEventType, RegistryEventType> ENDED_BY = Map.of(
            RegistryEventType.ABNORMAL_LISTED, RegistryEventType.ABNORMAL_REMOVED,
            RegistryEventType.SERIOUS_LISTED, RegistryEventType.SERIOUS_REMOVED);

    private Lists() {}

    /** A certificate in force as a short cut; without master data the registers were not asked. */
    static Requirement holds(FirmFacts facts, CertificateType type, Words name, Source source) {
        Optional<Holding> held = CertificateRules.held(facts.snapshot(), type);
        Finding finding = held.map(holding -> Finding.known(
                        1,
                        Words.of(
                                holding.number() + "，有效至" + holding.validUntil(),
                                holding.number() + ", valid until " + holding.validUntil())))
                .orElse(
                        facts.profile().isPresent()
                                ? Finding.known(0, Words.of("未见有效证书", "no valid certificate is known"))
                                : Finding.unknown(Extent.ANY_AMOUNT, Words.of("资质证书", "certificates")));
        return Requirement.of(
                new Requirement.Head("HOLDS_" + type, name, Kind.SHORT_CUT, source),
                finding.value().reaches(1),
                finding);
    }

    /** Not on the list of abnormal operations (经营异常名录) nor on that of serious violations (严重违法失信名单). */
    static Requirement notListed(FirmFacts facts, Source source) {
        Requirement.Head head = new Requirement.Head(
                "NOT_LISTED",
                Words.of("未列入经营异常名录和严重违法失信名单", "not on the lists of abnormal operations or serious violations"),
                Kind.NECESSARY,
                source);
        boolean listed = ENDED_BY.keySet().stream().anyMatch(list -> stands(facts, list));
        if (listed) {
            return Requirement.of(head, Answer.NOT_MET, Finding.known(1, Words.of("列入名单", "listed")));
        }
        return facts.profile().isPresent()
                ? Requirement.of(head, Answer.MET, Finding.known(0, Words.of("未列入", "not listed")))
                : Requirement.untold(head, Words.of("工商登记信息", "the business register"));
    }

    private static boolean stands(FirmFacts facts, RegistryEventType list) {
        boolean standing = false;
        for (RegistryEvent event : facts.snapshot().signals(SignalKind.REGISTRY_EVENT, RegistryEvent.class)) {
            if (event.type() == list) {
                standing = true;
            } else if (event.type() == ENDED_BY.get(list)) {
                standing = false;
            }
        }
        return standing;
    }
}
