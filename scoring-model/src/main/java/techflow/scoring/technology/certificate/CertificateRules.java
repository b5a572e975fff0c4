package techflow.scoring.technology.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import techflow.features.signal.Certificate;
import techflow.features.signal.Certificate.CertificateType;
import techflow.features.signal.SignalKind;
import techflow.features.snapshot.Snapshot;
import techflow.scoring.technology.certificate.CertificateAssessment.Holding;
import techflow.scoring.technology.certificate.CertificateAssessment.Threshold;
import techflow.scoring.technology.certificate.CertificateAssessment.Total;
import techflow.scoring.technology.certificate.Requirement.Kind;

/** All published rules on a snapshot: a pure function of it and of the settings. */
public final class CertificateRules {
    private final CertificateSettings settings;

    public CertificateRules(CertificateSettings settings) {
        this.settings = settings;
    }

    /** One assessment for each rule, in the order of {@link CertificateRule}. Never fails: what is not known is open. */
    public List<CertificateAssessment> assess(Snapshot snapshot) {
        FirmFacts facts = new FirmFacts(snapshot);
        IntellectualProperty rights = IntellectualProperty.of(snapshot);
        List<CertificateAssessment> all = new ArrayList<>();
        for (CertificateRule rule : CertificateRule.values()) {
            Draft draft = draft(rule, facts, rights);
            all.add(new CertificateAssessment(
                    rule,
                    draft.answer(),
                    draft.total(),
                    draft.items(),
                    draft.requirements(),
                    rule.certificate().flatMap(type -> held(snapshot, type)),
                    rule.certificate().isPresent() ? settings.yearsOf(rule) : OptionalInt.empty()));
        }
        return all;
    }

    /** The certificate of a type that is valid on the as-of day and runs longest. */
    static Optional<Holding> held(Snapshot snapshot, CertificateType type) {
        return snapshot.signals(SignalKind.CERTIFICATE, Certificate.class).stream()
                .filter(one -> one.type() == type)
                .filter(one -> !one.validFrom().isAfter(snapshot.asOf().date()))
                .filter(one -> one.validUntil().isAfter(snapshot.asOf().date()))
                .max((one, other) -> one.validUntil().compareTo(other.validUntil()))
                .map(one -> new Holding(one.number(), one.validUntil()));
    }

    private static Draft draft(CertificateRule rule, FirmFacts facts, IntellectualProperty rights) {
        return switch (rule) {
            case TECHNOLOGY_SME -> TechnologySmeRule.draft(facts, rights);
            case INNOVATIVE_SME -> InnovativeSmeRule.draft(facts, rights);
            case HIGH_TECH_ENTERPRISE -> HighTechRule.draft(facts, rights);
            case LITTLE_GIANT -> LittleGiantRule.draft(facts, rights);
            case HAINING_POINTS -> LocalPointRules.haining(facts, rights);
            case ANJI_POINTS -> LocalPointRules.anji(facts);
        };
    }

    /** What a rule alone finds. */
    record Draft(Optional<Total> total, List<Item> items, List<Requirement> requirements) {
        static Draft points(List<Item> items, Extent sum, double maximum, Threshold threshold, List<Requirement> more) {
            return new Draft(Optional.of(new Total(sum, maximum, Optional.of(threshold))), items, more);
        }

        static Draft pointsOnly(List<Item> items, double maximum) {
            return new Draft(Optional.of(new Total(Item.sum(items), maximum, Optional.empty())), items, List.of());
        }

        static Draft conditions(List<Requirement> requirements) {
            return new Draft(Optional.empty(), List.of(), requirements);
        }

        /** The points (and what a short cut replaces) or a short cut, and all that is necessary; empty without any rule. */
        Optional<Answer> answer() {
            boolean asksNothing =
                    requirements.isEmpty() && total.flatMap(Total::threshold).isEmpty();
            if (asksNothing) {
                return Optional.empty();
            }
            Answer points = total.flatMap(one -> one.threshold().map(threshold -> threshold.of(one.points())))
                    .orElse(Answer.MET);
            return Optional.of(points.and(Requirement.all(requirements, Kind.REPLACEABLE))
                    .or(Requirement.any(requirements, Kind.SHORT_CUT))
                    .and(Requirement.all(requirements, Kind.NECESSARY)));
        }
    }
}
